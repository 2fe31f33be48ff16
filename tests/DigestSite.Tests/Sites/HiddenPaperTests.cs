using System.Text;
using DigestSite.Diagnostics;
using DigestSite.Papers.Permanence;

namespace DigestSite.Tests.Sites;

/// <summary>A takedown leaves the tombstone, and no other trace in any byte of a site that uses all there is.</summary>
public class HiddenPaperTests
{
    private const string Slug = "zyxomma-quorlings-under-drift";
    private const string FormerSlug = "zyxomma-quorlings-a-draft";

    // Words that nothing but the hidden paper has: of title, abstract, authors, organization, keywords, links, note, id.
    private static readonly string[] Traces =
    [
        "zyxomma", "quorling", "vlimbering", "praxofane", "zyx", "Quendolin", "Vaskmore", "Orvanta", "orvanta", "keplinome", "2510.04242",
        "tiny/zyxcode", "zyxpage.org", "brimbleword", "zyxtalk", "10.1000/zyx", "48151",
    ];

    [Fact]
    public void Nothing_but_its_address_is_left_anywhere()
    {
        using SiteFolder site = FullSite();
        BuiltSite before = site.Build(strict: true);
        Assert.Equal("", site.DiagnosticText);
        Assert.All(Traces, t => Assert.Contains(before.Files, f => Holds(f, t)));
        Assert.True(before.Files.Count(f => Holds(f, Slug)) > 20, "the paper stands in too few files to prove anything");

        Hide(site);
        BuiltSite after = site.Build();
        Assert.DoesNotContain(site.Diagnostics.InOrder(), d => d.Severity == Severity.Error);
        string[] tombstones = [$"papers/{Slug}/", $"papers/{FormerSlug}/", "orgs/orvanta-institute/"];
        Assert.All(tombstones[..2], t => Assert.Contains("At its authors&#39; request.", Text(after, t), StringComparison.Ordinal));
        Assert.All(tombstones, t => Assert.Contains("<meta name=\"robots\" content=\"noindex\">", Text(after, t), StringComparison.Ordinal));

        var found = new List<string>();
        foreach (OutputFile file in after.Files)
        {
            // What a page says is told apart from its address, which it has in common with no other.
            string address = file.Path.ToString();
            found.AddRange(Traces.Where(t => Holds(file, t)).Select(t => $"{t} in {address}"));
            Assert.True(Array.Exists(tombstones, t => t == address) || !Traces.Any(t => address.Contains(t, StringComparison.OrdinalIgnoreCase)), address);
        }

        Assert.Empty(found);
    }

    [Fact]
    public void Numbers_are_those_of_the_papers_that_are_shown()
    {
        using SiteFolder site = FullSite();
        Hide(site);
        BuiltSite hidden = site.Build();

        // The same site whose captures never had it.
        using SiteFolder other = FullSite();
        string dump = other["content/dumps/2025-11-04.txt"];
        int from = dump.IndexOf("Zyxomma", StringComparison.Ordinal), to = dump.IndexOf("A Bound", StringComparison.Ordinal);
        other["content/dumps/2025-11-04.txt"] = dump.Remove(from, to - from);
        other["content/dumps/2025-11-10.json"] = $"[{Other}]";
        File.Delete(Path.Combine(other.Root, "content/metadata/more.xml"));
        other["content/papers.yml"] = File.ReadAllText(Path.Combine(SiteFolder.BaseSite, "content/papers.yml"));
        other["content/notes/2025-11-10.md"] = "---\n---\nSome words.\n";
        other["content/ledger.tsv"] = "";
        BuiltSite without = other.Build();
        Assert.False(other.Diagnostics.HasErrors, other.DiagnosticText);
        foreach (string path in (string[])["", "stats/", "map/", "trending/", "digests/", "digests/2025-11-10/", "search/latest.json", "api/themes.json", "orgs/", "search/"])
        {
            Assert.Equal(Text(without, path), Text(hidden, path));
        }
    }

    private static bool Holds(OutputFile file, string trace) =>
        file.Bytes.Span.IndexOf(Encoding.UTF8.GetBytes(trace)) >= 0 || Encoding.UTF8.GetString(file.Bytes.Span).Contains(trace, StringComparison.OrdinalIgnoreCase);

    private const string Other = """
        {"paper": {"id": "2510.05151", "title": "Bounds for Robust Ferns", "summary": "We bound the generalization error of ferns under distribution shift, and the grokking of ferns, with elementary tools that need no page of their own.", "publishedAt": "2025-10-07T00:00:00.000Z", "upvotes": 3, "authors": [{"name": "Ada Fernwood"}], "organization": {"name": "ferns", "fullname": "Fern House"}}, "publishedAt": "2025-10-07T00:00:00.000Z", "numComments": 1}
        """;

    private const string Hidden = """
        {"paper": {"id": "2510.04242", "title": "Zyxomma Quorlings under Drift", "summary": "We let quorlings drift while vlimbering, a praxofane way of grokking under distribution shift that no robust bound explains so far. Code: https://github.com/tiny/zyxcode for all.", "publishedAt": "2025-10-06T00:00:00.000Z", "upvotes": 48151, "authors": [{"name": "Quendolin Vaskmore"}, {"name": "Ada Fernwood"}], "githubRepo": "https://github.com/tiny/zyxcode", "githubStars": 48151, "projectPage": "https://zyxpage.org/", "ai_keywords": ["keplinome"], "organization": {"name": "orvanta", "fullname": "Orvanta Institute"}}, "publishedAt": "2025-10-06T00:00:00.000Z", "numComments": 2}
        """;

    private const string Metadata = """
        <?xml version="1.0" encoding="UTF-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
          <title>arXiv Query</title><id>http://arxiv.org/api/x</id><updated>2025-11-10T00:00:00-05:00</updated>
          <entry>
            <id>http://arxiv.org/abs/2510.04242v2</id>
            <updated>2025-10-08T00:00:00Z</updated><published>2025-10-06T00:00:00Z</published>
            <title>Zyxomma Quorlings under Drift</title>
            <summary>We let quorlings drift while vlimbering, a praxofane way of grokking under distribution shift that no robust bound explains so far. Code: https://github.com/tiny/zyxcode for all.</summary>
            <author><name>Quendolin Vaskmore</name></author><author><name>Ada Fernwood</name></author>
            <arxiv:comment>48151 pages</arxiv:comment><arxiv:doi>10.1000/zyx</arxiv:doi>
            <category term="cs.LG"/>
          </entry>
        </feed>
        """;

    private static SiteFolder FullSite()
    {
        var site = new SiteFolder();
        site["content/dumps/2025-11-04.txt"] = site["content/dumps/2025-11-03.txt"].Replace("Nov 3", "Nov 4", StringComparison.Ordinal)
            .Replace("Robustness under Distribution Shift", "Zyxomma Quorlings, a Draft", StringComparison.Ordinal)
            .Replace("We study how models behave under distribution shift and show that robust training helps", "We let quorlings drift and show that vlimbering helps", StringComparison.Ordinal)
            .Replace("  • 3 authors\n·\nOct 6, 2024 2", "  • 2 authors\n·\nOct 6", StringComparison.Ordinal);
        Record(site);
        site["content/dumps/2025-11-10.json"] = $"[{Hidden},{Other}]";
        site["content/metadata/more.xml"] = Metadata;
        Record(site);
        site["content/papers.yml"] += $"\n  {Slug}:\n    aliases: [{FormerSlug}]\n    pin: true\n    note: A *brimbleword* of the editors.\n    links:\n      - {{ title: A zyxtalk, url: https://tiny.org/zyxtalk }}\n";
        site["content/notes/2025-11-10.md"] = $"---\npicks:\n  - paper: {Slug}\n    note: Read it for the brimbleword.\n---\nSome words.\n";
        Record(site);
        return site;
    }

    private static void Hide(SiteFolder site)
    {
        string papers = site["content/papers.yml"];
        site["content/papers.yml"] = papers.Replace($"  {Slug}:\n", $"  {Slug}:\n    hide: At its authors' request.\n", StringComparison.Ordinal);
        site.Build();
        Reroute[] gone = [.. site.Diagnostics.InOrder().Where(d => d.Id == "DS306").Select(d => Reroute.Retire(d.Span.LineText!.Split('\t')[1]))];
        site["content/ledger.tsv"] = LedgerFile.Print(site.Build(reroutes: gone).Recorded!);
    }

    private static void Record(SiteFolder site)
    {
        BuiltSite built = site.Build();
        Assert.False(site.Diagnostics.HasErrors, site.DiagnosticText);
        site["content/ledger.tsv"] = LedgerFile.Print(built.Recorded!);
    }

    private static string Text(BuiltSite built, string path) => Encoding.UTF8.GetString(built.Files.Single(f => f.Path.ToString() == path).Bytes.Span);
}
