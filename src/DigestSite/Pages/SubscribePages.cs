using DigestSite.Papers;

namespace DigestSite.Pages;

/// <summary>What the page on subscribing shows.</summary>
/// <param name="Url">The absolute address of the feed of digests, for copying.</param>
/// <param name="Themes">The feed of each theme.</param>
/// <param name="Files">The files for programs.</param>
internal sealed record SubscribePage(SitePart Site, PagePart Page, string Url, ThemeRow[] Themes, LinkPart[] Files) : PageModel(Site, Page);

/// <summary>Every way to follow the site.</summary>
internal static class SubscribePages
{
    public static SubscribePage Page(SiteFrame frame, ThemeRow[] themes, Archive archive) => new(
        frame.Site(Routes.Subscribe),
        frame.Page(Routes.Subscribe, "Subscribe", $"Follow {frame.Settings.Title} in a feed reader: every digest, or one theme."),
        frame.Settings.BaseUrl.Absolute(Routes.Feed),
        [.. archive.Themes.Zip(themes, (theme, row) => row with { Href = frame.Href(Routes.ThemeFeed(theme.Id)) }).Where(r => r.Count > 0)],
        [
            new("Every paper, without abstracts", frame.Href(Routes.ApiPapers)),
            new("Every digest", frame.Href(Routes.ApiDigests)),
            new("Themes and tags", frame.Href(Routes.ApiThemes)),
        ]);
}
