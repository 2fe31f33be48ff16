using DigestSite.Cli;
using DigestSite.Cli.Collect;
using DigestSite.Collecting;
using DigestSite.Diagnostics;
using DigestSite.Papers.Permanence;
using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Collecting;

/// <summary>The small site with a source on this machine, and runs of collecting on days that a test names.</summary>
internal sealed class CollectingSite : IAsyncDisposable
{
    private CollectingSite(LoopbackSource source) => Source = source;

    public SiteFolder Folder { get; } = new();

    public LoopbackSource Source { get; }

    public DiagnosticBag Diagnostics { get; private set; } = new();

    public QuickClock Clock { get; private set; } = QuickClock.At("2025-11-05");

    public TimeSpan OneAnswer { get; set; } = TimeSpan.FromSeconds(30);

    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromMinutes(5);

    public DateOnly? Since { get; set; }

    /// <summary>What was asked in the last run.</summary>
    public IReadOnlyList<string> Asked { get; private set; } = [];

    /// <summary>Everything that the last run reported, each by its id and file: <c>DS085 content/sources.yml</c>.</summary>
    public IEnumerable<string> Told => Diagnostics.InOrder().Select(d => $"{d.Id}: {d.Message}");

    /// <summary>A recorded site whose source has only empty days.</summary>
    /// <param name="sources">sources.yml, in which ADDRESS stands for the source's.</param>
    public static async Task<CollectingSite> Start(string sources = "daily_papers: { since: 2025-11-03, url: ADDRESS/daily, pause: 0 }\n")
    {
        LoopbackSource source = await LoopbackSource.Start();
        var site = new CollectingSite(source);
        site.Folder["content/ledger.tsv"] = LedgerFile.Print(site.Folder.Build().Recorded!);
        site.Folder["content/sources.yml"] = sources.Replace("ADDRESS", source.Address, StringComparison.Ordinal);
        return site;
    }

    public async Task<CollectionOutcome?> Collect(string today)
    {
        Diagnostics = new();
        Clock = QuickClock.At(today);
        Source.Asked.Clear();
        Source.Headers.Clear();
        var options = new BuildOptions { Content = Path.Combine(Folder.Root, "content"), Templates = Path.Combine(Folder.Root, "templates") };
        CollectionOutcome? outcome = await new CollectRun(options, Diagnostics, new Report(quiet: true), Clock) { OneAnswer = OneAnswer, TimeLimit = TimeLimit, Since = Since }.Collect(CancellationToken.None);
        Asked = [.. Source.Asked];
        return outcome;
    }

    public bool Has(string file) => File.Exists(Path.Combine(Folder.Root, "content", file));

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        Folder.Dispose();
    }
}
