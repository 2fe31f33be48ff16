using System.Collections.Frozen;
using DigestSite.Diagnostics;

namespace DigestSite.Links;

/// <summary>The files of a site by the addresses that a host serves them at, and what to say of an address that is none.</summary>
internal sealed class SiteFiles
{
    private const string Index = "index.html";

    private readonly AddressTable _byAddress;
    private readonly Lazy<string[]> _sorted;
    private readonly Lazy<FrozenDictionary<string, string>> _byFoldedCase;

    // Threads only ever set an item, all to the same, so none can spoil another's.
    private readonly bool[] _isLinked;

    // GitHub Pages serves /x from x.html; hosts that are not known to do so get no benefit of the doubt.
    private readonly bool _servesPagesWithoutExtension;

    public SiteFiles(IReadOnlyList<SitePath> paths, BaseUrl baseUrl, IReadOnlySet<string>? quoted = null, EquatableArray<AddressPattern> unjudged = default)
    {
        Quoted = quoted ?? FrozenSet<string>.Empty;
        Unjudged = unjudged;
        Paths = paths;
        _isLinked = new bool[paths.Count];
        BaseUrl = baseUrl;
        _servesPagesWithoutExtension = baseUrl.Origin.EndsWith(".github.io", StringComparison.Ordinal);
        _byAddress = new AddressTable(2 * paths.Count);
        for (int i = 0; i < paths.Count; i++)
        {
            string path = paths[i].FilePath;
            _byAddress.Add(path, i);
            if (IsIndex(path))
            {
                _byAddress.Add(path[..^Index.Length], i);
            }
        }

        _sorted = new(() => [.. _byAddress.Addresses.Where(a => !IsIndex(a)).Order(StringComparer.Ordinal)]);
        _byFoldedCase = new(() => _sorted.Value.DistinctBy(a => a.ToUpperInvariant()).ToFrozenDictionary(a => a, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Addresses of captured text, that nobody here can mend.</summary>
    public IReadOnlySet<string> Quoted { get; }

    /// <summary>Addresses of other sites that editors answer for.</summary>
    public EquatableArray<AddressPattern> Unjudged { get; }

    public IReadOnlyList<SitePath> Paths { get; }

    public BaseUrl BaseUrl { get; }

    public bool IsPage(int file) => Paths[file].FilePath.AsSpan() is var path
        && (path.EndsWith(".html", StringComparison.Ordinal) || path.EndsWith(".htm", StringComparison.Ordinal));

    /// <summary>The file that a host serves at this address, given without the base path.</summary>
    public bool TryFind(ReadOnlySpan<char> address, out int file) => _byAddress.TryFind(address, out file)
        || (_servesPagesWithoutExtension && address.Length > 0 && address[^1] != '/' && _byAddress.TryFind($"{address}.html", out file));

    /// <summary>Notes that another file links to this one.</summary>
    public void NoteLink(int from, int to)
    {
        if (from != to)
        {
            _isLinked[to] = true;
        }
    }

    /// <summary>Whether another file links to this one, by what was noted.</summary>
    public bool IsLinked(int file) => _isLinked[file];

    /// <summary>Why an address that <see cref="TryFind"/> does not know leads nowhere, and what was meant.</summary>
    public Flaw Miss(string address)
    {
        if (_byAddress.TryFind(address + "/", out _))
        {
            return new(Catalog.OpenFolder, Fix: $"write `{Href(address)}/`");
        }

        string inBase = BaseUrl.BasePath[1..];
        if (inBase.Length > 0 && (address + "/").StartsWith(inBase, StringComparison.Ordinal))
        {
            return new(Catalog.WrongBasePath, "repeats", $"write `/{address}`");
        }

        if (_byFoldedCase.Value.TryGetValue(address, out string? cased) || _byFoldedCase.Value.TryGetValue(address + "/", out cased))
        {
            return new(Catalog.LetterCase, Fix: $"write `{Href(cased)}`");
        }

        return IsFolder(address)
            ? new(Catalog.BrokenLink, $"`{address}` is a folder without a page of its own", "link to a page in it")
            : new(Catalog.BrokenLink, $"the site has no `{address}`", Nearest(address));
    }

    /// <summary>What is wrong with a path of this host that does not start with the base path.</summary>
    public Flaw Outside(string path)
    {
        if (path + "/" == BaseUrl.BasePath)
        {
            return new(Catalog.OpenFolder, Fix: $"write `{BaseUrl.BasePath}`");
        }

        return path.StartsWith(BaseUrl.BasePath, StringComparison.OrdinalIgnoreCase)
            ? new(Catalog.LetterCase, Fix: $"write `{Href(path[BaseUrl.BasePath.Length..])}`")
            : new(Catalog.WrongBasePath, "lacks", $"write `{Href(path[1..])}`");
    }

    private string Href(string address) => BaseUrl.BasePath + address;

    private static bool IsIndex(string path) =>
        path.EndsWith(Index, StringComparison.Ordinal) && (path.Length == Index.Length || path[^(Index.Length + 1)] == '/');

    private bool IsFolder(string address)
    {
        string folder = address.EndsWith('/') ? address : address + "/";
        int next = ~Array.BinarySearch(_sorted.Value, folder, StringComparer.Ordinal);
        return next >= 0 && next < _sorted.Value.Length && _sorted.Value[next].StartsWith(folder, StringComparison.Ordinal);
    }

    // The neighbour that begins most like it: found without comparing with every address there is.
    private string Nearest(string address)
    {
        string[] sorted = _sorted.Value;
        int next = ~Array.BinarySearch(sorted, address, StringComparer.Ordinal);
        string? best = null;
        int length = address.TrimEnd('/').Length, folder = address.LastIndexOf('/', Math.Max(0, length - 1)) + 1, shared = folder;
        for (int i = Math.Max(0, next - 1); i <= next && i < sorted.Length; i++)
        {
            if (sorted[i].AsSpan().CommonPrefixLength(address) is var common && common > shared)
            {
                (best, shared) = (sorted[i], common);
            }
        }

        // Hardly alike is no help, and a page is meant rather than a file that goes with it.
        if (best is null || 3 * (shared - folder) < length - folder)
        {
            return "correct the link, or add what it means";
        }

        string page = best[..(best.IndexOf('/', Math.Min(shared, best.Length - 1)) + 1)];
        return $"correct the link, or add what it means; the nearest address is `{Href(page.Length > 0 && _byAddress.TryFind(page, out _) ? page : best)}`";
    }
}
