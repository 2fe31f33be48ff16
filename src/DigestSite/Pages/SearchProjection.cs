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
            Searched(archive),
            [.. archive.Themes.Where(t => archive.Papers.Any(p => p.Theme.Id == t.Id)).Select(t => new SearchOption(t.Id, t.Title))],
            [.. archive.Tags.Where(t => archive.Papers.Any(p => p.Tags.Contains(t))).Select(t => new SearchOption(t.Id, t.Title))],
            Years(archive),
            archive.Papers.Any(CodeLinks.Has),
            Groups(frame, site));
    }

    private static PagePart About(SiteFrame frame, SiteModel site)
    {
        string papers = SiteFrame.Count(site.Archive.Papers.Count, "paper");
        PagePart page = frame.Page(Routes.Search, "Search", $"Search {papers} by {Searched(site.Archive)}; by theme, tag and year.");
        return site.UsesPagefind ? page with { Policy = SecurityPolicy.Of(null, runsWasm: true) } : page;
    }

    // Only what some paper has: of most listings no author is known by name.
    private static string Searched(Archive archive)
    {
        string[] fields =
        [
            "title",
            .. archive.Papers.Any(p => p.Authors.Count > 0) ? ["author"] : Array.Empty<string>(),
            .. archive.Papers.Any(p => p.Organization is not null) ? ["organization"] : Array.Empty<string>(),
            .. archive.Papers.Any(p => p.Arxiv is not null) ? ["arXiv id"] : Array.Empty<string>(),
        ];
        return $"{string.Join(", ", fields)} and abstract";
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
