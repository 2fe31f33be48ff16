using System.Xml.Linq;
using DigestSite.Papers;
using DigestSite.Papers.Permanence;
using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Feeds;

/// <summary>The archive of the papers' Atom feed (RFC 5005, 4).</summary>
public class FeedHistoryTests
{
    private static readonly XNamespace Atom = FeedFiles.Atom;
    private static readonly XNamespace History = "http://purl.org/syndication/history/1.0";

    [Fact]
    public void A_reader_that_follows_the_archive_finds_every_paper_once()
    {
        SiteModel site = FeedFiles.SiteOf(FeedFiles.Daily(237, "Text."));
        HashSet<string> found = [.. Titles(FeedFiles.Atoms(site, Routes.AtomFeed(Routes.Papers)))];
        Assert.Equal(50, found.Count);
        string? next = ReadFeed.Link(FeedFiles.Atoms(site, Routes.AtomFeed(Routes.Papers)), "prev-archive");
        var archived = new List<string>();
        while (next is not null)
        {
            XElement document = FeedFiles.Atoms(site, new(next[site.Settings.BaseUrl.ToString().Length..]));
            Assert.NotNull(document.Element(History + "archive"));
            Assert.Equal(next, ReadFeed.Link(document, "self"));
            Assert.Equal(site.Settings.BaseUrl + "papers/atom.xml", ReadFeed.Link(document, "current"));
            archived.AddRange(Titles(document));
            next = ReadFeed.Link(document, "prev-archive");
        }

        Assert.Equal(200, archived.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(200, archived.Count);
        Assert.Equal(237, archived.Union(found, StringComparer.Ordinal).Count());
    }

    [Fact]
    public void What_is_not_full_yet_is_no_archive_document_and_only_the_one_before_leads_to_it()
    {
        SiteModel site = FeedFiles.SiteOf(FeedFiles.Daily(60, "Text."));
        XElement full = FeedFiles.Atoms(site, Routes.FeedArchive(1)), open = FeedFiles.Atoms(site, Routes.FeedArchive(2));
        Assert.EndsWith("papers/archive/2.xml", ReadFeed.Link(full, "next-archive"), StringComparison.Ordinal);
        Assert.Null(ReadFeed.Link(full, "prev-archive"));
        Assert.Null(open.Element(History + "archive"));
        Assert.Null(ReadFeed.Link(open, "next-archive"));
        Assert.EndsWith("papers/archive/1.xml", ReadFeed.Link(open, "prev-archive"), StringComparison.Ordinal);
        Assert.Equal((50, 10), (Titles(full).Count(), Titles(open).Count()));
    }

    [Fact]
    public void What_a_mebibyte_cuts_from_the_newest_papers_stands_in_the_document_that_is_not_full()
    {
        SiteModel site = FeedFiles.SiteOf(FeedFiles.Daily(40, new string('&', 30_000)));
        XElement current = FeedFiles.Atoms(site, Routes.AtomFeed(Routes.Papers));
        string[] shown = [.. Titles(current)];
        Assert.InRange(shown.Length, 1, 39);
        Assert.EndsWith("papers/archive/1.xml", ReadFeed.Link(current, "prev-archive"), StringComparison.Ordinal);
        Assert.Equal(40, shown.Union(Titles(FeedFiles.Atoms(site, Routes.FeedArchive(1))), StringComparer.Ordinal).Count());
    }

    [Fact]
    public void An_entry_of_the_archive_is_a_summary_of_a_kilobyte()
    {
        Paper paper = Samples.Paper(new string('&', 2000), Samples.Theory, new string('&', 30_000), Samples.Capture("a.txt", new(2025, 11, 3))) with { Authors = [.. Enumerable.Repeat(new string('&', 9000), 300)] };
        SiteModel site = FeedFiles.SiteOf(paper);
        Assert.InRange(FeedFiles.Bytes(site, Routes.FeedArchive(1)).Length, 1000, 8000);
        site = FeedFiles.SiteOf(Samples.Paper("A title", Samples.Theory, string.Join(' ', Enumerable.Repeat("A sentence.", 60)), Samples.Capture("a.txt", new(2025, 11, 3))));
        XElement entry = FeedFiles.Atoms(site, Routes.FeedArchive(1)).Element(Atom + "entry")!;
        Assert.InRange(entry.ToString().Length, 500, 1000);
        Assert.Null(entry.Element(Atom + "content"));
        Assert.NotEmpty(entry.Element(Atom + "summary")!.Value);
    }

    [Fact]
    public void A_full_document_stays_to_the_byte_whatever_old_or_new_papers_come_and_all_are_found()
    {
        using var site = new SiteFolder();
        site["content/site.yml"] += "feeds:\n  limit: 2\n";
        Dictionary<string, byte[]> before = [];
        int expected = 0;
        foreach (string day in (string[])["2025-11-10", "2025-11-12", "2025-11-11", "2024-06-10", "2025-11-13", "2024-06-09", "2025-11-14"])
        {
            // The day of the past makes papers late, the one between is no news within a week either.
            site[$"content/dumps/{day}.txt"] = Page(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), 3);
            BuiltSite built = site.Build();
            Assert.DoesNotContain("error", site.DiagnosticText, StringComparison.Ordinal);
            site["content/ledger.tsv"] = LedgerFile.Print(built.Recorded!);
            BuiltSite recorded = site.Build(strict: true);
            Assert.Equal("", site.DiagnosticText);
            Dictionary<string, byte[]> after = Documents(recorded);
            Assert.Equal(Documents(built).Values, after.Values);
            Assert.All(before.SkipLast(1), d => Assert.Equal(d.Value, after[d.Key]));
            Assert.True(after.Count > before.Count);
            expected = recorded.Compiled!.Papers.Count;
            Assert.Equal(expected, Found(recorded).Count());
            before = after;
        }

        Assert.True(expected > 20);
    }

    [Fact]
    public void A_paper_that_was_taken_down_leaves_its_document_and_moves_no_other()
    {
        Paper[] papers = FeedFiles.Daily(60, "Text.");
        SiteModel recorded = FeedFiles.SiteOf([.. papers.Select((p, i) => p with { ArchivedIn = i >= 10 ? 1 : null })]);
        recorded = recorded with { Archive = recorded.Archive with { ArchivedDocuments = 1 } };
        SiteModel without = FeedFiles.SiteOf([.. recorded.Archive.Papers.Where((_, i) => i != 30)]);
        without = without with { Archive = without.Archive with { ArchivedDocuments = 1 } };
        string[] all = [.. Titles(FeedFiles.Atoms(recorded, Routes.FeedArchive(1)))];
        Assert.Equal(50, all.Length);
        Assert.Equal(all.Where(t => t != papers[30].Title), Titles(FeedFiles.Atoms(without, Routes.FeedArchive(1))));
        Assert.Equal(10, Titles(FeedFiles.Atoms(without, Routes.FeedArchive(2))).Count());
    }

    [Theory]
    [Provokes("DS303")]
    [InlineData("\t0")]
    [InlineData("\t-1")]
    [InlineData("\t99999")]
    [InlineData("\tx")]
    [InlineData("\t1\t1")]
    public void A_document_that_cannot_be_is_an_error_at_its_line(string document)
    {
        using var site = new SiteFolder();
        string[] lines = LedgerFile.Print(site.Build().Recorded!).Split('\n');
        int line = Array.FindIndex(lines, l => l.StartsWith("paper\t", StringComparison.Ordinal));
        lines[line] += document;
        site["content/ledger.tsv"] = string.Join('\n', lines);
        site.Build();
        Assert.StartsWith($"content/ledger.tsv({line + 1},1): error DS303: ", site.DiagnosticText, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Titles(XElement feed) => feed.Elements(Atom + "entry").Select(e => e.Element(Atom + "title")!.Value);

    private static Dictionary<string, byte[]> Documents(BuiltSite site) => site.Files
        .Where(f => f.Path.ToString().StartsWith("papers/archive/", StringComparison.Ordinal))
        .OrderBy(f => f.Path.ToString().Length)
        .ThenBy(f => f.Path)
        .ToDictionary(f => f.Path.ToString(), f => f.Bytes.ToArray(), StringComparer.Ordinal);

    private static IEnumerable<string> Found(BuiltSite site) => site.Files
        .Where(f => f.Path.ToString() == "papers/atom.xml" || f.Path.ToString().StartsWith("papers/archive/", StringComparison.Ordinal))
        .Select(f => XDocument.Load(new MemoryStream(f.Bytes.ToArray())).Root!)
        .Where(d => d.Element(History + "archive") is not null || ReadFeed.Link(d, "current") is null)
        .SelectMany(d => d.Elements(Atom + "entry"))
        .Select(e => e.Element(Atom + "id")!.Value)
        .Distinct(StringComparer.Ordinal);

    private static string Page(DateOnly day, int papers)
    {
        string shown = day.ToString("MMM d", System.Globalization.CultureInfo.InvariantCulture);
        IEnumerable<string> listed = Enumerable.Range(1, papers).Select(i =>
            $"Findings {i} of {Routes.Iso(day)} on Sets\n\nWe study {Routes.Iso(day)} and part {i} of it, and report what we find, in words that no other abstract has.\n\n  • 3 authors\n·\nOct 6, 2023");
        return $"Daily Papers\n\n{shown}\n\n{string.Join("\n\n", listed)}\n";
    }
}
