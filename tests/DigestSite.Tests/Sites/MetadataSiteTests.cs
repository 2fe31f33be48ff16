using System.Text;
using System.Xml.Linq;
using DigestSite.Diagnostics;
using DigestSite.Explaining;
using DigestSite.Papers;
using DigestSite.Papers.Merging;
using DigestSite.Papers.Permanence;

namespace DigestSite.Tests.Sites;

/// <summary>What content/metadata does to papers that listings show, on the base site.</summary>
public class MetadataSiteTests
{
    private const string Title = "Robustness under Distribution Shift";
    private const string Slug = "robustness-under-distribution-shift";
    private const string Answer = "content/metadata/answer.xml";

    [Fact]
    public void A_paper_without_id_learns_id_authors_categories_comment_and_abstract()
    {
        using var site = new SiteFolder();
        site[Answer] = Feed(Entry("2401.00001", 2, "robustness  under DISTRIBUTION shift"));
        Paper paper = PaperOf(site.Build());
        Assert.Equal("2401.00001", paper.Arxiv?.ToString());
        Assert.Equal(["Ann Author", "Bo Writer", "Cy Third"], paper.Authors);
        Assert.Equal(new ArxivDetails(2, ["cs.LG", "stat.ML"], "12 pages", null, null), paper.Details);
        Assert.Equal(@"Version 2 says that $\frac{1}{2}$ is enough.", paper.Abstract);
        Assert.Equal(Title, paper.Title);
        Assert.DoesNotContain(site.Diagnostics.InOrder(), d => d.Id != "DS305");
    }

    [Fact]
    public void Address_feed_id_and_identity_stay_and_the_id_becomes_an_alias()
    {
        using var site = new SiteFolder();
        BuiltSite before = site.Build();
        site["content/ledger.tsv"] = LedgerFile.Print(before.Recorded!);
        site[Answer] = Feed(Entry("2401.00001", 1, Title));
        BuiltSite after = site.Build();
        Assert.False(site.Diagnostics.HasErrors, site.DiagnosticText);
        Assert.Equal((PaperOf(before).Slug, PaperOf(before).Identity), (PaperOf(after).Slug, PaperOf(after).Identity));
        Assert.Equal(before.Files.Select(f => f.Path), after.Files.Select(f => f.Path));
        Assert.Equal(FeedIds(before), FeedIds(after));
        string[] added = [.. LedgerFile.Print(after.Recorded!).Split('\n').Except(LedgerFile.Print(before.Recorded!).Split('\n'), StringComparer.Ordinal)];
        Assert.Contains($"alias\t{Slug}\tarxiv:2401.00001", added);
        Assert.All(added, l => Assert.True(l.StartsWith("alias\t", StringComparison.Ordinal) || l.StartsWith($"paper\t{Slug}\ttitle:", StringComparison.Ordinal), l));
    }

    [Theory]
    [InlineData("a.xml", "b.xml")]
    [InlineData("b.xml", "a.xml")]
    public void Of_two_files_the_later_version_is_shown(string early, string late)
    {
        using var site = new SiteFolder();
        site["content/metadata/" + early] = Feed(Entry("2401.00001", 1, Title));
        site["content/metadata/" + late] = Feed(Entry("2401.00001", 3, Title));
        Paper paper = PaperOf(site.Build());
        Assert.Equal((3, @"Version 3 says that $\frac{1}{2}$ is enough."), (paper.Details!.Version, paper.Abstract));
    }

    [Fact]
    [Provokes("DS301")]
    public void A_title_of_two_ids_is_a_warning_and_the_listing_joins_neither()
    {
        using var site = new SiteFolder();
        site[Answer] = Feed(Entry("2401.00001", 1, Title), Entry("2402.00002", 1, Title));
        Paper paper = PaperOf(site.Build());
        Assert.Null(paper.Arxiv);
        Assert.Empty(paper.Authors);
        Diagnostic[] warnings = [.. site.Diagnostics.InOrder().Where(d => d.Id == "DS301")];
        Assert.Equal([("2025-03-11.txt", 11), ("2025-11-03.txt", 13)], warnings.Select(d => (Path.GetFileName(d.Span.FileName), d.Span.Line)));
        Assert.All(warnings, w => Assert.Contains("(2401.00001, 2402.00002)", w.Message, StringComparison.Ordinal));
        Assert.All(warnings, w => Assert.Equal(Title, w.Span.LineText));
    }

    [Fact]
    public void What_no_listing_shows_makes_no_paper()
    {
        using var site = new SiteFolder();
        int papers = site.Build().Compiled!.Papers.Count;
        site[Answer] = Feed(Entry("2401.00001", 1, "Something Else"));
        Assert.Equal(papers, site.Build().Compiled!.Papers.Count);
        Assert.DoesNotContain(site.Diagnostics.InOrder(), d => d.Id != "DS305");
    }

    [Fact]
    public void A_file_that_an_editor_dates_makes_a_digest()
    {
        using var site = new SiteFolder();
        site[Answer] = Feed(Entry("2401.00001", 1, "Something Else"), Entry("2402.00002", 1, Title));
        site["content/dumps.yml"] += "  answer.xml:\n    date: 2025-11-05\n";
        BuiltSite built = site.Build();
        Assert.False(site.Diagnostics.HasErrors, site.DiagnosticText);
        Digest digest = built.Compiled!.Site.Archive.Digests[0];
        Assert.Equal(new DateOnly(2025, 11, 5), digest.Date);
        Assert.Equal(["Something Else", Title], digest.Papers.Select(p => p.Title));
        Assert.Equal(3, PaperOf(built).Appearances.Count);
        Assert.Equal("2402.00002", PaperOf(built).Arxiv?.ToString());
    }

    [Fact]
    public void An_announcement_among_the_dumps_is_dated_by_itself()
    {
        using var site = new SiteFolder();
        site["content/dumps/cs.LG.xml"] = """
            <rss xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0"><channel>
            <title>cs.LG updates on arXiv.org</title><link>http://rss.arxiv.org/rss/cs.LG</link>
            <pubDate>Wed, 05 Nov 2025 00:00:00 -0500</pubDate>
            <item><title>Something Else</title><link>https://arxiv.org/abs/2511.00001</link><guid isPermaLink="false">oai:arXiv.org:2511.00001v1</guid>
            <description>arXiv:2511.00001v1 Announce Type: new
            Abstract: We announce it.</description><dc:creator>Ann Author</dc:creator></item>
            </channel></rss>
            """;
        BuiltSite built = site.Build();
        Assert.False(site.Diagnostics.HasErrors, site.DiagnosticText);
        Digest digest = built.Compiled!.Site.Archive.Digests[0];
        Assert.Equal((new DateOnly(2025, 11, 5), false), (digest.Date, digest.IsInferred));
        Assert.Equal(["We announce it."], digest.Papers.Select(p => p.Abstract));
    }

    [Fact]
    public void What_is_hostile_in_metadata_reaches_the_pages_escaped()
    {
        using var site = new SiteFolder();
        site[Answer] = Feed(Entry("2401.00001", 1, Title)
            .Replace("Ann Author", "&lt;script&gt;alert(1)&lt;/script&gt; {{site}} \u202E\u0085", StringComparison.Ordinal)
            .Replace("12 pages", "&lt;img src=x onerror=alert(1)&gt;\u0080", StringComparison.Ordinal));
        BuiltSite built = site.Build();
        Assert.False(site.Diagnostics.HasErrors, site.DiagnosticText);
        Assert.All(built.Files.Where(f => f.Path.ToString() is var p && (p.EndsWith('/') || p.EndsWith(".xml", StringComparison.Ordinal))), f =>
        {
            string text = Encoding.UTF8.GetString(f.Bytes.Span);
            Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
            Assert.DoesNotContain("<img src=x", text, StringComparison.Ordinal);
            Assert.DoesNotContain('\u0080', text);
        });
    }

    [Fact]
    [Provokes("DS117")]
    public void A_name_that_both_folders_have_is_told_at_the_metadata()
    {
        using var site = new SiteFolder();
        site["content/metadata/2025-11-03.txt"] = Feed(Entry("2401.00001", 1, Title));
        site.Build();
        Diagnostic fault = Assert.Single(site.Diagnostics.InOrder(), d => d.Id == "DS117");
        Assert.EndsWith("content/metadata/2025-11-03.txt", fault.Span.FileName, StringComparison.Ordinal);
        Assert.EndsWith("content/dumps/2025-11-03.txt", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Provokes("DS210")]
    public void An_answer_among_the_dumps_that_nothing_dates_is_told()
    {
        using var site = new SiteFolder();
        site["content/dumps/answer.xml"] = Feed(Entry("2401.00001", 1, Title));
        site.Build();
        Diagnostic fault = Assert.Single(site.Diagnostics.InOrder(), d => d.Severity == Severity.Error);
        Assert.Equal("DS210", fault.Id);
        Assert.EndsWith("content/dumps/answer.xml", fault.Span.FileName, StringComparison.Ordinal);
        Assert.Contains("answer.xml", fault.WayOut, StringComparison.Ordinal);
    }

    [Fact]
    public void Why_a_field_is_arxivs_is_explained_with_its_place()
    {
        using var site = new SiteFolder();
        site[Answer] = Feed(Entry("2401.00001", 2, Title));
        string account = PaperExplanation.Of(site.Build().Compiled!, Slug)!.Replace(site.Root + "/", "", StringComparison.Ordinal);
        Assert.All(
            (string[])
            [
                "arXiv      2401.00001, from the metadata, by its title [content/metadata/answer.xml:3]",
                "abstract      arXiv's own text; listing pages damage formulas  [content/metadata/answer.xml:3]",
                "authors       3 authors: a list of names beats a count  [content/metadata/answer.xml:3]",
                "arXiv details  version 2; cs.LG, stat.ML; 12 pages  [content/metadata/answer.xml:3]",
                "published     Oct 6, 2024: as the metadata say  [content/metadata/answer.xml:3]",
            ],
            line => Assert.Contains(line, account, StringComparison.Ordinal));
    }

    [Fact]
    public void A_title_tells_an_id_only_where_it_is_one_papers()
    {
        using var site = new SiteFolder();
        site[Answer] = Feed(Entry("2401.00001", 1, "One"), Entry("2401.00002", 1, "Two"), Entry("2402.00002", 1, "Two"));
        var metadata = new Metadata(site.Build().Compiled!.Metadata);
        Assert.Equal("2401.00001", metadata.IdOf(Samples.Listing("One"))?.ToString());
        Assert.Null(metadata.IdOf(Samples.Listing("Two")));
        Assert.Null(metadata.IdOf(Samples.Listing("Three")));
    }

    private static Paper PaperOf(BuiltSite built) => built.Compiled!.Site.Archive.Papers.Single(p => p.Slug.ToString() == Slug);

    private static string[] FeedIds(BuiltSite built) =>
    [
        .. built.Files
            .Where(f => f.Path.ToString().EndsWith("feed.xml", StringComparison.Ordinal))
            .SelectMany(f => XDocument.Parse(Encoding.UTF8.GetString(f.Bytes.Span)).Descendants("guid").Select(g => $"{f.Path} {g.Value}")),
    ];

    private static string Feed(params string[] entries) => $"""
        <?xml version='1.0' encoding='UTF-8'?>
        <feed xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom"><id>https://arxiv.org/api/x</id><title>arXiv Query: id_list=x</title>
        {string.Join('\n', entries)}
        </feed>
        """;

    private static string Entry(string id, int version, string title) => $$"""
        <entry><id>http://arxiv.org/abs/{{id}}v{{version}}</id><title>{{title}}</title>
        <summary>Version {{version}} says that $\frac{1}{2}$ is enough.</summary><published>2024-10-06T12:00:00Z</published>
        <author><name>Ann Author</name></author><author><name>Bo Writer</name></author><author><name>Cy Third</name></author>
        <arxiv:comment>12 pages</arxiv:comment><arxiv:primary_category term="cs.LG"/><category term="stat.ML"/><category term="cs.LG"/></entry>
        """;
}
