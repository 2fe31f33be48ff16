using DigestSite.Papers;

namespace DigestSite.Pictures;

/// <summary>How many papers the newest digests share, two by two.</summary>
internal static class OverlapFigure
{
    // So many columns with a number each fit on a phone.
    private const int MostDigests = 8;
    private const double Names = 34;
    private const int Head = 24;
    private const int Row = 30;

    /// <summary>Null where no two of them share any.</summary>
    /// <param name="href">Makes the address of a page of the site.</param>
    public static Figure? Of(Archive archive, Func<SitePath, string> href)
    {
        Digest[] digests = [.. archive.Digests.Take(MostDigests)];
        HashSet<Slug>[] papers = [.. digests.Select(d => d.Papers.Select(p => p.Slug).ToHashSet())];
        int[][] shared = [.. papers.Select(a => papers.Select(b => a.Count(b.Contains)).ToArray())];
        var pairs = Enumerable.Range(0, digests.Length).SelectMany(a => Enumerable.Range(0, a).Select(b => (A: a, B: b, Shared: shared[a][b]))).ToArray();
        int most = pairs.Select(p => p.Shared).DefaultIfEmpty().Max();
        if (most == 0)
        {
            return null;
        }

        var best = pairs.First(p => p.Shared == most);
        string which = digests.Length < archive.Digests.Count ? $"the newest {digests.Length} digests" : $"the {digests.Length} digests";
        string summary = $"How many papers {which} have in common, two by two; in the corner of each row, all that it has. "
            + $"The most, {Words.Count(most, "paper")}, are in those of {Words.Day(digests[best.A].Date)} and {Words.Day(digests[best.B].Date)}.";
        return new(
            "How digests overlap",
            summary,
            Draw(digests, shared, most, summary).Close(),
            ["Digest", .. digests.Select(d => Stretch.Day(d.Date).Mark)],
            [.. digests.Select((d, i) => new FigureRow(Words.Day(d.Date), href(Routes.Digest(d.Date)), [.. shared[i].Select(Words.Number)]))]);
    }

    private static Svg Draw(Digest[] digests, int[][] shared, int most, string summary)
    {
        double width = (100 - Names) / digests.Length;
        var svg = new Svg("Overlap", "Papers that digests share", summary, Head + (digests.Length * Row));
        for (int i = 0; i < digests.Length; i++)
        {
            double middle = Names + ((i + 0.5) * width);
            int line = Head + (i * Row) + 19;
            svg.Text(middle, 14, Words.Number(i + 1), "middle");
            svg.Text(0, line, $"{i + 1}. {Stretch.Day(digests[i].Date).Mark}");
            for (int k = 0; k <= i; k++)
            {
                bool isWhole = i == k;
                double x = Names + (k * width);
                if (!isWhole && shared[i][k] > 0)
                {
                    svg.Box(x + 0.4, Head + (i * Row) + 1, width - 0.8, Row - 2, 0.1 + (0.35 * shared[i][k] / most));
                }

                svg.Text(x + (width / 2), line, Words.Number(shared[i][k]), "middle", isWhole ? null : "name");
            }
        }

        return svg;
    }
}
