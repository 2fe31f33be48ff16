using DigestSite.Papers;

namespace DigestSite;

/// <summary>A place of the site that has a feed, in three formats of equal content and under the same names everywhere.</summary>
/// <param name="Folder">Where its files stand.</param>
/// <param name="Page">The page that shows the same to people.</param>
/// <param name="Name">What it is of, in a word or two: <c>Theory</c>.</param>
/// <param name="Title">As a reader lists it among other feeds: the site's title, and what it is of.</param>
/// <param name="Description">A sentence or two.</param>
internal sealed record FeedPlace(SitePath Folder, SitePath Page, string Name, string Title, string Description)
{
    public SitePath Rss => Routes.RssFeed(Folder);

    public SitePath Atom => Routes.AtomFeed(Folder);

    public SitePath Json => Routes.JsonFeed(Folder);

    public FeedFormat[] Formats => [new("RSS", FeedFormat.RssType, Rss), new("Atom", FeedFormat.AtomType, Atom), new("JSON Feed", FeedFormat.JsonType, Json)];

    /// <summary>The feed with an entry a digest.</summary>
    public static FeedPlace OfDigests(SiteSettings settings) => new(Routes.Home, Routes.Home, "Digests", settings.Title, settings.Description);

    /// <summary>The feed with an entry a paper, whatever its theme.</summary>
    public static FeedPlace OfPapers(SiteSettings settings) =>
        new(Routes.Papers, Routes.Digests, "Papers", settings.Title + ": Papers", $"Every paper that {settings.Title} lists.");

    public static FeedPlace Of(Theme theme, SiteSettings settings) => List(Routes.Theme(theme.Id), theme.Title, theme.Description, "Papers on", settings);

    public static FeedPlace Of(Tag tag, SiteSettings settings) => List(Routes.Tag(tag.Id), tag.Title, tag.Description, "Papers tagged", settings);

    private static FeedPlace List(SitePath folder, string title, string description, string papers, SiteSettings settings) =>
        new(folder, folder, title, $"{settings.Title}: {title}", description.Length > 0 ? description : $"{papers} {title}.");
}

/// <summary>One format of a feed.</summary>
/// <param name="Type">Its media type.</param>
internal sealed record FeedFormat(string Name, string Type, SitePath Path)
{
    public const string RssType = "application/rss+xml";
    public const string AtomType = "application/atom+xml";
    public const string JsonType = "application/feed+json";
}
