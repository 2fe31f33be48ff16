using DigestSite.Papers;

namespace DigestSite.Relating;

/// <summary>
/// Places papers on a square so that related ones stand together. Themes start around a ring, each beside the one it has most in common
/// with, and their papers there; then related papers draw one another near, others push one another off, and what still overlaps is
/// moved apart. No chance and no clock: what stands for chance follows from slugs, and each step is taken in one order.
/// </summary>
internal static class PaperMap
{
    // What stands apart by less is moved: a share of the room that each paper has, and no more than dots need.
    private const double ShareOfRoom = 0.62;
    private const double MostApart = 0.036;

    /// <summary>The place of each paper.</summary>
    public static IReadOnlyDictionary<Slug, MapPoint> Of(IEnumerable<Paper> papers, IReadOnlyDictionary<Slug, EquatableArray<RelatedPaper>> related)
    {
        Paper[] ordered = [.. papers.OrderBy(p => p.Slug)];
        var graph = RelatedGraph.Of(ordered, related);
        (double[] x, double[] y) = ThemeRing.Start(ordered, graph);
        new Relaxation(graph, x, y).Run();
        Fit(x);
        Fit(y);
        Spreading.Apart(x, y, Math.Min(MostApart, ShareOfRoom / Math.Sqrt(Math.Max(1, ordered.Length))));
        Fit(x);
        Fit(y);
        return ordered.Select((p, i) => (p.Slug, Point: new MapPoint(x[i], y[i]))).ToDictionary(p => p.Slug, p => p.Point);
    }

    // To the whole of the square; what lies far out alone does not press the rest together.
    private static void Fit(double[] places)
    {
        if (places.Length == 0)
        {
            return;
        }

        double[] sorted = [.. places.Order()];
        int tail = sorted.Length / 100;
        (double low, double high) = (sorted[tail], sorted[^(tail + 1)]);
        double width = high - low;
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = width > 0 ? Math.Clamp((places[i] - low) / width, 0, 1) : 0.5;
        }
    }
}
