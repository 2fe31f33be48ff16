using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Tests.Dumps;

public class WebPageReaderTests
{
    private const string Items = """
        [{"paper":{"id":"2511.00001","authors":[{"name":"Ada Sample","hidden":false},{"name":"Bo Sample","hidden":true}],"publishedAt":"2025-11-01T23:59:59.000Z",
        "title":"Größer & \"besser\"\n  <than> 'ever'","summary":"We grok &amp; grok.","upvotes":45},"numComments":3,"submittedBy":{"name":"ada"}},
        {"paper":{"id":"2511.00002","title":"深層 😀","upvotes":0,"submittedOnDailyAt":"2025-11-02T00:00:00.000Z"}}]
        """;

    private const string Cards = """
        <article class="relative flex"><a href="/papers/2511.00001" class="peer"><img alt="" src="x.png"></a><div>Submitted by <img alt=""> <span>ada</span></div>
        <div class="flex"><a href="/login?next=%2Fpapers%2F2511.00001"><div class="shadow"><svg viewBox="0 0 12 12"><title>Vote</title><path d="M5"></path></svg>
        <div class="leading-none">1.2k</div></div></a>
        <div class="w-full"><h3 class="mb-1"><a href="/papers/2511.00001" class="line-clamp-3">
          Größer &amp; <mark>besser</mark></a></h3><p class="line-clamp-2">We grok, <b>twice</b>.</p>
        <a href="/papers/2511.00001"><ul><li title="Ada Sample"></li><li>· 3 authors</li></ul></a><span>·</span><span>Published on Nov 1, 2024</span>
        <a href="/Berkeley"><img alt=""><span>UC Berkeley</span></a>
        <a href="https://github.com/sample/grok"><svg></svg><span>12</span></a><a href="/papers/2511.00001#community"><svg></svg> 4</a></div></div></article>
        <article><div>-</div><h3><a href="/papers/2511.00002v1">Second</a></h3><script>var h3 = "<h3>No</h3>";</script></article>
        <footer><a href="/papers/2511.00009">2511.00009</a></footer>
        """;

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void The_items_given_to_the_page_s_scripts_are_read_as_JSON_is_with_their_places_in_the_page(string lineEnd)
    {
        string props = "{\"periodType\":\"day\",\"dateString\":\"2025-11-03\",\"dailyPapers\":" + Items + ",\"prevDate\":\"2025-10-31\"}";
        string page = Page(Hydrated("SideBar", "{\"a\":[1]}") + Hydrated("Search", "{\"paper\":[{\"b\":{}}]}") + Hydrated("DailyPapers", props) + Cards).Replace("\n", lineEnd, StringComparison.Ordinal);
        Reading reading = Reading.OfFile("saved.html", page);
        Assert.Empty(reading.Diagnostics);
        Assert.Equal((DumpFormat.WebPage, new PrintedDate(2025, 11, 3)), (reading.Dump.Format, reading.Dump.Date!.Value));
        Assert.Equal(reading.Listings[0].Lines.First, reading.Dump.DateLine);
        Assert.Equal(Reading.OfFile("day.json", Items).Listings.Select(Reading.Fields), reading.Listings.Select(Reading.Fields));
        Assert.Equal(["Größer &", "深層 😀&qu"], reading.Listings.Select(l => reading.Dump.Source.Line(l.TitleLine).Slice(l.TitleColumn - 1, 8).ToString()));
    }

    [Theory]
    [InlineData("", "<time>Nov 6</time>", 2025, 11, 6)]
    [InlineData("", "", 2025, 11, 2)]
    [InlineData("\"promo\":{\"date\":\"2025-12-24\"},\"dateString\":\"2025-11-03\",", "", 2025, 11, 3)]
    [InlineData("\"date\":\"2025-12-24\",\"dateString\":\"2025-11-03\",", "", 2025, 11, 3)]
    [InlineData("\"periodType\":\"week\",\"dateString\":\"2025-W45\",", "", 2025, 11, 2)]
    public void A_page_is_of_the_day_that_its_script_names_or_its_submissions_fit(string before, string seen, int year, int month, int day)
    {
        Reading reading = Reading.OfFile("saved.html", Page(Hydrated("DailyPapers", "{" + before + "\"dailyPapers\":" + Items + "}") + seen));
        Assert.Equal(new PrintedDate(year, month, day), reading.Dump.Date);
        Assert.True(reading.Dump.PrintsYears);
    }

    [Fact]
    public void Faults_of_the_items_are_told_where_they_stand_in_the_page()
    {
        const string Props = """{"caf&eacute;":"&#128512;&#xe9;&nbsp;&amp;&NotAReference; &amp;quot;","list":[{"paper":{"id":"x","title":"One","upvotes":"12"}}]}""";
        Reading reading = Reading.OfFile("saved.html", Page($"<div data-props='{Props}'></div>"));
        Assert.Equal(["\"12\"", "\"x\""], reading.Diagnostics.Select(d => d.Span.LineText!.Substring(d.Span.Column - 1, d.Span.Length)).Order(StringComparer.Ordinal));
        Assert.Equal("One", Assert.Single(reading.Listings).Title);
    }

    [Fact]
    public void Without_them_the_cards_that_readers_see_are_read()
    {
        Reading reading = Reading.OfFile("saved.html", Page("<div><b>Daily Papers</b><button>Nov 3</button><time>Oct 3</time>\n" + Cards + "</div>"));
        Assert.Empty(reading.Diagnostics);
        Assert.Equal((new PrintedDate(null, 11, 3), 3), (reading.Dump.Date!.Value, reading.Dump.DateLine));
        Assert.Equal(
            [
                new Listing
                {
                    Title = "Größer & besser",
                    Abstract = "We grok, twice.",
                    Arxiv = Id("2511.00001"),
                    AuthorCount = 3,
                    Organization = new("Berkeley UC Berkeley"),
                    Published = new(2024, 11, 1),
                    Comments = 4,
                    Upvotes = 1200,
                    SubmittedBy = "ada",
                    Code = new(new("https://github.com/sample/grok"), 12),
                    Lines = new(4, 11),
                    TitleLine = 8,
                    TitleColumn = 3,
                },
                new Listing { Title = "Second", Arxiv = Id("2511.00002"), Lines = new(12, 12), TitleLine = 12, TitleColumn = 57 },
            ],
            reading.Listings);
    }

    [Fact]
    public void A_browser_may_have_made_addresses_absolute_and_lines_end_in_CRLF()
    {
        string saved = Page(Cards).Replace("href=\"/", "href=\"https://papers.org/", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal);
        Reading reading = Reading.OfFile("saved.html", saved);
        Assert.Empty(reading.Diagnostics);
        Assert.Equal(Reading.OfFile("saved.html", Page(Cards)).Listings.Select(Reading.Fields), reading.Listings.Select(Reading.Fields));
        Assert.Equal(["Größer", "Second"], reading.Listings.Select(l => reading.Dump.Source.Line(l.TitleLine).Slice(l.TitleColumn - 1, 6).ToString()));
    }

    [Theory]
    [InlineData("<!-- saved from url=(0041)https://papers.org/papers/date/2025-11-03 -->")]
    [InlineData("<link rel=\"canonical\" href=\"https://papers.org/papers/date/2025-11-03\">")]
    [InlineData("<meta property=\"og:url\" content=\"https://papers.org/papers?date=2025-11-03\">")]
    public void The_page_s_own_address_tells_its_day_in_full(string head)
    {
        Dump dump = Reading.OfFile("saved.html", "<html>\n" + head + "<time>Oct 3</time>\n" + Cards).Dump;
        Assert.Equal((new PrintedDate(2025, 11, 3), 2), (dump.Date!.Value, dump.DateLine));
    }

    [Fact]
    [Provokes("DS125", "DS127", "DS128", "DS129")]
    public void Faults_of_cards_are_told_at_their_titles()
    {
        Reading reading = Reading.OfFile("saved.html", Page(
            "<article><h3><a href=\"/papers/2511.00001\"> </a></h3></article><article><h3><a href=\"/papers/some-talk\">Talk</a></h3></article>"
            + "<article><h3><a href=\"/papers/2511.00002\">Two\u0001</a></h3></article><article><h3><a href=\"/papers/2511.00002\">Two again</a></h3></article>"));
        Assert.Equal(["Talk", "Two\uFFFD"], reading.Listings.Select(l => l.Title));
        Assert.Equal(["DS125 <a href", "DS127 <a href", "DS129 Two\u0001</a", "DS128 Two aga"], reading.Diagnostics.Select(d => $"{d.Id} {d.Span.LineText!.Substring(d.Span.Column - 1, 7)}".TrimEnd('>')));
    }

    [Theory]
    [Provokes("DS130")]
    [InlineData("<!DOCTYPE html>\n<html><head><title>\n 502  Bad &amp; Gateway</title></head><body><h1>502</h1>", "`502 Bad & Gateway`", 3)]
    [InlineData("<html><body>Not found", "missing", 0)]
    [InlineData("<div data-props='{\"dailyPapers\": {\"paper\":1}}'>", "missing", 0)]
    [InlineData("<title>Cut</title><div data-props='{\"dailyPapers\": [{\"paper\"", "`Cut`", 1)]
    public void A_page_that_lists_no_paper_is_reported_whatever_its_name(string page, string title, int line)
    {
        Reading reading = Reading.OfFile("2025-11-03.json", page);
        Diagnostic diagnostic = Assert.Single(reading.Diagnostics);
        Assert.Equal(("DS130", Severity.Error, "this page lists no paper; its title is " + title, line), (diagnostic.Id, diagnostic.Severity, diagnostic.Message, diagnostic.Span.Line));
    }

    [Theory]
    [InlineData("<span>")]
    [InlineData("<article><h3><a href='/papers/2511.00001'>")]
    [InlineData("</x>")]
    [InlineData("<svg>")]
    [InlineData("<a b1 b2 b3 ")]
    [InlineData("<div data-props='{\"paper\":[[[{'>")]
    public void A_heap_of_tags_ends(string tag)
    {
        Reading reading = Reading.OfFile("saved.html", "<p>" + string.Concat(Enumerable.Repeat(tag, 100_000)));
        Assert.InRange(reading.Diagnostics.Count, 0, 60);
    }

    private static string Page(string body) => $"<!DOCTYPE html>\n<html><head><title>Daily Papers</title></head>\n<body>{body}\n</body></html>\n";

    private static string Hydrated(string target, string props) =>
        $"<div class=\"SVELTE_HYDRATER contents\" data-target=\"{target}\" data-props=\"{props.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)}\"><div></div></div>\n";

    private static ArxivId Id(string text) => ArxivId.TryParse(text, out ArxivId? id) ? id : throw new ArgumentException(text, nameof(text));
}
