namespace DigestSite.Comparing;

/// <summary>A paper that one site has and the other has not.</summary>
/// <param name="Theme">The title of its theme.</param>
/// <param name="Address">Where its page is or was, from the root of the site: <c>/papers/x/</c>.</param>
/// <param name="KeepsAddress">Of one that is gone: whether something still stands there, such as a redirect.</param>
internal sealed record PaperDifference(string Id, string Title, string Theme, string Address, bool KeepsAddress = false);

/// <summary>A paper under another theme; themes by title.</summary>
internal sealed record MovedPaper(string Id, string Title, string From, string To);

internal sealed record RetitledPaper(string Id, string Before, string After);

/// <summary>A paper with other tags, by id.</summary>
internal sealed record RetaggedPaper(string Id, string Title, IReadOnlyList<string> Added, IReadOnlyList<string> Removed);

/// <summary>Files of one kind, by their addresses from the root of the site, sorted.</summary>
internal sealed record FileDifference(IReadOnlyList<string> Added, IReadOnlyList<string> Changed, IReadOnlyList<string> Removed)
{
    public bool IsNone => Added.Count + Changed.Count + Removed.Count == 0;
}

/// <summary>How large a site is.</summary>
internal sealed record SiteSize(int Files, long Bytes);

/// <summary>What becomes of a site when another build of it takes its place, in the editors' terms.</summary>
/// <param name="Data">The API, citations, Markdown, the search index, the sitemap.</param>
/// <param name="Other">Style sheets, scripts, pictures and the rest.</param>
internal sealed record SiteDifference(
    IReadOnlyList<string> DigestsAdded,
    IReadOnlyList<string> DigestsRemoved,
    IReadOnlyList<PaperDifference> PapersAdded,
    IReadOnlyList<PaperDifference> PapersRemoved,
    IReadOnlyList<MovedPaper> PapersMoved,
    IReadOnlyList<RetitledPaper> PapersRetitled,
    IReadOnlyList<RetaggedPaper> PapersRetagged,
    FileDifference Pages,
    FileDifference Feeds,
    FileDifference Data,
    FileDifference Other,
    SiteSize Before,
    SiteSize After)
{
    private const string BuildFile = "api/build.json";

    public bool IsNone => Pages.IsNone && Feeds.IsNone && Data.IsNone && Other.IsNone;

    public static SiteDifference Of(ComparedSite before, ComparedSite after)
    {
        (ComparedPaper Old, ComparedPaper New)[] both = [.. before.Papers.Values.Where(p => after.Papers.ContainsKey(p.Id)).Select(p => (p, after.Papers[p.Id])).OrderBy(p => p.p.Id, StringComparer.Ordinal)];
        ILookup<FileKind, (string Address, char Change)> files = Files(before, after).ToLookup(f => KindOf(f.Address));
        FileDifference OfKind(FileKind kind) => new(Changed(files[kind], '+'), Changed(files[kind], '~'), Changed(files[kind], '-'));
        return new(
            [.. Digests(after).Except(Digests(before), StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            [.. Digests(before).Except(Digests(after), StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            [.. Only(after, before)],
            [.. Only(before, after)],
            [.. both.Where(p => p.Old.Theme != p.New.Theme).Select(p => new MovedPaper(p.New.Id, p.New.Title, Theme(p.Old.Theme, before), Theme(p.New.Theme, after)))],
            [.. both.Where(p => p.Old.Title != p.New.Title).Select(p => new RetitledPaper(p.New.Id, p.Old.Title, p.New.Title))],
            [.. both.Where(p => !p.Old.Tags.SequenceEqual(p.New.Tags, StringComparer.Ordinal)).Select(p => Retagged(p.Old, p.New)).Where(p => p.Added.Count + p.Removed.Count > 0)],
            OfKind(FileKind.Page),
            OfKind(FileKind.Feed),
            OfKind(FileKind.Data),
            OfKind(FileKind.Other),
            new(before.Files.Count, before.Files.Values.Sum()),
            new(after.Files.Count, after.Files.Values.Sum()));
    }

    private enum FileKind
    {
        Page,
        Feed,
        Data,
        Other,
    }

    // That a site says it was built from other inputs is no change of its own: what follows from them is.
    private static IEnumerable<(string Address, char Change)> Files(ComparedSite before, ComparedSite after) =>
        before.Files.Keys.Union(after.Files.Keys, StringComparer.Ordinal)
            .Where(path => path != BuildFile || !before.Files.ContainsKey(path) || !after.Files.ContainsKey(path))
            .Select(path => (Address: AddressOf(path), Change: !before.Files.ContainsKey(path) ? '+' : !after.Files.ContainsKey(path) ? '-' : before.HasSame(path, after) ? '=' : '~'))
            .Where(f => f.Change != '=')
            .OrderBy(f => f.Address, StringComparer.Ordinal);

    private static string[] Changed(IEnumerable<(string Address, char Change)> files, char change) => [.. files.Where(f => f.Change == change).Select(f => f.Address)];

    private static string AddressOf(string path) => "/" + (path == "index.html" || path.EndsWith("/index.html", StringComparison.Ordinal) ? path[..^"index.html".Length] : path);

    private static FileKind KindOf(string address) =>
        address.EndsWith('/') || Ends(address, ".html") ? FileKind.Page
        : Ends(address, "/feed.xml", "/atom.xml", "/feed.json", ".opml") || address.StartsWith("/papers/archive/", StringComparison.Ordinal) ? FileKind.Feed
        : Ends(address, ".md", ".bib") || Starts(address, "/api/", "/search/", "/sitemap") ? FileKind.Data
        : FileKind.Other;

    private static bool Starts(string address, params string[] starts) => Array.Exists(starts, s => address.StartsWith(s, StringComparison.Ordinal));

    private static bool Ends(string address, params string[] ends) => Array.Exists(ends, e => address.EndsWith(e, StringComparison.Ordinal));

    private static IEnumerable<string> Digests(ComparedSite site) => site.Papers.Values.SelectMany(p => p.Digests).Distinct(StringComparer.Ordinal);

    private static IEnumerable<PaperDifference> Only(ComparedSite site, ComparedSite other) => site.Papers.Values
        .Where(p => !other.Papers.ContainsKey(p.Id))
        .OrderBy(p => p.Id, StringComparer.Ordinal)
        .Select(p => new PaperDifference(p.Id, p.Title, Theme(p.Theme, site), $"/papers/{p.Id}/", other.Files.ContainsKey($"papers/{p.Id}/index.html")));

    private static string Theme(string id, ComparedSite site) => site.Themes.GetValueOrDefault(id, id);

    private static RetaggedPaper Retagged(ComparedPaper old, ComparedPaper now) =>
        new(now.Id, now.Title, [.. now.Tags.Except(old.Tags, StringComparer.Ordinal)], [.. old.Tags.Except(now.Tags, StringComparer.Ordinal)]);
}
