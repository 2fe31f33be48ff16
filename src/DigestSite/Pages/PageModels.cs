using DigestSite.Templates;

namespace DigestSite.Pages;

// What templates see: plain values, ready to show. A property `LastListed` is `last_listed` in a template,
// hrefs carry the base path, and null is what is not known.

/// <summary>What every page shows around its content.</summary>
/// <param name="Base">The base path, with a slash at its end: <c>/digest/</c>.</param>
/// <param name="Url">Its absolute address, with a slash at its end.</param>
/// <param name="ThemeScript">The one inline script, which the security policy knows by its hash.</param>
/// <param name="Links">The pages that every page's foot leads to.</param>
/// <param name="DatesHref">Where a page of the site explains how dates are inferred; null when none does.</param>
internal sealed record SitePart(
    string Title,
    string Tagline,
    string Description,
    string Base,
    string Url,
    string Language,
    NavigationItem[] Navigation,
    LinkPart[] Links,
    string FeedHref,
    string? ContactHref,
    string? DatesHref,
    Html ThemeScript,
    string Generator);

internal sealed record NavigationItem(string Title, string Href, bool IsCurrent);

/// <summary>What a page says of itself to machines.</summary>
/// <param name="Description">At most 160 characters.</param>
/// <param name="Canonical">The page's absolute address, of a redirect where it leads; null for a page that search engines should pass over.</param>
/// <param name="Feeds">The feeds that fit this page, for autodiscovery.</param>
/// <param name="Policy">The Content-Security-Policy, as the element that sets it.</param>
/// <param name="Data">The page in the words of schema.org; null where it has nothing to say.</param>
internal sealed record PagePart(string Title, string Description, string? Canonical, FeedLink[] Feeds, Html Policy, Html? Data)
{
    /// <summary>Whether this is the page that a phone puts on its home screen.</summary>
    public bool IsHome { get; init; }

    /// <summary>The same content as Markdown; null where there is none.</summary>
    public string? MarkdownHref { get; init; }

    /// <summary>Where a browser is sent on to; null on all pages but redirects.</summary>
    public string? RedirectHref { get; init; }
}

/// <summary>A feed in one of its formats, for autodiscovery.</summary>
/// <param name="Type">Its media type.</param>
internal sealed record FeedLink(string Title, string Href, string Type);

internal sealed record LinkPart(string Title, string Href);

/// <summary>What each page has.</summary>
internal abstract record PageModel(SitePart Site, PagePart Page);

/// <summary>A page of content/pages; its Markdown is rendered.</summary>
internal sealed record FreePageModel(SitePart Site, PagePart Page, string Title, Html Body) : PageModel(Site, Page);

internal sealed record NotFoundPage(SitePart Site, PagePart Page) : PageModel(Site, Page);

/// <summary>What stands at the address of a paper that was taken down.</summary>
/// <param name="Reason">Why, in a sentence.</param>
internal sealed record HiddenPage(SitePart Site, PagePart Page, string Reason) : PageModel(Site, Page);

/// <summary>What stands where a page used to be.</summary>
internal sealed record RedirectPage(SitePart Site, PagePart Page) : PageModel(Site, Page);
