using System.Globalization;
using DigestSite.Papers;
using DigestSite.Relating;
using DigestSite.Templates;

namespace DigestSite.Pictures;

/// <summary>The map of the corpus: a linked dot a paper, related ones near each other, in the colour and shape of its theme.</summary>
internal static class MapFigure
{
    /// <summary>How many papers it shows at most.</summary>
    public const int MostPapers = 1000;

    // The dots of a page of 150 kB: an address, a title and the markup of each.
    private const int MostBytes = 130_000;
    private const int MarkupOfDot = 74;

    // More dots than these touch each other on a phone, so they are smaller.
    private const int FewPapers = 300;

    // Dots stay whole at the edges: per cent of the width.
    private const double Margin = 2.5;

    // A title in a tip is cut where nobody reads on.
    private const int MostOfTitle = 120;

    /// <summary>The papers that it shows: those that came back most often, then the newest, as many as a page can carry.</summary>
    public static IReadOnlyList<Paper> Shown(IReadOnlyList<Paper> papers, Func<SitePath, string> href)
    {
        var shown = new List<Paper>();
        int bytes = 0;
        foreach (Paper paper in papers.OrderByDescending(Tally.DigestsOf).ThenByDescending(p => p.FirstListed).ThenBy(p => p.Slug))
        {
            bytes += MarkupOfDot + href(Routes.Paper(paper.Slug)).Length + Math.Min(paper.Title.Length, MostOfTitle);
            if (shown.Count == MostPapers || bytes > MostBytes)
            {
                break;
            }

            shown.Add(paper);
        }

        return shown;
    }

    /// <summary>Draws it.</summary>
    /// <param name="shown">At least one paper.</param>
    public static Figure Of(IReadOnlyList<Paper> shown, IReadOnlyDictionary<Slug, EquatableArray<RelatedPaper>> related, Func<SitePath, string> href, Func<Paper, string> title)
    {
        IReadOnlyDictionary<Slug, MapPoint> places = PaperMap.Of(shown, related);
        IGrouping<Theme, Paper>[] groups =
            [.. shown.OrderBy(p => p.Slug).GroupBy(p => p.Theme).OrderBy(g => g.Key.Id == Theme.OtherId).ThenBy(g => g.Key.Order).ThenBy(g => g.Key.Id, StringComparer.Ordinal)];
        string summary = $"{Words.Count(shown.Count, "paper")}, a dot each: those that speak of the same things stand near each other. Color and shape are the theme’s; each dot leads to its paper.";
        var svg = new Svg("Map", "Map of the papers", summary, null, "group", "map");
        svg.Raw(Palette.Shapes(isSmall: shown.Count > FewPapers));
        foreach (IGrouping<Theme, Paper> group in groups)
        {
            svg.Raw($"<g fill=\"{Palette.Fill(group.Key)}\">\n");
            foreach (Paper paper in group)
            {
                MapPoint place = places[paper.Slug];
                svg.Raw($"<a href=\"{href(Routes.Paper(paper.Slug))}\"><title>{Svg.Escaped(Short(title(paper)))}</title><use href=\"#{Palette.Shape(group.Key)}\" x=\"{PerCent(place.X)}%\" y=\"{PerCent(place.Y)}%\"/></a>\n");
            }

            svg.Raw("</g>\n");
        }

        return new("Map of the papers", summary, svg.Close(), ["Theme", "Papers shown", "Closest themes"], [.. groups.Select(g => Row(g, related, href))]);
    }

    /// <summary>The mark of a theme, for the legend.</summary>
    public static Html Mark(Theme theme) =>
        new($"<svg width=\"14\" height=\"14\" aria-hidden=\"true\" fill=\"{Palette.Fill(theme)}\"><use href=\"#{Palette.Shape(theme)}\" x=\"7\" y=\"7\"/></svg>");

    // Which other themes its papers are most often related to: what the eye sees as neighbours.
    private static FigureRow Row(IGrouping<Theme, Paper> group, IReadOnlyDictionary<Slug, EquatableArray<RelatedPaper>> related, Func<SitePath, string> href)
    {
        IEnumerable<string> closest = group
            .SelectMany(p => related.GetValueOrDefault(p.Slug))
            .Select(r => r.Paper.Theme)
            .Where(t => t.Id != group.Key.Id && t.Id != Theme.OtherId)
            .CountBy(t => t)
            .OrderByDescending(t => t.Value)
            .ThenBy(t => t.Key.Order)
            .Take(2)
            .Select(t => t.Key.Title);
        return new(group.Key.Title, href(Routes.Theme(group.Key.Id)), [Words.Number(group.Count()), string.Join("; ", closest)]);
    }

    private static string Short(string title) =>
        title.Length <= MostOfTitle ? title : title[..(MostOfTitle - 1)].TrimEnd() + "…";

    private static string PerCent(double place) =>
        (Margin + (place * (100 - (2 * Margin)))).ToString("0.#", CultureInfo.InvariantCulture);
}
