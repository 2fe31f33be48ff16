using DigestSite.Papers;

namespace DigestSite.Tests.Dumps.Arxiv;

public class AnnouncementTests
{
    private const string Rss = """
        <?xml version='1.0' encoding='UTF-8'?>
        <rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" version="2.0">
          <channel>
            <title>cs.LG updates on arXiv.org</title>
            <link>http://rss.arxiv.org/rss/cs.LG</link>
            <description>cs.LG updates on the arXiv.org e-print archive.</description>
            <atom:link href="http://rss.arxiv.org/rss/cs.LG" rel="self" type="application/rss+xml"/>
            <pubDate>Fri, 01 Nov 2024 00:00:00 -0400</pubDate>
            <skipDays><day>Saturday</day><day>Sunday</day></skipDays>
            <item>
              <title>Shift, Announced</title>
              <link>https://arxiv.org/abs/2411.00001</link>
              <description>arXiv:2411.00001v1 Announce Type: new 
        Abstract: We say that a &lt; b and $c &gt; d$.</description>
              <guid isPermaLink="false">oai:arXiv.org:2411.00001v1</guid>
              <category>cs.LG</category>
              <category>cs.AI</category>
              <pubDate>Fri, 01 Nov 2024 00:00:00 -0400</pubDate>
              <arxiv:announce_type>new</arxiv:announce_type>
              <dc:rights>http://creativecommons.org/licenses/by/4.0/</dc:rights>
              <arxiv:DOI>10.1000/182.tests</arxiv:DOI>
              <arxiv:journal_reference>J. Tests 12 (2024) 1-9</arxiv:journal_reference>
              <dc:creator>Ann Author, Bo Writer (A Place, Another (Far) Place), The Test Collaboration</dc:creator>
            </item>
            <item>
              <title>Shift, Replaced</title>
              <link>https://arxiv.org/abs/2301.00002</link>
              <description>arXiv:2301.00002v4 Announce Type: replace-cross Abstract: We mend it.</description>
              <dc:creator>Ann (Author</dc:creator>
            </item>
          </channel>
        </rss>
        """;

    private const string Atom = """
        <?xml version='1.0' encoding='UTF-8'?>
        <feed xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="http://www.w3.org/2005/Atom" xml:lang="en-us">
          <id>http://rss.arxiv.org/atom/cs.LG</id>
          <title>cs.LG updates on arXiv.org</title>
          <updated>2024-11-01T04:00:05+00:00</updated>
          <entry>
            <id>oai:arXiv.org:2411.00001v1</id>
            <title>Shift, Announced</title>
            <updated>2024-11-01T04:00:05+00:00</updated>
            <link href="https://arxiv.org/abs/2411.00001" rel="alternate" type="text/html"/>
            <summary>arXiv:2411.00001v1 Announce Type: new 
        Abstract: We say that a &lt; b and $c &gt; d$.</summary>
            <category term="cs.LG"/>
            <category term="cs.AI"/>
            <published>2024-11-01T00:00:00-04:00</published>
            <arxiv:announce_type>new</arxiv:announce_type>
            <dc:rights>http://creativecommons.org/licenses/by/4.0/</dc:rights>
            <arxiv:journal_reference>J. Tests 12 (2024) 1-9</arxiv:journal_reference>
            <arxiv:DOI>https://doi.org/10.1000/182.tests</arxiv:DOI>
            <dc:creator>Ann Author, Bo Writer (A Place, Another (Far) Place), The Test Collaboration</dc:creator>
          </entry>
        </feed>
        """;

    private const string Rdf = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="http://arxiv.org/">
        <title>cs.LG updates on arXiv.org</title>
        <link>http://arxiv.org/</link>
        <items><rdf:Seq><rdf:li rdf:resource="http://arxiv.org/abs/0911.1234"/></rdf:Seq></items>
        </channel>
        <image rdf:about="http://arxiv.org/icons/sfx.gif"><title>arXiv.org</title><link>http://arxiv.org/</link></image>
        <item rdf:about="http://arxiv.org/abs/0911.1234">
        <title>Shift, Updated. (arXiv:0911.1234v2 [cs.LG] UPDATED)</title>
        <link>http://arxiv.org/abs/0911.1234</link>
        <description rdf:parseType="Literal">&lt;p&gt;We say that
        a &amp;lt; b in &lt;a href="http://example.org/x"&gt;this&lt;/a&gt; case.
        &lt;/p&gt;
        </description>
        <dc:creator> &lt;a href="http://arxiv.org/find/cs/1/au:+Author_A/0/1/0/all/0/1"&gt;Ann Author&lt;/a&gt;, &lt;a href="http://arxiv.org/find/cs/1/au:+Writer_B/0/1/0/all/0/1"&gt;Bo Writer&lt;/a&gt;</dc:creator>
        </item>
        </rdf:RDF>
        """;

    [Fact]
    public void RSS_and_Atom_say_the_same_of_a_new_paper()
    {
        ArxivReading rss = ArxivReading.Of(Rss);
        Listing listing = rss.Listings[0];
        Assert.Empty(rss.Diagnostics);
        Assert.Equal(("Shift, Announced", "We say that a < b and $c > d$.", "2411.00001"), (listing.Title, listing.Abstract, listing.Arxiv!.ToString()));
        Assert.Equal(["Ann Author", "Bo Writer", "The Test Collaboration"], listing.Authors);
        Assert.Equal(new ArxivDetails(1, ["cs.LG", "cs.AI"], null, "J. Tests 12 (2024) 1-9", "10.1000/182.tests"), listing.Details);
        Assert.Equal(listing with { Lines = default, TitleLine = 0, TitleColumn = 0 }, ArxivReading.Of(Atom).Single() with { Lines = default, TitleLine = 0, TitleColumn = 0 });
    }

    [Fact]
    public void The_day_of_an_announcement_dates_the_file_and_no_paper()
    {
        ArxivReading rss = ArxivReading.Of(Rss);
        Assert.Equal((new PrintedDate(2024, 11, 1), 8), (rss.Dump.Date, rss.Dump.DateLine));
        Assert.All(rss.Listings, l => Assert.Null(l.Published));
        Assert.Null(ArxivReading.Of(Atom).Single().Published);
    }

    [Fact]
    public void A_replaced_paper_has_its_version_and_a_bracket_that_does_not_pair_is_kept()
    {
        Listing replaced = ArxivReading.Of(Rss).Listings[1];
        Assert.Equal(("2301.00002", 4, "We mend it."), (replaced.Arxiv!.ToString(), replaced.Details!.Version, replaced.Abstract));
        Assert.Equal(["Ann (Author"], replaced.Authors);
    }

    [Fact]
    public void The_announcements_until_2024_are_read_without_their_HTML()
    {
        Listing listing = ArxivReading.Of(Rdf).Single();
        Assert.Equal(("Shift, Updated", "We say that a < b in this case.", "0911.1234"), (listing.Title, listing.Abstract, listing.Arxiv!.ToString()));
        Assert.Equal(["Ann Author", "Bo Writer"], listing.Authors);
        Assert.Equal(new ArxivDetails(2, ["cs.LG"], null, null, null), listing.Details);
    }

    [Theory]
    [InlineData("A Title? (arXiv:2001.00001v1 [stat.ML] CROSS LISTED)", "A Title?")]
    [InlineData("A Title (in two parts)", "A Title (in two parts)")]
    public void What_stands_behind_a_title_is_taken_off(string title, string expected) =>
        Assert.Equal(expected, ArxivReading.OfEntries(ArxivReading.Sound.Replace("A sound paper", title, StringComparison.Ordinal)).Single().Title);
}
