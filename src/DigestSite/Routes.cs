using System.Globalization;
using DigestSite.Papers;

namespace DigestSite;

/// <summary>The URL map: where everything stands.</summary>
internal static class Routes
{
    public static SitePath Home => SitePath.Root;

    public static SitePath Digests { get; } = new("digests/");

    public static SitePath Themes { get; } = new("themes/");

    public static SitePath Organizations { get; } = new("orgs/");

    public static SitePath Trending { get; } = new("trending/");

    public static SitePath Subscribe { get; } = new("subscribe/");

    /// <summary>https://www.w3.org/TR/appmanifest/</summary>
    public static SitePath Manifest { get; } = new("site.webmanifest");

    public static SitePath Icon { get; } = new("assets/icon-180.png");

    public static SitePath LargeIcon { get; } = new("assets/icon-512.png");

    public static SitePath Stats { get; } = new("stats/");

    public static SitePath Map { get; } = new("map/");

    public static SitePath NotFound { get; } = new("404.html");

    /// <summary>The RSS feed of the digests.</summary>
    public static SitePath Feed { get; } = RssFeed(Home);

    /// <summary>The folder of the papers' pages and feeds; it has no page of its own.</summary>
    public static SitePath Papers { get; } = new("papers/");

    /// <summary>The list of all feeds, for feed readers.</summary>
    public static SitePath FeedList { get; } = new("feeds.opml");

    /// <summary>The style sheet that browsers show feeds with.</summary>
    public static SitePath FeedStyle { get; } = new("assets/feed.css");

    public static SitePath Sitemap { get; } = new("sitemap.xml");

    public static SitePath Robots { get; } = new("robots.txt");

    public static SitePath ApiPapers { get; } = new("api/papers.json");

    public static SitePath ApiDigests { get; } = new("api/digests.json");

    public static SitePath ApiThemes { get; } = new("api/themes.json");

    /// <summary>What the site was built from.</summary>
    public static SitePath ApiBuild { get; } = new("api/build.json");

    public static SitePath Search { get; } = new("search/");

    /// <summary>What the search page loads first: the newest papers, and where the others are.</summary>
    public static SitePath SearchIndex { get; } = new("search/latest.json");

    /// <summary>The folder of an index that Pagefind makes.</summary>
    public static SitePath Pagefind { get; } = new("search/pagefind/");

    public static SitePath PagefindScript { get; } = new("search/pagefind/pagefind.js");

    public static SitePath SearchPapers(int block) => new(string.Create(CultureInfo.InvariantCulture, $"search/papers-{block}.json"));

    public static SitePath SearchTerms(int block) => new(string.Create(CultureInfo.InvariantCulture, $"search/terms-{block}.json"));

    public static SitePath Digest(DateOnly date) => new($"digests/{Iso(date)}/");

    /// <summary>The Markdown twin of a digest's page.</summary>
    public static SitePath DigestMarkdown(DateOnly date) => new($"digests/{Iso(date)}/index.md");

    /// <summary>The digest's papers for a reference manager.</summary>
    public static SitePath DigestCitations(DateOnly date) => new($"digests/{Iso(date)}/papers.bib");

    /// <summary>The theme's papers for a reference manager.</summary>
    public static SitePath ThemeCitations(string id) => new($"themes/{id}/papers.bib");

    public static SitePath Week(IsoWeek week) => new($"weeks/{week}/");

    public static SitePath Month(DateOnly day) => new(day.ToString("'months/'yyyy-MM'/'", CultureInfo.InvariantCulture));

    public static SitePath Organization(Slug slug, int page = 1) => Paged($"orgs/{slug}/", page);

    public static SitePath Paper(Slug slug) => new($"papers/{slug}/");

    public static SitePath Page(Slug slug) => new($"{slug}/");

    public static SitePath Tag(string id, int page = 1) => Paged($"tags/{id}/", page);

    public static SitePath Theme(string id, int page = 1) => Paged($"themes/{id}/", page);

    public static SitePath ThemeFeed(string id) => RssFeed(Theme(id));

    public static SitePath RssFeed(SitePath folder) => new(folder + "feed.xml");

    public static SitePath AtomFeed(SitePath folder) => new(folder + "atom.xml");

    public static SitePath JsonFeed(SitePath folder) => new(folder + "feed.json");

    /// <summary>A document of the archive of the papers' Atom feed (RFC 5005); the oldest is number 1.</summary>
    public static SitePath FeedArchive(int document) => new(string.Create(CultureInfo.InvariantCulture, $"papers/archive/{document}.xml"));

    public static SitePath ApiPaper(Slug slug) => new($"api/papers/{slug}.json");

    public static SitePath ApiDigest(DateOnly date) => new($"api/digests/{Iso(date)}.json");

    /// <summary>The page of the digest that a file of the API is of; null for any other file.</summary>
    public static SitePath? DigestOfApi(SitePath path) =>
        path.ToString().Split('/') is ["api", "digests", var name] && Path.GetExtension(name) == ".json" ? new($"digests/{name[..^5]}/") : null;

    /// <summary>The file of the API that belongs to a digest's page; null for any other page.</summary>
    public static SitePath? ApiOfDigest(SitePath page) => page.ToString().Split('/') is ["digests", { Length: > 0 } date, ""] ? new($"api/digests/{date}.json") : null;

    /// <summary>The file of the API that belongs to a paper's page; null for any other page.</summary>
    public static SitePath? ApiOfPaper(SitePath page) => page.ToString().Split('/') is ["papers", { Length: > 0 } slug, ""] ? new($"api/papers/{slug}.json") : null;

    /// <summary>Whether the site itself has pages or files at <c>/slug/</c>, so that no page of the editors can stand there.</summary>
    public static bool IsOwn(Slug slug) => slug.ToString()
        is "digests" or "weeks" or "months" or "themes" or "tags" or "orgs" or "papers" or "trending" or "stats" or "map" or "subscribe" or "search" or "api" or "assets";

    /// <summary>A date as URLs and data have it: <c>2025-11-03</c>.</summary>
    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // The first page is the folder itself, so that its address stays when a second one comes.
    private static SitePath Paged(string folder, int page) =>
        new(page == 1 ? folder : string.Create(CultureInfo.InvariantCulture, $"{folder}page/{page}/"));
}
