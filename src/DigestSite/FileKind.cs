namespace DigestSite;

/// <summary>What a file of the site is for, in the words that timings use. Nothing of a build depends on it.</summary>
internal static class FileKind
{
    public const string Pages = "pages";
    public const string Pictures = "pictures";
    public const string Search = "search index";
    public const string Feeds = "feeds";
    public const string Api = "API";
    public const string Others = "other files";

    /// <summary>All, in the order in which tables show them.</summary>
    public static IReadOnlyList<string> All { get; } = [Pages, Pictures, Search, Feeds, Api, Others];

    public static string Of(SitePath path)
    {
        string text = path.ToString();
        return path == Routes.Stats || path == Routes.Map ? Pictures
            : path.IsPage ? Pages
            : text.StartsWith("search/", StringComparison.Ordinal) ? Search
            : text.StartsWith("api/", StringComparison.Ordinal) ? Api
            : IsFeed(path, text) ? Feeds
            : Others;
    }

    private static bool IsFeed(SitePath path, string text) =>
        path == Routes.FeedList || text.StartsWith("papers/archive/", StringComparison.Ordinal) || Path.GetFileName(text) is "feed.xml" or "atom.xml" or "feed.json";
}
