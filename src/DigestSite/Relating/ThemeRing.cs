using DigestSite.Papers;

namespace DigestSite.Relating;

/// <summary>Where papers start: themes around a ring, each beside the one it has most in common with.</summary>
internal static class ThemeRing
{
    private const double Radius = 10;
    private const double Spread = 2.5;

    public static (double[] X, double[] Y) Start(Paper[] papers, RelatedGraph graph)
    {
        string[] themes = [.. papers.Select(p => p.Theme).DistinctBy(t => t.Id).OrderBy(t => t.Order).ThenBy(t => t.Id, StringComparer.Ordinal).Select(t => t.Id)];
        int[] themeOf = [.. papers.Select(p => Array.IndexOf(themes, p.Theme.Id))];
        int[] ring = Ring(Common(themes.Length, themeOf, graph));
        var x = new double[papers.Length];
        var y = new double[papers.Length];
        for (int i = 0; i < papers.Length; i++)
        {
            (double cx, double cy) = OnSquare((ring[themeOf[i]] + 0.5) / themes.Length);
            uint hash = Hash(papers[i].Slug.ToString());
            x[i] = (cx * Radius) + (Spread * Signed(hash & 0xFFFF));
            y[i] = (cy * Radius) + (Spread * Signed(hash >> 16));
        }

        return (x, y);
    }

    // How much any two themes have in common, by the size of both.
    private static double[,] Common(int themes, int[] themeOf, RelatedGraph graph)
    {
        var sizes = new int[themes];
        foreach (int theme in themeOf)
        {
            sizes[theme]++;
        }

        var common = new double[themes, themes];
        foreach ((int from, int to, double strength) in graph.Edges)
        {
            (int a, int b) = (themeOf[from], themeOf[to]);
            common[a, b] += strength / Math.Sqrt((double)sizes[a] * sizes[b]);
            common[b, a] = common[a, b];
        }

        return common;
    }

    // From the first theme on, always to the nearest of the rest: the place of each on the ring.
    private static int[] Ring(double[,] common)
    {
        int themes = common.GetLength(0);
        var place = new int[themes];
        Array.Fill(place, -1);
        for (int next = 0, last = 0; next < themes; next++)
        {
            int nearest = -1;
            for (int theme = 0; theme < themes; theme++)
            {
                if (place[theme] < 0 && (nearest < 0 || common[last, theme] > common[last, nearest]))
                {
                    nearest = theme;
                }
            }

            place[nearest] = next;
            last = nearest;
        }

        return place;
    }

    // Once around a square: sines differ in the last bit from one machine to another.
    private static (double X, double Y) OnSquare(double turn)
    {
        double along = (turn * 4 % 1 * 2) - 1;
        return (int)(turn * 4) switch
        {
            0 => (along, -1),
            1 => (1, along),
            2 => (-along, 1),
            _ => (-1, -along),
        };
    }

    private static double Signed(uint bits) => (bits / 32767.5) - 1;

    // FNV-1a, then mixed, for its last letters hardly reach the high bits.
    private static uint Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
        {
            hash = (hash ^ c) * 16777619;
        }

        return (hash ^ (hash >> 15)) * 2654435769;
    }
}
