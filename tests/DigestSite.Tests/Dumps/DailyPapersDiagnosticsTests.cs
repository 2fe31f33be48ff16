using System.Globalization;
using System.Text;
using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Tests.Dumps;

public class DailyPapersDiagnosticsTests
{
    private const string One = """{"paper":{"id":"2511.00001","title":"One","upvotes":1}}""";
    private const string Two = """{"paper":{"id":"2511.00002","title":"Two","upvotes":2}}""";

    [Theory]
    [Provokes("DS120")]
    [InlineData("""{"error": "Rate limited\nuntil noon"}""", "an object that says `error: Rate limited until noon`")]
    [InlineData("""{"papers": [1], "a": {"b": []}}""", "an object with `papers`, `a`")]
    [InlineData("{}", "an object with nothing in it")]
    public void JSON_of_something_else_is_quoted(string text, string instead)
    {
        Diagnostic diagnostic = Only(text, "DS120", Severity.Error, text[..1]);
        Assert.Equal("this is no day of papers, but " + instead, diagnostic.Message);
    }

    [Fact]
    [Provokes("DS121")]
    public void A_day_without_papers_is_reported() => Assert.Equal(
        """
        content/dumps/2025-11-03.json(2,1): error DS121: no paper is in this array, so the digest of its day would be empty
          | []
          | ^
          = capture the day again once it has papers, or delete the file
        """,
        Assert.Single(Read("\n[]\n").Diagnostics).ToString());

    [Theory]
    [Provokes("DS122")]
    [InlineData($"[{One},{Two}", 2, "}", "after item 2")]
    [InlineData($"[{One},\n{{\"paper\":{{\"id\":\"2511.00002\",\"title\":\"Tw\n", 1, "w", "within item 2")]
    [InlineData($"[{One},{{\"paper\":{{\"id\":\"2511.00002\",\"title\":\"Tw\\u00", 1, "0", "within item 2")]
    [InlineData($"[{One},nul", 1, "l", "after item 1")]
    [InlineData("[", 0, "[", "before the first item")]
    [InlineData("{\"error", 0, "r", "before the first item")]
    public void An_answer_that_is_cut_keeps_its_whole_papers(string text, int kept, string last, string where)
    {
        Reading reading = Read(text.TrimEnd('\n'));
        Assert.Equal(kept, reading.Listings.Count);
        Assert.Equal(last, reading.TextAt("DS122"));
        Diagnostic diagnostic = Assert.Single(reading.Diagnostics);
        Assert.Equal((Severity.Error, "the JSON breaks off here, " + where), (diagnostic.Severity, diagnostic.Message));
    }

    [Theory]
    [Provokes("DS123")]
    [InlineData($"[{One} {Two}]", 1, "{")]
    [InlineData($"[{One},{Two},]", 2, "]")]
    [InlineData($"[{One}][{Two}]", 1, "[")]
    [InlineData($"[{One},\n  ß{Two}]", 1, "ß")]
    [InlineData("[{\"paper\":{\"title\":\"Tab \t here\"}}]", 0, "\t")]
    [InlineData("{\"paper\": <html>}", 0, "<")]
    public void JSON_that_is_damaged_is_read_up_to_there(string text, int kept, string place)
    {
        Reading reading = Read(text);
        Assert.Equal(kept, reading.Listings.Count);
        Assert.Equal(place, reading.TextAt("DS123"));
        Assert.Single(reading.Diagnostics);
    }

    [Theory]
    [Provokes("DS124")]
    [InlineData("1", "the number `1`", "1")]
    [InlineData("\"a\\u0062\"", "the text `ab`", "\"a\\u0062\"")]
    [InlineData("[[{}]]", "an array", "[")]
    [InlineData("null", "`null`", "null")]
    [InlineData("{\"papers\":{}}", "an object without `paper`", "{")]
    [InlineData("{\"paper\":[]}", "an object without `paper`", "{")]
    public void What_is_no_item_is_reported_and_the_others_are_kept(string item, string what, string place)
    {
        Reading reading = Read($"[{One},{item},{Two}]");
        Assert.Equal(["One", "Two"], reading.Listings.Select(l => l.Title));
        Assert.Equal($"here is {what}, where a paper belongs", Assert.Single(reading.Diagnostics).Message);
        Assert.Equal(place, reading.TextAt("DS124"));
    }

    [Theory]
    [Provokes("DS125")]
    [InlineData("""{"paper":{"id":"2511.00003"}}""", " (`2511.00003`)")]
    [InlineData("""{"paper":{"title":"\n\u200b"},"title":null}""", "")]
    public void A_paper_without_title_is_reported(string item, string id)
    {
        Reading reading = Read($"[{One},{item}]");
        Assert.Equal(["One"], reading.Listings.Select(l => l.Title));
        Diagnostic diagnostic = Assert.Single(reading.Diagnostics);
        Assert.Equal((("DS125", Severity.Error), $"this paper{id} has no title, so it was left out"), ((diagnostic.Id, diagnostic.Severity), diagnostic.Message));
        Assert.Equal("{", reading.TextAt("DS125"));
    }

    [Theory]
    [Provokes("DS126")]
    [InlineData("upvotes", "\"12\"", "the text `12`, where a count belongs")]
    [InlineData("upvotes", "-3", "the number `-3`, where a count belongs")]
    [InlineData("upvotes", "1.5", "the number `1.5`, where a count belongs")]
    [InlineData("githubStars", "99999999999999999999", "the number `99999999999999999999`, where a count belongs")]
    [InlineData("summary", "[1, [2]]", "an array, where a text belongs")]
    [InlineData("summary", "true", "`true`, where a text belongs")]
    [InlineData("authors", "\"Ada Sample\"", "the text `Ada Sample`, where an array belongs")]
    [InlineData("ai_keywords", "{}", "an object, where an array belongs")]
    [InlineData("organization", "\"lab\"", "the text `lab`, where an object belongs")]
    [InlineData("publishedAt", "\"yesterday\"", "the text `yesterday`, where a date, such as `2025-11-03T08:00:00.000Z`, belongs")]
    [InlineData("publishedAt", "\"2025-02-30T00:00:00Z\"", "the text `2025-02-30T00:00:00Z`, where a date, such as `2025-11-03T08:00:00.000Z`, belongs")]
    [InlineData("submittedOnDailyAt", "1762300000", "the number `1762300000`, where a date belongs")]
    [InlineData("projectPage", "\"javascript:alert(1)\"", "the text `javascript:alert(1)`, where an address that begins with `https://` or `http://` belongs")]
    [InlineData("projectPage", "\"/papers\"", "the text `/papers`, where an address that begins with `https://` or `http://` belongs")]
    [InlineData("githubRepo", "\"https://user:word@github.com/x/y\"", "the text `https://user:word@github.com/x/y`, where an address that begins with `https://` or `http://` belongs")]
    [InlineData("githubRepo", "\"https://github.com/x y\"", "the text `https://github.com/x y`, where an address that begins with `https://` or `http://` belongs")]
    public void A_value_of_another_kind_is_reported_where_it_stands_and_the_rest_is_kept(string field, string value, string what)
    {
        Reading reading = Read($$"""[{"paper":{"id":"2511.00001","{{field}}":{{value}},"title":"One"},"numComments":7},{{Two}}]""");
        Diagnostic diagnostic = Assert.Single(reading.Diagnostics);
        Assert.Equal(("DS126", Severity.Warning, $"`paper.{field}` is {what}"), (diagnostic.Id, diagnostic.Severity, diagnostic.Message));
        Assert.StartsWith(reading.TextAt("DS126"), value, StringComparison.Ordinal);
        Assert.Equal(2, reading.Listings.Count);
        Listing listing = reading.Listings[0];
        Assert.Equal(new Listing { Title = "One", Arxiv = listing.Arxiv, Comments = 7, Lines = new(1, 1), TitleLine = 1, TitleColumn = listing.TitleColumn }, listing);
    }

    [Fact]
    public void An_author_or_keyword_of_another_kind_is_reported_and_left_out()
    {
        Reading reading = Read("""[{"paper":{"id":"2511.00001","title":"One","ai_keywords":["a",3,"b"],"authors":[{"name":"Ada Sample"},"Bo Sample",{"name":7},{}]}}]""");
        Assert.Equal(["3", "\"Bo Sample\"", "7"], reading.Diagnostics.OrderBy(d => d.Span.Column).Select(d => d.Span.LineText!.Substring(d.Span.Column - 1, d.Span.Length)));
        Assert.Equal(("Ada Sample", 1), (Assert.Single(reading.Listings[0].Authors), reading.Listings[0].AuthorCount!.Value));
        Assert.Equal(["a", "b"], reading.Listings[0].Keywords);
    }

    [Theory]
    [Provokes("DS127")]
    [InlineData("\"id\":\"sample-slug\",", "`sample-slug` is no arXiv id", "\"sample-slug\"")]
    [InlineData("\"id\":\"2513.00001\",", "`2513.00001` is no arXiv id", "\"2513.00001\"")]
    [InlineData("", "there is no id", "{")]
    public void A_paper_without_arXiv_id_is_kept_and_reported(string id, string what, string place)
    {
        Reading reading = Read($$$"""[{"paper":{{{{id}}}"title":"One"}}]""");
        Assert.Null(Assert.Single(reading.Listings).Arxiv);
        Diagnostic diagnostic = Assert.Single(reading.Diagnostics);
        Assert.Equal((Severity.Warning, what + ", so that only its title tells which paper this is"), (diagnostic.Severity, diagnostic.Message));
        Assert.Equal(place, reading.TextAt("DS127"));
    }

    [Fact]
    [Provokes("DS128")]
    public void Of_a_paper_that_stands_twice_the_one_with_more_is_kept()
    {
        string text = $"[{One},{Two},{One.Replace("\"One\"", "\"One more\",\"summary\":\"s\"", StringComparison.Ordinal)},{One}]";
        int column = text.IndexOf("One more", StringComparison.Ordinal) + 1;
        Reading reading = Read(text);
        Assert.Equal(["Two", "One more"], reading.Listings.Select(l => l.Title));
        Assert.Equal([text.IndexOf("One", StringComparison.Ordinal) + 1, text.LastIndexOf("One", StringComparison.Ordinal) + 1], reading.Diagnostics.Select(d => d.Span.Column));
        Assert.All(reading.Diagnostics, d => Assert.Equal($"`2511.00001` is here a second time, so this one was left out; line 1, column {column} has it too, with no less", d.Message));
        Assert.All(reading.Diagnostics, d => Assert.Equal(("DS128", Severity.Warning), (d.Id, d.Severity)));
    }

    [Theory]
    [Provokes("DS129")]
    [InlineData(@"\ud800", "D800")]
    [InlineData(@"\udc00\ud800", "DC00")]
    [InlineData(@"\u0000", "0000")]
    [InlineData(@"\u001b[31m", "001B")]
    [InlineData(@"\b", "0008")]
    [InlineData("\u0085\u0090", "0090")]
    [InlineData(@"\uffff", "FFFF")]
    public void A_character_of_no_text_is_replaced_and_reported(string odd, string code)
    {
        Reading reading = Read($$$"""[{"paper":{"id":"2511.00001","title":"One {{{odd}}} two"}}]""");
        Diagnostic diagnostic = Only(reading, "DS129", Severity.Warning, $"\"One {odd} two\"");
        Assert.StartsWith($"`paper.title` has U+{code}, ", diagnostic.Message, StringComparison.Ordinal);
        string title = Assert.Single(reading.Listings).Title;
        Assert.StartsWith("One \uFFFD", title, StringComparison.Ordinal);
        Assert.All(title, c => Assert.False(char.IsControl(c) || char.IsSurrogate(c) || c == '\uFFFF'));
    }

    [Fact]
    public void A_pair_of_escaped_halves_is_one_character() =>
        Assert.Equal("A 😀 / \" \\ é", Read("""[{"paper":{"id":"2511.00001","title":"A \ud83d\uDE00 \/ \" \\ \u00e9"}}]""").Single().Title);

    [Fact]
    [Provokes("DS131")]
    public void Of_a_million_faults_twenty_are_told_and_the_rest_counted()
    {
        Reading reading = Read($"[{string.Join(',', Enumerable.Repeat("1", 500))}]");
        Assert.Equal(20, reading.Diagnostics.Count(d => d.Id == "DS124"));
        Diagnostic rest = Assert.Single(reading.Diagnostics, d => d.Id == "DS131");
        Assert.Equal(("480 more `DS124` are in this file than are told one by one", 0), (rest.Message, rest.Span.Line));
        Assert.Equal(21, reading.Diagnostics.Count);
    }

    [Fact]
    [Provokes("DS065")]
    public void More_items_than_any_day_has_are_not_read()
    {
        var text = new StringBuilder("[");
        for (int i = 0; i < 10_050; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ",\n")}{{\"paper\":{{\"id\":\"2511.{i:D5}\",\"title\":\"T{i}\"}}}}");
        }

        Reading reading = Read(text.Append(']').ToString());
        Assert.Equal(10_000, reading.Listings.Count);
        Diagnostic diagnostic = Assert.Single(reading.Diagnostics);
        Assert.Equal(("DS065", 10_001), (diagnostic.Id, diagnostic.Span.Line));
    }

    [Fact]
    public void A_line_of_a_megabyte_is_shown_as_a_window()
    {
        string filler = new('x', 1 << 20);
        Reading reading = Read($$"""[{"filler":"{{filler}}","paper":{"id":"2511.00001","title":"One","upvotes":-1},"end":"{{filler}}"}]""");
        Assert.InRange(Assert.Single(reading.Diagnostics).ToString().Length, 100, 600);
        Assert.Contains("\"upvotes\":-1", reading.Diagnostics[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("[{\"paper\":")]
    public void Deep_nesting_is_passed_over(string opening)
    {
        Reading reading = Read("[" + One + "," + string.Concat(Enumerable.Repeat(opening, 300_000)));
        Assert.Equal("One", Assert.Single(reading.Listings).Title);
        Assert.Equal("DS122", Assert.Single(reading.Diagnostics, d => d.Id != "DS124").Id);
    }

    private static Diagnostic Only(string text, string id, Severity severity, string place) => Only(Read(text), id, severity, place);

    private static Diagnostic Only(Reading reading, string id, Severity severity, string place)
    {
        Diagnostic diagnostic = Assert.Single(reading.Diagnostics);
        Assert.Equal((id, severity), (diagnostic.Id, diagnostic.Severity));
        Assert.Equal(place, reading.TextAt(id));
        return diagnostic;
    }

    private static Reading Read(string text) => Reading.OfFile("2025-11-03.json", text);
}
