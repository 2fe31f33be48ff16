using DigestSite.Papers;

namespace DigestSite.Pictures;

/// <summary>How many papers are in one digest, in two, in more.</summary>
internal static class RecurrenceFigure
{
    // What is in more digests than this is counted together.
    private const int MostDigests = 8;
    private const double Names = 30;
    private const double Widest = 56;
    private const int Row = 28;

    /// <summary>Null where no paper came back.</summary>
    public static Figure? Of(IReadOnlyList<Paper> papers)
    {
        IReadOnlyList<(int Digests, int Papers)> counts = Tally.Recurrence(papers);
        int again = counts.Where(c => c.Digests > 1).Sum(c => c.Papers);
        if (again == 0)
        {
            return null;
        }

        int last = Math.Min(MostDigests, counts[^1].Digests);
        (string Name, int Papers)[] rows =
        [
            .. Enumerable.Range(1, last).Select(n => (
                Name: n == MostDigests && counts[^1].Digests > n ? $"in {n} or more" : $"in {Words.Count(n, "digest")}",
                Papers: counts.Where(c => c.Digests == n || (n == MostDigests && c.Digests > n)).Sum(c => c.Papers))),
        ];
        int most = rows.Max(r => r.Papers);
        string summary = $"{Words.Count(again, "paper")} of {Words.Number(papers.Count)} came back in a later digest; the most often listed {(counts[^1].Papers == 1 ? "is" : "are")} in {Words.Number(counts[^1].Digests)}.";
        var svg = new Svg("Recurrence", "Papers by how many digests list them", summary, rows.Length * Row);
        for (int i = 0; i < rows.Length; i++)
        {
            double width = rows[i].Papers == 0 ? 0 : Math.Max(0.6, Widest * rows[i].Papers / most);
            svg.Text(0, (i * Row) + 19, rows[i].Name, kind: "name");
            svg.Box(Names, (i * Row) + 5, width, Row - 10).Text(Names + width + 2, (i * Row) + 19, Words.Number(rows[i].Papers));
        }

        return new("How papers come back", summary, svg.Close(), ["Listed", "Papers"], [.. rows.Select(r => new FigureRow(r.Name, null, [Words.Number(r.Papers)]))]);
    }
}
