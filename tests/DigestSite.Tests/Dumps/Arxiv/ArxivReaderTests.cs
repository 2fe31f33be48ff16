using DigestSite.Diagnostics;
using DigestSite.Dumps;
using DigestSite.Papers;

namespace DigestSite.Tests.Dumps.Arxiv;

public class ArxivReaderTests
{
    private const string Whole = """
        <?xml version="1.0" encoding="UTF-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom">
          <link href="http://arxiv.org/api/query?search_query%3Dall:shift" rel="self" type="application/atom+xml"/>
          <title type="html">ArXiv Query: search_query=all:shift</title>
          <id>http://arxiv.org/api/cHxbiOdZaP56ODnBPIenZhzg5f8</id>
          <entry>
            <id>http://arxiv.org/abs/cs.LG/0501001v3</id>
            <updated>2006-07-16T08:15:48Z</updated>
            <published>2005-01-02T23:59:48Z</published>
            <title>On $\alpha$-Shift:
          A Study of $L_2$ &amp; More</title>
            <summary>  We bound $\frac{1}{2}\sum_i x_i$.
          It holds for a &lt; b, and a
        new paragraph follows.
        </summary>
            <author><name>Ann  Author</name><arxiv:affiliation xmlns:arxiv="http://arxiv.org/schemas/atom">A Place</arxiv:affiliation></author>
            <author><name>Aurora RamÃ­rez</name></author>
            <arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">12 pages,
             3 figures</arxiv:comment>
            <arxiv:journal_ref xmlns:arxiv="http://arxiv.org/schemas/atom">J. Tests 12 (2006) 1-9</arxiv:journal_ref>
            <arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.1000/182.tests</arxiv:doi>
            <link href="http://arxiv.org/abs/cs.LG/0501001v3" rel="alternate" type="text/html"/>
            <arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
            <category term="stat.ML" scheme="http://arxiv.org/schemas/atom"/>
            <category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
            <category term="68T05" scheme="http://arxiv.org/schemas/atom"/>
            <category term="I.2.6; I.5.1" scheme="http://arxiv.org/schemas/atom"/>
          </entry>
        </feed>
        """;

    [Fact]
    public void An_answer_gives_all_that_arXiv_says()
    {
        ArxivReading reading = ArxivReading.Of(Whole);
        Listing listing = reading.Single();
        Assert.Equal(@"On $\alpha$-Shift: A Study of $L_2$ & More", listing.Title);
        Assert.Equal(@"We bound $\frac{1}{2}\sum_i x_i$. It holds for a < b, and a new paragraph follows.", listing.Abstract);
        Assert.Equal("cs.LG/0501001", listing.Arxiv?.ToString());
        Assert.Equal(["Ann Author", "Aurora RamÃ­rez"], listing.Authors);
        Assert.Equal(2, listing.AuthorCount);
        Assert.Equal(new PrintedDate(2005, 1, 2), listing.Published);
        Assert.Equal(new ArxivDetails(3, ["cs.LG", "stat.ML"], "12 pages, 3 figures", "J. Tests 12 (2006) 1-9", "10.1000/182.tests"), listing.Details);
        Assert.Equal((new LineRange(6, 28), 10, 12), (listing.Lines, listing.TitleLine, listing.TitleColumn));
        Assert.Equal((DumpFormat.Arxiv, null, 0), (reading.Dump.Format, reading.Dump.Date, reading.Dump.Parts.Count));
    }

    [Theory]
    [InlineData("http://arxiv.org/abs/2005.14124v2", "2005.14124", 2)]
    [InlineData("https://arxiv.org/abs/2005.14124", "2005.14124", null)]
    [InlineData("http://arxiv.org/abs/astro-ph/0601001v1", "astro-ph/0601001", 1)]
    [InlineData("oai:arXiv.org:2411.00001v12", "2411.00001", 12)]
    [InlineData("http://arxiv.org/abs/2005.14124v99999999999", "2005.14124", null)]
    public void An_id_is_read_with_its_version(string id, string expected, int? version)
    {
        Listing listing = ArxivReading.OfEntries($"<id>{id}</id><title>T</title><summary>S</summary>").Single();
        Assert.Equal((expected, version), (listing.Arxiv!.ToString(), listing.Details!.Version));
    }

    [Fact]
    public void A_withdrawn_paper_is_kept_with_what_it_says() =>
        Assert.Equal("This paper has been withdrawn", ArxivReading.OfEntries(ArxivReading.Sound.Replace("We show it.", "This paper has been withdrawn", StringComparison.Ordinal)).Single().Abstract);

    [Theory]
    [InlineData("<title><![CDATA[A <b> title]]></title>", "A <b> title")]
    [InlineData("<title>A &lt;b&gt; title</title>", "A <b> title")]
    [InlineData("<title>\n  A&#32;<![CDATA[<b>]]>\n title\n</title>", "A <b> title")]
    [InlineData("<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>A <i>&lt;b&gt;</i> title</div></title>", "A <b> title")]
    public void A_title_is_text_however_it_is_written(string element, string expected)
    {
        ArxivReading reading = ArxivReading.OfEntries(ArxivReading.Sound.Replace("<title>A sound paper</title>", element, StringComparison.Ordinal));
        Assert.Equal(expected, reading.Single().Title);
        Assert.StartsWith("A", reading.Dump.Source.Line(reading.Listings[0].TitleLine)[(reading.Listings[0].TitleColumn - 1)..].ToString().Replace("<![CDATA[", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void The_entries_of_one_line_are_told_apart_by_their_columns()
    {
        string text = ArxivReading.Answer(ArxivReading.Sound, ArxivReading.Sound.Replace("08325", "08326", StringComparison.Ordinal)).ReplaceLineEndings("");
        ArxivReading reading = ArxivReading.Of(text.Replace("'UTF-8'?>", "'UTF-8'?>\n\n", StringComparison.Ordinal));
        Assert.Equal(2, reading.Listings.Count);
        Assert.All(reading.Listings, l => Assert.StartsWith("A sound paper<", reading.Dump.Source.Line(3)[(l.TitleColumn - 1)..].ToString(), StringComparison.Ordinal));
        Assert.All(reading.Listings, l => Assert.Equal(3, l.TitleLine));
    }

    [Fact]
    public void Of_two_versions_the_later_is_kept_without_a_word()
    {
        string later = ArxivReading.Sound.Replace("v2", "v3", StringComparison.Ordinal);
        Assert.Equal(3, ArxivReading.OfEntries(ArxivReading.Sound, later).Single().Details!.Version);
        Assert.Equal(3, ArxivReading.OfEntries(later, ArxivReading.Sound).Single().Details!.Version);
    }

    [Theory]
    [InlineData("\uFEFF\n  ")]
    [InlineData("\r\n\r\n")]
    public void What_stands_before_the_declaration_moves_every_place_and_no_more(string lead)
    {
        Listing plain = ArxivReading.OfEntries(ArxivReading.Sound).Single();
        Listing moved = ArxivReading.Of(lead + ArxivReading.Answer(ArxivReading.Sound)).Single();
        int lines = lead.Count(c => c == '\n');
        Assert.Equal(plain with { Lines = new(plain.Lines.First + lines, plain.Lines.Last + lines), TitleLine = plain.TitleLine + lines }, moved);
    }

    [Theory]
    [InlineData("<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'/>", DumpFormat.Arxiv)]
    [InlineData("<feed/>", DumpFormat.Arxiv)]
    [InlineData("<!-- a > b -->\n<rss version='2.0'>", DumpFormat.Arxiv)]
    [InlineData("<rdf:RDF xmlns:rdf='x'>", DumpFormat.Arxiv)]
    [InlineData("<a:feed xmlns:a='http://www.w3.org/2005/Atom'>", DumpFormat.Arxiv)]
    [InlineData("<?xml version='1.0'?><svg/>", DumpFormat.Arxiv)]
    [InlineData("<?xml version='1.0'", DumpFormat.Arxiv)]
    [InlineData("<?xml version='1.0'?>\n<!-- x -->\n<html xmlns='http://www.w3.org/1999/xhtml'>", DumpFormat.WebPage)]
    [InlineData("<?xml version='1.0'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'x'><html>", DumpFormat.WebPage)]
    [InlineData("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c>'>]><a>", DumpFormat.Arxiv)]
    [InlineData("<!DOCTYPE html><feed>", DumpFormat.WebPage)]
    [InlineData("<html><feed>", DumpFormat.WebPage)]
    [InlineData("<!--", DumpFormat.WebPage)]
    internal void A_format_is_told_by_its_root(string text, DumpFormat format) =>
        Assert.Equal(format, DumpReader.FormatOf(new SourceText("a", text)));
}
