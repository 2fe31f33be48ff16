using DigestSite.Diagnostics;
using DigestSite.Enriching;
using DigestSite.Papers.Permanence;
using DigestSite.Tests.Cli;
using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Enriching;

/// <summary>Tests of the base site, recorded, and of metadata laid beside it.</summary>
public abstract class OfEnrichedSite : IDisposable
{
    internal const string Shift = "Robustness under\n  Distribution Shift";
    internal const string Bound = "A BOUND for Grokking";
    internal const string Cooking = "Cooking with <b>Neural</b> \"Networks\" & Salt";
    internal const string ShiftDay = "Sun, 6 Oct 2024 17:59:59 GMT";
    internal const string BoundDay = "Tue, 29 Jul 2025 02:00:00 GMT";
    internal const string CookingDay = "Wed, 5 Mar 2025 02:00:00 GMT";

    internal SiteFolder Site { get; } = new();

    protected OfEnrichedSite() => Site["content/ledger.tsv"] = LedgerFile.Print(Site.Build().Recorded!);

    public void Dispose()
    {
        Site.Dispose();
        GC.SuppressFinalize(this);
    }

    internal DiagnosticBag Diagnostics { get; private set; } = new();

    internal string SnapshotPath => Path.Combine(Site.Root, "arxiv.jsonl");

    internal BuildOptions Options => new() { Content = Path.Combine(Site.Root, "content"), Templates = Path.Combine(Site.Root, "templates") };

    internal void WriteSnapshot(params string[] lines) => Site["arxiv.jsonl"] = string.Join('\n', lines);

    internal CommandLine.Result Enrich(params string[] more) => CommandLine.Run(Site.Root, ["enrich", "--arxiv", "arxiv.jsonl", .. more]);

    internal EnrichmentPlan? Plan()
    {
        Diagnostics = new();
        return new Enrichment(Options, Diagnostics).Plan(m => m.Read(SnapshotPath));
    }
}
