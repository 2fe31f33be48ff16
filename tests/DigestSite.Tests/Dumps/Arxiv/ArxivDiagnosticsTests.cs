using DigestSite.Diagnostics;

namespace DigestSite.Tests.Dumps.Arxiv;

public class ArxivDiagnosticsTests
{
    private const string Error = "<id>https://arxiv.org/api/errors#incorrect_id_format_for_abc</id><title>Error</title><summary>incorrect id format for abc</summary>";

    [Theory]
    [Provokes("DS140")]
    [InlineData("<?xml version='1.0'?>\n<feed xmlns='http://www.w3.org/2005/Atom'><id>urn:x</id><title>News</title><entry><id>urn:y</id></entry></feed>", "<feed", "this is an Atom feed, but not arXiv's")]
    [InlineData("<rss version='2.0'><channel><title>News</title><item><link>https://news.example.org/1</link></item></channel></rss>", "<rss", "this is an RSS feed, but not arXiv's")]
    [InlineData("<?xml version='1.0'?>\n <svg xmlns='http://www.w3.org/2000/svg'><circle></svg>", "<svg", "this is an XML document `<svg>`")]
    public void XML_that_is_no_word_of_arXivs_is_said_to_be_what_it_is(string text, string place, string message)
    {
        ArxivReading reading = ArxivReading.Of(text);
        Assert.Equal(place, reading.TextAt("DS140"));
        Assert.Equal(message, Assert.Single(reading.Diagnostics).Message);
        Assert.Empty(reading.Listings);
    }

    [Fact]
    [Provokes("DS141")]
    public void A_file_that_breaks_off_is_told_at_its_end_and_whole_entries_are_kept()
    {
        string text = ArxivReading.Answer(ArxivReading.Sound, ArxivReading.Sound.Replace("08325", "08326", StringComparison.Ordinal));
        ArxivReading reading = ArxivReading.Of(text[..text.LastIndexOf("it.", StringComparison.Ordinal)]);
        Assert.Equal("2501.08325", Assert.Single(reading.Listings).Arxiv!.ToString());
        Diagnostic fault = Assert.Single(reading.Diagnostics);
        Assert.Equal(("DS141", 6), (fault.Id, fault.Span.Line));
        Assert.Equal("the XML is damaged here: Unexpected end of file has occurred. The following elements are not closed: summary, entry, feed", fault.Message);
        Assert.Contains("<summary>We show ", fault.Span.LineText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A <b> title")]
    [InlineData("A & title")]
    [InlineData("A &nbsp; title")]
    [InlineData("A \u0001 title")]
    [InlineData("A &#x1; title")]
    [InlineData("A \uFFFE title")]
    [InlineData("A &#xFFFE; title")]
    public void What_XML_forbids_is_told_at_its_place_and_reaches_nothing(string title)
    {
        ArxivReading reading = ArxivReading.OfEntries(ArxivReading.Sound, ArxivReading.Sound.Replace("A sound paper", title, StringComparison.Ordinal).Replace("08325", "08326", StringComparison.Ordinal));
        Assert.Equal("A sound paper", Assert.Single(reading.Listings).Title);
        Diagnostic fault = Assert.Single(reading.Diagnostics);
        Assert.Equal(("DS141", 6), (fault.Id, fault.Span.Line));
        Assert.DoesNotContain("Line 6", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_type_defines_nothing()
    {
        string text = ArxivReading.Answer(ArxivReading.Sound.Replace("A sound", "&a;", StringComparison.Ordinal))
            .Replace("<feed", "<!DOCTYPE feed [<!ENTITY a SYSTEM 'file:///etc/hostname'><!ENTITY b '&a;&a;&a;'>]>\n<feed", StringComparison.Ordinal);
        ArxivReading reading = ArxivReading.Of(text);
        Assert.Equal("DS141", Assert.Single(reading.Diagnostics).Id);
        Assert.Empty(reading.Listings);
    }

    [Fact]
    public void Elements_without_end_do_not_fill_the_memory()
    {
        ArxivReading reading = ArxivReading.OfEntries(ArxivReading.Sound, string.Concat(Enumerable.Repeat("<a>", 1_000_000)));
        Assert.Single(reading.Listings);
        Assert.Equal("the XML is damaged here: elements are nested deeper than 64 levels", Assert.Single(reading.Diagnostics).Message);
        Assert.True(reading.Diagnostics[0].ToString().Length < 1000);
    }

    [Theory]
    [InlineData("(arXiv:")]
    [InlineData("&lt;a href")]
    [InlineData("(")]
    [InlineData("(,)")]
    public void Texts_of_megabytes_are_read_in_good_time(string text)
    {
        string huge = string.Concat(Enumerable.Repeat(text, 200_000)) + ")";
        ArxivReading reading = ArxivReading.OfEntries(
            $"<id>http://arxiv.org/abs/2501.08325v2</id><title>{huge}</title><summary>{huge}</summary><dc:creator xmlns:dc='http://purl.org/dc/elements/1.1/'>{huge}</dc:creator>");
        Assert.Single(reading.Listings);
    }

    [Fact]
    [Provokes("DS142")]
    public void An_error_that_is_an_entry_is_told_with_its_words()
    {
        ArxivReading reading = ArxivReading.OfEntries(Error);
        Assert.Equal("incorrect id format for abc", reading.TextAt("DS142"));
        Assert.Equal("arXiv answered with an error: `incorrect id format for abc`", Assert.Single(reading.Diagnostics).Message);
        Assert.Empty(reading.Listings);
    }

    [Fact]
    [Provokes("DS142")]
    public void An_error_of_the_announcements_is_told_with_its_words()
    {
        ArxivReading reading = ArxivReading.Of("<rss version='2.0'><channel><title>Feed error for query: http://rss.arxiv.org/rss/cs.XX</title><link>http://rss.arxiv.org/rss/cs.XX</link><description>Bad archive 'cs.XX'.</description></channel></rss>");
        Assert.Equal("arXiv answered with an error: `Bad archive 'cs.XX'.`", Assert.Single(reading.Diagnostics).Message);
    }

    [Fact]
    [Provokes("DS143")]
    public void An_empty_answer_is_told_with_its_query()
    {
        ArxivReading reading = ArxivReading.OfEntries();
        Assert.StartsWith("arXiv Query: search_query=all:testing", reading.TextAt("DS143"), StringComparison.Ordinal);
        Diagnostic said = Assert.Single(reading.Diagnostics);
        Assert.Equal(("arXiv had nothing for `search_query=all:testing&start=0`", Severity.Warning), (said.Message, said.Severity));
    }

    [Theory]
    [Provokes("DS144")]
    [InlineData("<id>http://arxiv.org/abs/abc</id><title>T</title>", "http://arxiv.org/abs/abc", "`http://arxiv.org/abs/abc` is no arXiv id, so nothing tells which paper this is")]
    [InlineData("<title>T</title>", "<", "the entry has no arXiv id, so nothing tells which paper this is")]
    [InlineData("", "<", "the entry has no arXiv id, so nothing tells which paper this is")]
    public void An_entry_without_id_is_told_and_left_out(string entry, string place, string message)
    {
        ArxivReading reading = ArxivReading.OfEntries(entry, ArxivReading.Sound);
        Assert.StartsWith(place, reading.Diagnostics[0].Span.LineText![(reading.Diagnostics[0].Span.Column - 1)..], StringComparison.Ordinal);
        Assert.Equal(("DS144", message, 5), (Assert.Single(reading.Diagnostics).Id, reading.Diagnostics[0].Message, reading.Diagnostics[0].Span.Line));
        Assert.Single(reading.Listings);
    }

    [Theory]
    [Provokes("DS145")]
    [InlineData("<id>http://arxiv.org/abs/2501.08326v1</id>")]
    [InlineData("<id>http://arxiv.org/abs/2501.08326v1</id><title> \n</title>")]
    public void An_entry_without_title_is_told_and_left_out(string entry)
    {
        ArxivReading reading = ArxivReading.OfEntries(entry, ArxivReading.Sound);
        Diagnostic said = Assert.Single(reading.Diagnostics);
        Assert.Equal(("DS145", "the entry of 2501.08326 has no title", 5), (said.Id, said.Message, said.Span.Line));
        Assert.Single(reading.Listings);
    }

    [Theory]
    [Provokes("DS146")]
    [InlineData("")]
    [InlineData("<summary/>")]
    [InlineData("<summary>arXiv:2501.08326v1 Announce Type: new</summary>")]
    public void An_entry_without_abstract_is_told_and_kept(string summary)
    {
        ArxivReading reading = ArxivReading.OfEntries($"<id>http://arxiv.org/abs/2501.08326v1</id><title>A title</title>{summary}");
        Assert.Equal("A title", reading.TextAt("DS146"));
        Assert.Equal(Severity.Warning, Assert.Single(reading.Diagnostics).Severity);
        Assert.Null(Assert.Single(reading.Listings).Abstract);
    }

    [Fact]
    [Provokes("DS147")]
    public void A_paper_that_stands_twice_in_one_version_is_told_at_the_second()
    {
        ArxivReading reading = ArxivReading.OfEntries(ArxivReading.Sound, ArxivReading.Sound.Replace("A sound", "Another", StringComparison.Ordinal));
        Diagnostic said = Assert.Single(reading.Diagnostics);
        Assert.Equal(("DS147", "2501.08325 stands in this file already, at line 5, in the same version; that entry is used", 6), (said.Id, said.Message, said.Span.Line));
        Assert.Equal("A sound paper", Assert.Single(reading.Listings).Title);
    }

    [Fact]
    [Provokes("DS148")]
    public void A_day_that_is_none_is_told_and_the_paper_kept()
    {
        ArxivReading reading = ArxivReading.OfEntries(ArxivReading.Sound + "<published>2024-02-30T00:00:00Z</published>");
        Assert.Equal("2024-02-30T00:00:00Z", reading.TextAt("DS148"));
        Assert.Null(Assert.Single(reading.Listings).Published);
    }

    [Fact]
    public void What_is_wrong_in_thousands_of_entries_is_told_twenty_times_and_counted()
    {
        ArxivReading reading = ArxivReading.OfEntries([.. Enumerable.Range(0, 1000).Select(_ => "<title>T</title>"), ArxivReading.Sound]);
        Assert.Equal(20, reading.Diagnostics.Count(d => d.Id == "DS144"));
        Diagnostic rest = Assert.Single(reading.Diagnostics, d => d.Id != "DS144");
        Assert.Equal(("DS131", "980 more `DS144` are in this file than are told one by one"), (rest.Id, rest.Message));
        Assert.Single(reading.Listings);
    }

    [Fact]
    public void Entries_without_end_are_read_to_a_limit()
    {
        ArxivReading reading = ArxivReading.OfEntries([.. Enumerable.Range(0, 10_001).Select(_ => "")]);
        Assert.Single(reading.Diagnostics, d => d.Id == "DS065");
        Assert.Equal(20, reading.Diagnostics.Count(d => d.Id == "DS144"));
    }
}
