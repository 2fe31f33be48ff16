using System.Globalization;
using DigestSite.Papers.Permanence;
using FsCheck;
using FsCheck.Fluent;

namespace DigestSite.Tests.Sites;

/// <summary>Sites of a few random days, recorded or not.</summary>
internal static class RandomDays
{
    private static readonly string[] Titles =
    [
        "Robustness of things", "A bound", "Technical Report", "Grokking & <b>bounds</b>", "日本語", "A bound?", "a  BOUND", "{{title}}", "../..", "!!!", "Bounds, twice", "C++ or C#",
    ];

    public static Gen<string[][]> Days() => Gen.NonEmptyListOf(Gen.NonEmptyListOf(Gen.Elements(Titles)).Select(t => t.ToArray())).Resize(4).Select(d => d.Take(4).ToArray());

    public static SiteFolder SiteOf(string[][] days)
    {
        var site = new SiteFolder();
        site.DeleteCuration();
        foreach (string dump in Directory.GetFiles(Path.Combine(site.Root, "content", "dumps")))
        {
            File.Delete(dump);
        }

        WriteDumps(site, days, votes: 0);
        return site;
    }

    public static void WriteDumps(SiteFolder site, string[][] days, int votes)
    {
        for (int i = 0; i < days.Length; i++)
        {
            site[$"content/dumps/2025-03-1{i}.txt"] = Dump(new(2025, 3, 10 + i), days[i], votes);
        }
    }

    public static string Dump(DateOnly day, IEnumerable<string> titles, int votes) =>
        $"new\n\nSubscribe\n\n{day.ToString("MMM d", CultureInfo.InvariantCulture)}\n\n" + string.Concat(titles.Select(t =>
            $"{t}\n\n{string.Join(' ', Enumerable.Repeat($"We study {t} at length and say what we found in plain words.", 6))}\n\n  • 3 authors\n·\nOct 6, 2023{(votes > 0 ? $" {votes}" : "")}\n\n"));

    public static BuiltSite Recorded(SiteFolder site, DateOnly? asOf = null)
    {
        site["content/ledger.tsv"] = LedgerFile.Print(Built(site, asOf).Recorded!);
        return Built(site, asOf);
    }

    public static BuiltSite Built(SiteFolder site, DateOnly? asOf = null)
    {
        BuiltSite built = site.Build(o => o with { AsOf = asOf });
        Assert.False(site.Diagnostics.HasErrors, site.DiagnosticText);
        return built;
    }
}
