using System.Text;
using System.Text.Json;
using DigestSite.Curation;
using DigestSite.Diagnostics;
using DigestSite.Enriching;

namespace DigestSite.Tests.Enriching;

/// <summary>Snapshots of arXiv's metadata written for tests, and papers to look for in them.</summary>
internal static class Snapshot
{
    public static string Line(string id, string title, string? created = null, int authors = 0) => JsonSerializer.Serialize(new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["id"] = id,
        ["submitter"] = "A. Uthor",
        ["authors"] = "A. Uthor (1), B. Uthor and C. Uthor ((1) Somewhere)",
        ["title"] = title,
        ["comments"] = null,
        ["abstract"] = "  We say \"title\": nothing.\n",
        ["versions"] = created is null ? null : new[] { new { version = "v1", created }, new { version = "v2", created = "Mon, 1 Dec 2025 10:00:00 GMT" } },
        ["authors_parsed"] = authors == 0 ? null : Enumerable.Repeat(new[] { "Uthor", "A.", "" }, authors),
    });

    public static WantedTitles Wanted(params string[] titles) =>
        new(titles.Select(t => new CuratedPaper(Samples.Paper(t, Samples.Theory, null, Samples.Capture("a.txt", new(2025, 11, 3))), null!, null)));

    /// <summary>The ids found of each wanted paper, with its slug.</summary>
    public static IEnumerable<string> Found(WantedTitles wanted) => wanted.Papers.SelectMany(p => wanted.FoundOf(p).Select(r => $"{p.Slug} {r.Id}"));

    public static SnapshotScan Scan(WantedTitles wanted, string text, DiagnosticBag? diagnostics = null) => Scan(wanted, Encoding.UTF8.GetBytes(text), diagnostics);

    public static SnapshotScan Scan(WantedTitles wanted, byte[] bytes, DiagnosticBag? diagnostics = null)
    {
        var scan = new SnapshotScan("arxiv.jsonl", wanted, diagnostics ?? new());
        scan.Read(new ByteLines(new MemoryStream(bytes)));
        return scan;
    }
}
