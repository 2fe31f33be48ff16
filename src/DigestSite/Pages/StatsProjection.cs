using DigestSite.Papers;
using DigestSite.Pictures;
using DigestSite.Relating;

namespace DigestSite.Pages;

/// <summary>How the archive in numbers, and the map of its papers, look to templates.</summary>
internal sealed class StatsProjection(SiteFrame frame, SiteModel site)
{
    private const int RecurringShown = 10;

    private readonly Archive _archive = site.Archive;

    public StatsPage Stats()
    {
        string papers = SiteFrame.Count(_archive.Papers.Count, "paper");
        Figure?[] figures =
        [
            PublicationFigure.Of(_archive.Papers),
            ThemesFigure.Of(_archive, frame.Href),
            OverlapFigure.Of(_archive, frame.Href),
            RecurrenceFigure.Of(_archive.Papers),
        ];
        return new(
            frame.Site(Routes.Stats),
            frame.Page(Routes.Stats, "Statistics", $"{papers} of {frame.Settings.Title} in numbers and pictures: when they were published, their themes over time, how digests overlap."),
            StatsFacts.Of(_archive, frame),
            [.. figures.OfType<Figure>().Select(Part)],
            [.. Recurring()],
            frame.Href(Routes.Map));
    }

    public MapPage Map()
    {
        IReadOnlyList<Paper> shown = MapFigure.Shown(_archive.Papers, frame.Href);
        bool isAll = shown.Count == _archive.Papers.Count;
        return new(
            frame.Site(Routes.Map),
            frame.Page(Routes.Map, "Map of the papers", $"{SiteFrame.Count(shown.Count, "paper")} of {frame.Settings.Title} placed by what they speak of, in the colours of their themes."),
            shown.Count == 0 ? null : Part(MapFigure.Of(shown, isAll ? site.Related : PaperRelations.Of(shown), frame.Href)),
            [.. Legend(shown)],
            isAll ? null : $"These are {shown.Count:N0} of {SiteFrame.Count(_archive.Papers.Count, "paper")}: those that came back most often, then the newest. All are listed under their themes.",
            frame.Href(Routes.Stats));
    }

    private static FigurePart Part(Figure figure) =>
        new(figure.Title, figure.Summary, figure.Picture, figure.Columns, [.. figure.Rows.Select(r => new TableRow(r.Head, r.Href, r.Cells))]);

    private IEnumerable<RecurringPart> Recurring() =>
        _archive.Papers
            .Select(p => (Paper: p, Digests: Tally.DigestsOf(p)))
            .Where(p => p.Digests > 1)
            .OrderByDescending(p => p.Digests)
            .ThenByDescending(p => p.Paper.LastListed)
            .ThenBy(p => p.Paper.Slug)
            .Take(RecurringShown)
            .Select(p => new RecurringPart(p.Paper.Title, frame.Href(Routes.Paper(p.Paper.Slug)), SiteFrame.Count(p.Digests, "digest")));

    private IEnumerable<LegendPart> Legend(IReadOnlyList<Paper> shown) =>
        shown
            .CountBy(p => p.Theme)
            .OrderBy(t => t.Key.Id == Theme.OtherId)
            .ThenBy(t => t.Key.Order)
            .Select(t => new LegendPart(MapFigure.Mark(t.Key), t.Key.Title, frame.Href(Routes.Theme(t.Key.Id)), t.Value));
}
