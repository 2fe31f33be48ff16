using DigestSite.Papers;

namespace DigestSite.Pictures;

/// <summary>Each theme's share of what was listed, digest by digest or in longer stretches: a row of bars a theme, on one scale.</summary>
internal static class ThemesFigure
{
    private const int MostDigests = 12;
    private const int Row = 46;
    private const int BarTop = 20;
    private const int BarHeight = 22;

    /// <summary>Null before there are two stretches to compare.</summary>
    /// <param name="href">Makes the address of a page of the site.</param>
    public static Figure? Of(Archive archive, Func<SitePath, string> href)
    {
        Digest[] digests = [.. archive.Digests.Where(d => d.Papers.Count > 0).Reverse()];
        if (digests.Length < 2)
        {
            return null;
        }

        bool isByDigest = digests.Length <= MostDigests;
        IReadOnlyList<Stretch> stretches = isByDigest ? [.. digests.Select(d => Stretch.Day(d.Date))] : Stretch.Between(digests[0].Date, digests[^1].Date);
        if (stretches.Count < 2)
        {
            stretches = [.. digests.TakeLast(MostDigests).Select(d => Stretch.Day(d.Date))];
            digests = [.. digests.TakeLast(MostDigests)];
            isByDigest = true;
        }

        ThemeCounts[] themes = Count(archive, digests, stretches, out int[] totals);
        string each = isByDigest ? "digest" : stretches[0].Mark.Length == 4 ? "stretch of years" : "month";
        return Draw(themes, stretches, totals, each, href);
    }

    // A paper counts once in each stretch that lists it.
    private static ThemeCounts[] Count(Archive archive, Digest[] digests, IReadOnlyList<Stretch> stretches, out int[] totals)
    {
        var counts = archive.Themes.ToDictionary(t => t.Id, _ => new int[stretches.Count], StringComparer.Ordinal);
        var all = new int[stretches.Count];
        foreach (var group in digests.GroupBy(d => Stretch.IndexOf(stretches, d.Date)))
        {
            foreach (Paper paper in group.SelectMany(d => d.Papers).DistinctBy(p => p.Slug))
            {
                counts[paper.Theme.Id][group.Key]++;
                all[group.Key]++;
            }
        }

        totals = all;
        return
        [
            .. archive.Themes
                .Select(t => new ThemeCounts(t, counts[t.Id]))
                .Where(t => t.Counts.Any(c => c > 0))
                .OrderBy(t => t.Theme.Id == Theme.OtherId)
                .ThenByDescending(t => t.Counts.Sum())
                .ThenBy(t => t.Theme.Order),
        ];
    }

    private static Figure Draw(ThemeCounts[] themes, IReadOnlyList<Stretch> stretches, int[] totals, string each, Func<SitePath, string> href)
    {
        // Thousandths, so that bars of one row compare like those of another.
        int[][] shares = [.. themes.Select(t => t.Counts.Select((c, i) => totals[i] == 0 ? 0 : (int)(1000L * c / totals[i])).ToArray())];
        int most = Math.Max(1, shares.Max(s => s.Max()));
        int row = Array.FindIndex(shares, s => s.Max() == most);
        int place = Array.IndexOf(shares[row], most);
        string summary = $"Each theme’s share of the papers of each {each}, from {stretches[0].Name} to {stretches[^1].Name}. All rows have one scale; "
            + $"the highest bar is {themes[row].Theme.Title}, {stretches[place].Name}: {Words.Share(themes[row].Counts[place], totals[place])}.";
        var svg = new Svg("Themes", "Themes over time", summary, (themes.Length * Row) + 22);
        for (int i = 0; i < themes.Length; i++)
        {
            int top = i * Row;
            svg.Text(0, top + 14, themes[i].Theme.Title, kind: "name");
            svg.Bars(shares[i], most, top + BarTop, BarHeight, Palette.Fill(themes[i].Theme)).Ground(top + BarTop + BarHeight);
        }

        Axis.Write(svg, stretches, (themes.Length * Row) + 16);
        return new(
            "Themes over time",
            summary,
            svg.Close(),
            ["Theme", .. stretches.Select(s => s.Mark)],
            [
                .. themes.Select(t => new FigureRow(t.Theme.Title, href(Routes.Theme(t.Theme.Id)), [.. t.Counts.Select(Words.Number)])),
                new FigureRow("All", null, [.. totals.Select(Words.Number)]),
            ]);
    }

    private sealed record ThemeCounts(Theme Theme, int[] Counts);
}
