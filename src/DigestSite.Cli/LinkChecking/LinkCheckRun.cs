using System.Collections.Concurrent;
using System.Security.Cryptography;
using DigestSite.Diagnostics;
using DigestSite.Links.External;

namespace DigestSite.Cli.LinkChecking;

/// <summary>One run of <c>digest check --external</c>, after the site was built: the network and the clock around what the library decides.</summary>
/// <param name="siteFile">site.yml, as messages name it.</param>
/// <param name="clock">Says what time it is, and what waiting is done by.</param>
internal sealed class LinkCheckRun(BuiltSite site, string siteFile, DiagnosticBag diagnostics, Report report, TimeProvider clock)
{
    private const int AnswersBetweenSaves = 100;

    private readonly ConcurrentDictionary<string, LinkAnswer> _fresh = new(StringComparer.Ordinal);
    private readonly Lock _saving = new();
    private IReadOnlyDictionary<string, LinkAnswer> _known = new Dictionary<string, LinkAnswer>(StringComparer.Ordinal);
    private DateTimeOffset _deadline = DateTimeOffset.MaxValue;

    /// <summary>What earlier runs learnt, and where this one puts what it does.</summary>
    public required LinkCacheFile Cache { get; init; }

    /// <summary>Whether nothing is asked and all is told from the cache.</summary>
    public bool IsOffline { get; init; }

    /// <summary>After which nothing more is asked; null for no limit.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Given on the command line: where there are any, no other address is asked.</summary>
    public IReadOnlyList<AddressPattern> Include { get; init; } = [];

    /// <summary>Given on the command line: what is not asked.</summary>
    public IReadOnlyList<AddressPattern> Exclude { get; init; } = [];

    /// <summary>What may be asked; anything else only where a test serves it.</summary>
    public PublicGate Gate { get; init; } = PublicGate.ForAll;

    /// <summary>How long one answer may take.</summary>
    public TimeSpan OneAnswer { get; init; } = TimeSpan.FromSeconds(30);

    public Func<double> Jitter { get; init; } = () => RandomNumberGenerator.GetInt32(1 << 20) / (double)(1 << 20);

    /// <summary>How many addresses were asked.</summary>
    public int Asked => _fresh.Count;

    /// <summary>Asks what has to be asked and reports all that is known. When <paramref name="end"/> ends it, what was answered is kept.</summary>
    public async Task<LinkFindings> Check(CancellationToken end)
    {
        SiteSettings settings = site.Compiled!.Site.Settings;
        var asked = AskedLinks.Of(site.Links!.External, [.. settings.AskedLinks, .. Include], [.. settings.UnjudgedLinks, .. Exclude], Include.Concat(Exclude), diagnostics);
        _known = Cache.Read(diagnostics);
        AskedAddress[] due = IsOffline ? [] : [.. asked.Due(_known, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))];
        if (due.Length > 0)
        {
            try
            {
                await Ask(due, settings, end);
            }
            finally
            {
                Save();
            }
        }

        end.ThrowIfCancellationRequested();
        ReportNotAsked(due);
        var findings = new LinkFindings(site.Files, site.Links, settings.BaseUrl, asked, AllKnown());
        findings.Report(diagnostics);
        return findings;
    }

    private async Task Ask(AskedAddress[] due, SiteSettings settings, CancellationToken end)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(end);
        if (TimeLimit is { } limit)
        {
            _deadline = clock.GetUtcNow() + limit;
            over.CancelAfter(limit);
        }

        using var asker = new LinkAsker(Gate, UserAgent.Of(settings), OneAnswer, clock, Jitter);
        await Task.WhenAll(due.GroupBy(a => a.Host, StringComparer.OrdinalIgnoreCase).SelectMany(host =>
        {
            var queue = new ConcurrentQueue<AskedAddress>(host);
            return Enumerable.Range(0, Math.Min(HostTurns.MostAtHost, queue.Count)).Select(_ => Work(queue, asker, due.Length, over.Token));
        }).ToArray());
    }

    private async Task Work(ConcurrentQueue<AskedAddress> queue, LinkAsker asker, int all, CancellationToken over)
    {
        while (!over.IsCancellationRequested && clock.GetUtcNow() < _deadline && queue.TryDequeue(out AskedAddress? next))
        {
            try
            {
                if (await asker.Ask(next, over) is { } answer)
                {
                    Keep(answer, all);
                }
            }
            catch (OperationCanceledException) when (over.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private void Keep(LinkAnswer answer, int all)
    {
        _fresh[answer.Address] = answer.After(_known.GetValueOrDefault(answer.Address));
        int count = _fresh.Count;
        report.Progress(FormattableString.Invariant($"ask other sites: {count:N0} of {all:N0}"));
        if (count % AnswersBetweenSaves == 0)
        {
            Save();
        }
    }

    private void Save()
    {
        lock (_saving)
        {
            Cache.Write(AllKnown().Values);
        }
    }

    // What no link is to any more is forgotten, whether or not this run was to ask it.
    private Dictionary<string, LinkAnswer> AllKnown()
    {
        HashSet<string> linked = [.. site.Links!.External.Select(l => AskedAddress.Of(l.Url)).OfType<string>()];
        Dictionary<string, LinkAnswer> all = _known.Where(k => linked.Contains(k.Key)).ToDictionary(StringComparer.Ordinal);
        foreach ((string address, LinkAnswer answer) in _fresh)
        {
            all[address] = answer;
        }

        return all;
    }

    private void ReportNotAsked(AskedAddress[] due)
    {
        AskedAddress[] missed = [.. due.Where(a => !_fresh.ContainsKey(a.Address))];
        if (Cache.Failure is { } failure)
        {
            diagnostics.Add(Catalog.LinkCacheNotWritten.At(SourceSpan.File(Cache.Display), failure));
        }

        if (missed.Length == 0)
        {
            return;
        }

        string because = clock.GetUtcNow() >= _deadline
            ? FormattableString.Invariant($"the time limit of {TimeLimit!.Value.TotalMinutes:0.##} min was over")
            : $"{string.Join(", ", missed.Select(a => $"`{a.Host}`").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(5))} wanted a longer rest than a minute";
        diagnostics.Add(Catalog.LinksNotAsked.At(SourceSpan.File(siteFile), missed.Length == 1 ? "1 address was" : FormattableString.Invariant($"{missed.Length:N0} addresses were"), because));
    }
}
