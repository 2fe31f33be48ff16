using System.Globalization;
using DigestSite.Papers;

namespace DigestSite.Pages;

/// <summary>Makes what every page shows around its content.</summary>
internal sealed class SiteFrame
{
    private readonly SiteSettings _settings;
    private readonly SitePart _site;
    private readonly FeedLink[] _feeds;

    public SiteFrame(SiteModel site, SitePath? dates)
    {
        _settings = site.Settings;
        _feeds = FeedLinks(FeedPlace.OfDigests(_settings));
        _site = new(
            _settings.Title,
            _settings.Tagline,
            _settings.Description,
            _settings.BaseUrl.BasePath,
            _settings.BaseUrl.ToString(),
            _settings.Language,
            Navigation(null),
            [
                new("Search", Href(Routes.Search)),
                new("Trending", Href(Routes.Trending)),
                new("Organizations", Href(Routes.Organizations)),
                new("Map", Href(Routes.Map)),
                new("Statistics", Href(Routes.Stats)),
                new("Subscribe", Href(Routes.Subscribe)),
            ],
            Href(Routes.Feed),
            ContactHref(_settings.Contact),
            dates is { } page ? Href(page) + "#" + FreePages.DatesId : null,
            SecurityPolicy.Theme.Element,
            site.Generator);
    }

    public SiteSettings Settings => _settings;

    public string Href(SitePath path) => _settings.BaseUrl.Href(path);

    /// <summary>The site as the page at <paramref name="path"/> shows it: the link to itself is marked.</summary>
    public SitePart Site(SitePath path) =>
        _settings.Navigation.Any(n => n.Path == path) ? _site with { Navigation = Navigation(path) } : _site;

    /// <summary>What the page says of itself; a <paramref name="title"/> of null is the site's own.</summary>
    /// <param name="feed">The feed that fits it best; that of the digests by default.</param>
    public PagePart Page(SitePath path, string? title, string description, FeedPlace? feed = null, InlineScript? data = null)
    {
        string full = title is null
            ? _settings.Tagline.Length > 0 ? $"{_settings.Title}: {_settings.Tagline}" : _settings.Title
            : $"{TextFolding.FoldWhiteSpace(title)} · {_settings.Title}";
        string text = Excerpt.Of(description, Excerpt.Description);
        return new(
            full,
            text.Length > 0 ? text : Excerpt.Of(full, Excerpt.Description),
            path == Routes.NotFound ? null : _settings.BaseUrl.Absolute(path),
            feed is null ? _feeds : FeedLinks(feed),
            SecurityPolicy.Of(data),
            data?.Element)
        {
            IsHome = path == Routes.Home,
        };
    }

    /// <summary>A count with its noun: <c>1 paper</c>, <c>1,024 papers</c>.</summary>
    public static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    private FeedLink[] FeedLinks(FeedPlace place) => [.. place.Formats.Select(f => new FeedLink($"{place.Title} ({f.Name})", Href(f.Path), f.Type))];

    private NavigationItem[] Navigation(SitePath? current) =>
        [.. _settings.Navigation.Select(n => new NavigationItem(n.Title, Href(n.Path), n.Path == current))];

    private static string? ContactHref(string? contact) => contact switch
    {
        null or "" => null,
        _ when contact.Contains("://", StringComparison.Ordinal) || contact.StartsWith("mailto:", StringComparison.Ordinal) => contact,
        _ => "mailto:" + contact,
    };
}
