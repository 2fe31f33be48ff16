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

    // One paper of so many on either side is far out, and comes nearer by this factor.
    private const int OutOfWay = 60;
    private const double FarOut = 0.2;

    /// <summary>The place of each paper.</summary>
    public static IReadOnlyDictionary<Slug, MapPoint> Of(IEnumerable<Paper> papers, IReadOnlyDictionary<Slug, EquatableArray<RelatedPaper>> related)
    {
        Paper[] ordered = [.. papers.OrderBy(p => p.Slug)];
        var graph = RelatedGraph.Of(ordered, related);
        (double[] x, double[] y) = ThemeRing.Start(ordered, graph);
        new Relaxation(graph, x, y).Run();
        int tail = ordered.Length / OutOfWay;
        Fit(x, tail);
        Fit(y, tail);
        Spreading.Apart(x, y, Math.Min(MostApart, ShareOfRoom / Math.Sqrt(Math.Max(1, ordered.Length))));
        Fit(x, 0);
        Fit(y, 0);
        return ordered.Select((p, i) => (p.Slug, Point: new MapPoint(x[i], y[i]))).ToDictionary(p => p.Slug, p => p.Point);
    }

    // To the whole of the square. What lies far out alone comes nearer, so that it does not press the rest together.
    private static void Fit(double[] places, int tail)
    {
        if (places.Length == 0)
        {
            return;
        }

        double[] sorted = [.. places.Order()];
        (double low, double high) = (sorted[tail], sorted[^(tail + 1)]);
        double width = high - low;
        for (int i = 0; i < places.Length; i++)
        {
            double place = width > 0 ? (places[i] - low) / width : 0.5;
            places[i] = place < 0 ? place * FarOut : place > 1 ? 1 + ((place - 1) * FarOut) : place;
        }
    }
}
