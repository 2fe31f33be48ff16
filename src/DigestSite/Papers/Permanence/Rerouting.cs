using DigestSite.Diagnostics;

namespace DigestSite.Papers.Permanence;

/// <summary>Writes into the ledger where addresses went that this build no longer makes. Whatever is not possible is reported.</summary>
/// <param name="made">Every address that the build makes, those left out that only lead on.</param>
/// <param name="merged">Where the addresses of papers lead that an editor merged into others.</param>
internal sealed class Rerouting(Ledger ledger, IReadOnlySet<SitePath> made, IReadOnlyDictionary<SitePath, SitePath> merged, BaseUrl baseUrl, DiagnosticBag diagnostics)
{
    private readonly Dictionary<SitePath, Reroute> _asked = [];
    private readonly Dictionary<SitePath, RecordedUrl> _urls = new(ledger.Urls);

    /// <summary>The ledger that knows of all of it. It is of use only when nothing was reported.</summary>
    public Ledger Apply(IReadOnlyList<Reroute> reroutes)
    {
        foreach (Reroute reroute in reroutes)
        {
            if (TryFindOld(reroute, out SitePath old) && !_asked.TryAdd(old, reroute))
            {
                diagnostics.Add(Catalog.ReroutedTwice.At(reroute.OldSpan, old));
            }
        }

        foreach ((SitePath old, Reroute reroute) in _asked)
        {
            if (reroute.New is null)
            {
                Turn(old, null, reroute.OldSpan);
            }
            else if (TryFindNew(old, reroute, out SitePath target))
            {
                Turn(old, target, reroute.OldSpan);
            }
        }

        LeadOn();
        return ledger.With(_urls.Values);
    }

    private bool TryFindOld(Reroute reroute, out SitePath old)
    {
        SitePath[] known = [.. SiteAddress.Readings(baseUrl, reroute.Old).Where(ledger.Knows).Take(1)];
        old = known.FirstOrDefault();
        if (known.Length == 0)
        {
            diagnostics.Add(Catalog.NotPublished.At(reroute.OldSpan, reroute.Old, Nearest(reroute.Old, ledger.Urls.Keys.Concat(ledger.Implied))));
        }
        else if (made.Contains(old))
        {
            diagnostics.Add(Catalog.StillAnswers.At(reroute.OldSpan, old, "this build makes it", $"take away what makes it first; `digest explain url /{old}` shows what does"));
            return false;
        }
        else if (merged.TryGetValue(old, out SitePath into))
        {
            diagnostics.Add(Catalog.StillAnswers.At(reroute.OldSpan, old, $"an alias in papers.yml leads it to `/{into}`", "nothing needs doing; to lead it elsewhere, remove the alias first"));
            return false;
        }

        return known.Length > 0;
    }

    private bool TryFindNew(SitePath old, Reroute reroute, out SitePath target)
    {
        SitePath[] readings = [.. SiteAddress.Readings(baseUrl, reroute.New!)];
        SitePath[] ends = [.. readings.Select(End).OfType<SitePath>().Take(1)];
        target = ends.FirstOrDefault();
        (string Fault, string WayOut)? objection =
            readings.Length == 0 ? ("no address of this site", $"give a path such as `/themes/`, or an address that begins with {baseUrl}")
            : readings.Any(r => r == old) ? ("the same address", "name another one, or say that it is gone for good: `--retire`")
            : ends.Length == 0 ? (IsGoingRound(readings) ? "a redirect that leads back" : "not made by this build", Nearest(reroute.New!, made))
            : Mismatch(old, target);
        if (objection is { } no)
        {
            diagnostics.Add(Catalog.NoPlaceToGo.At(reroute.NewSpan, old, reroute.New, no.Fault, no.WayOut));
        }

        return objection is null;
    }

    // Where a reader who asks for it ends up: redirects of the ledger, of papers.yml and of this very command are followed.
    private SitePath? End(SitePath path)
    {
        var seen = new HashSet<SitePath>();
        SitePath? at = path;
        while (at is { } here && !made.Contains(here))
        {
            at = seen.Add(here) ? Next(here) : null;
        }

        return at;
    }

    private SitePath? Next(SitePath path) =>
        _asked.TryGetValue(path, out Reroute? asked) ? asked.New is null ? null : SiteAddress.Readings(baseUrl, asked.New).Where(r => made.Contains(r) || ledger.Knows(r)).Select(r => (SitePath?)r).FirstOrDefault()
        : merged.TryGetValue(path, out SitePath into) ? into
        : ledger.Urls.GetValueOrDefault(path)?.Target;

    private bool IsGoingRound(SitePath[] readings) => Array.Exists(readings, r => Next(r) is not null);

    // A file cannot send anybody on: it is a copy, so it must be of one kind with the other.
    private static (string Fault, string WayOut)? Mismatch(SitePath old, SitePath target) =>
        old.IsFolder && !target.IsFolder ? ("a file", "name a page for a page")
        : !old.IsFolder && target.IsFolder ? ("a page", "name a file of the same kind: programs that ask for a file cannot read a page; or say that it is gone for good: `--retire`")
        : KindOf(old) != KindOf(target) ? ("a file of another kind", "name a file of the same kind, or say that it is gone for good: `--retire`")
        : null;

    private static string KindOf(SitePath path) => path.ToString().Split('/') switch
    {
        _ when path.IsFolder => "page",
        ["api", "papers", _] => "paper",
        ["api", "digests", _] => "digest",
        ["api", var name] => name,
        [.., "feed.json"] => "feed.json",
        [var name] when name.StartsWith("sitemap", StringComparison.Ordinal) => "sitemap",
        _ => Path.GetExtension(path.ToString()),
    };

    // What stands below a page goes with it: to what is called so below the other one, else it is gone.
    private void Turn(SitePath old, SitePath? target, SourceSpan span)
    {
        _urls[old] = Turned(old, target, span);
        if (!old.IsFolder || old == SitePath.Root)
        {
            return;
        }

        foreach (RecordedUrl url in ledger.Urls.Values.Where(u => u.State == UrlState.Live && GoesWith(u.Path, old) && !made.Contains(u.Path) && !_asked.ContainsKey(u.Path)))
        {
            _urls[url.Path] = Turned(url.Path, target is { } page ? Counterpart(url.Path, old, page) : null, span);
        }
    }

    private static RecordedUrl Turned(SitePath path, SitePath? target, SourceSpan span) => new(path, target is null ? UrlState.Retired : UrlState.Redirect, target, span);

    private static bool GoesWith(SitePath path, SitePath page) =>
        (path != page && path.ToString().StartsWith(page.ToString(), StringComparison.Ordinal)) || Routes.DigestOfApi(path) == page;

    private SitePath? Counterpart(SitePath path, SitePath old, SitePath page)
    {
        SitePath? other = Routes.DigestOfApi(path) is null ? new SitePath(page + path.ToString()[old.ToString().Length..]) : Routes.ApiOfDigest(page);
        return other is { } there && made.Contains(there) ? there : null;
    }

    // What led to an address that now leads on itself leads to its end; with what is gone, so is what led there.
    private void LeadOn()
    {
        foreach (RecordedUrl url in ledger.Urls.Values.Where(u => u.Target is not null && _urls[u.Path] == u))
        {
            if (_urls.GetValueOrDefault(url.Target!.Value) is { State: not UrlState.Live } next && !made.Contains(next.Path))
            {
                _urls[url.Path] = Turned(url.Path, next.Target, url.Span);
            }
        }
    }

    // Thousands of addresses are slow to compare: those of the same folder are near enough.
    private string Nearest(string typed, IEnumerable<SitePath> known)
    {
        string shown = SiteAddress.Shown(baseUrl, typed);
        string folder = shown[..(shown.IndexOf('/', StringComparison.Ordinal) + 1)];
        string[] all = [.. known.Select(p => p.ToString())];
        string[] beside = [.. all.Where(p => p.Length > folder.Length && p.StartsWith(folder, StringComparison.Ordinal))];
        IEnumerable<string> near = beside.Length > 0 ? beside : all.Where(p => p.AsSpan().TrimEnd('/').IndexOf('/') < 0);
        return Spelling.DidYouMean("/" + shown, near.Select(p => "/" + p));
    }
}
