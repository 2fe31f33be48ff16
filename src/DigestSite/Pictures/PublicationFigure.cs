using DigestSite.Papers;

namespace DigestSite.Pictures;

/// <summary>How many papers were published when: bars by month, or by year where months would be too many.</summary>
internal static class PublicationFigure
{
    private const int Top = 18;
    private const int High = 120;
    private const int Height = Top + High + 20;

    /// <summary>Null when no paper has a date.</summary>
    public static Figure? Of(IReadOnlyList<Paper> papers)
    {
        IReadOnlyList<(DateOnly Month, int Papers)> months = Tally.ByMonth(papers);
        if (months.Count == 0)
        {
            return null;
        }

        IReadOnlyList<Stretch> stretches = Stretch.Between(months[0].Month, months[^1].Month);
        var counts = new int[stretches.Count];
        foreach ((DateOnly month, int count) in months)
        {
            counts[Stretch.IndexOf(stretches, month)] += count;
        }

        int most = counts.Max();
        int best = Array.IndexOf(counts, most);
        string summary = $"{Words.Count(counts.Sum(), "paper")} with a known date of publication"
            + (stretches.Count == 1 ? $", all of {stretches[0].Name}." : $", from {stretches[0].Name} to {stretches[^1].Name}; the most, {Words.Number(most)}, in {stretches[best].Name}.");
        var svg = new Svg("Published", "Papers by date of publication", summary, Height);
        svg.Bars(counts, most, Top, High).Ground(Top + High);
        svg.Text(Math.Clamp((best + 0.5) * 100 / counts.Length, 4, 96), Top - 5, Words.Number(most), "middle");
        Axis.Write(svg, stretches, Height - 4);
        return new("When papers were published", summary, svg.Close(), ["Published", "Papers"], [.. stretches.Select((s, i) => new FigureRow(s.Name, null, [Words.Number(counts[i])]))]);
    }
}
