using System.Globalization;
using DigestSite.Papers;

namespace DigestSite.Pages;

/// <summary>How the search page looks to its template.</summary>
internal static class SearchProjection
{
    // The page stays small however many papers there are: each theme's page has all of its own.
    private const int TitlesInAll = 60;
    private const int TitlesOfTheme = 5;

    public static SearchPage Page(SiteFrame frame, SiteModel site)
    {
        Archive archive = site.Archive;
        return new(
            frame.Site(Routes.Search),
            About(frame, site),
            frame.Href(Routes.Search),
            frame.Href(site.UsesPagefind ? Routes.PagefindScript : Routes.SearchIndex),
            site.UsesPagefind,
            SiteFrame.Count(archive.Papers.Count, "paper"),
            [.. archive.Themes.Where(t => archive.Papers.Any(p => p.Theme.Id == t.Id)).Select(t => new SearchOption(t.Id, t.Title))],
            [.. archive.Tags.Where(t => archive.Papers.Any(p => p.Tags.Contains(t))).Select(t => new SearchOption(t.Id, t.Title))],
            Years(archive),
            Groups(frame, site));
    }

    private static PagePart About(SiteFrame frame, SiteModel site)
    {
        string papers = SiteFrame.Count(site.Archive.Papers.Count, "paper");
        PagePart page = frame.Page(Routes.Search, "Search", $"Search {papers} by title, author, organization and abstract; by theme, tag and year.");
        return site.UsesPagefind ? page with { Policy = SecurityPolicy.Of(null, runsWasm: true) } : page;
    }

    private static SearchOption[] Years(Archive archive) =>
    [
        .. archive.Papers.Select(p => (p.Published ?? p.FirstListed).Year).Distinct().OrderDescending()
            .Select(y => y.ToString(CultureInfo.InvariantCulture))
            .Select(y => new SearchOption(y, y)),
    ];

    private static SearchGroup[] Groups(SiteFrame frame, SiteModel site)
    {
        Archive archive = site.Archive;
        ILookup<string, Paper> byTheme = archive.Papers.ToLookup(p => p.Theme.Id, StringComparer.Ordinal);
        int shown = Math.Clamp(TitlesInAll / Math.Max(1, byTheme.Count), 1, TitlesOfTheme);
        return
        [
            .. archive.Themes.Where(t => byTheme.Contains(t.Id)).Select(t => new SearchGroup(
                t.Title,
                frame.Href(Routes.Theme(t.Id)),
                byTheme[t.Id].Count(),
                [.. byTheme[t.Id].Take(shown).Select(p => new LinkPart(site.Readable.Title(p).Plain, frame.Href(Routes.Paper(p.Slug))))])),
        ];
    }
}
