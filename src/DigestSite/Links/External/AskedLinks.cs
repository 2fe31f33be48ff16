using DigestSite.Diagnostics;

namespace DigestSite.Links.External;

/// <summary>Which of a site's links to other sites are asked over the network.</summary>
internal sealed class AskedLinks
{
    private readonly Dictionary<string, string> _addressOf;

    private AskedLinks(Dictionary<string, string> addressOf, IReadOnlyList<AskedAddress> addresses) => (_addressOf, Addresses) = (addressOf, addresses);

    /// <summary>In ordinal order.</summary>
    public IReadOnlyList<AskedAddress> Addresses { get; }

    /// <summary>Chooses among the links of a site; a pattern that matches none of them is reported.</summary>
    /// <param name="include">Where there are any, only what one of them means is asked.</param>
    /// <param name="exclude">What is not asked.</param>
    /// <param name="typed">Those of them that the site's own files do not hold, so that no build has reported them.</param>
    public static AskedLinks Of(IReadOnlyList<ExternalLink> links, IReadOnlyList<AddressPattern> include, IReadOnlyList<AddressPattern> exclude, IEnumerable<AddressPattern> typed, DiagnosticBag diagnostics)
    {
        foreach (AddressPattern pattern in typed.Where(p => !links.Any(l => p.Matches(l.Url))))
        {
            diagnostics.Add(Catalog.UnmatchedPattern.At(pattern.Span, pattern.Text));
        }

        var addressOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string url in links.Select(l => l.Url))
        {
            if ((include.Count == 0 || include.Any(p => p.Matches(url))) && !exclude.Any(p => p.Matches(url)) && AskedAddress.Of(url) is { } address)
            {
                addressOf.Add(url, address);
            }
        }

        return new(addressOf,
        [
            .. addressOf.GroupBy(l => l.Value, StringComparer.Ordinal)
                .Select(g => new AskedAddress(g.Key, g.Select(l => AskedAddress.FragmentOf(l.Key)).Where(f => f.Length > 0).Distinct().Order(StringComparer.Ordinal).ToEquatableArray()))
                .OrderBy(a => a.Address, StringComparer.Ordinal),
        ]);
    }

    /// <summary>The address that is asked for a link; null when it is not.</summary>
    public string? AddressOf(string url) => _addressOf.GetValueOrDefault(url);

    /// <summary>What has to be asked: first what failed, then what was never asked, then what was asked longest ago.</summary>
    public IEnumerable<AskedAddress> Due(IReadOnlyDictionary<string, LinkAnswer> known, DateOnly today) => Addresses
        .Select(a => (Asked: a, Before: known.GetValueOrDefault(a.Address)))
        .Where(a => a.Before?.Lasts(today, a.Asked.Fragments) != true)
        .OrderBy(a => a.Before is null ? 1 : a.Before.IsWhole ? 2 : 0)
        .ThenBy(a => a.Before?.Asked ?? default)
        .ThenBy(a => a.Asked.Address, StringComparer.Ordinal)
        .Select(a => a.Asked);
}
