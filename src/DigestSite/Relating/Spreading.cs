namespace DigestSite.Relating;

/// <summary>Moves apart what stands too close, by a grid whose cells are as wide as the distance to keep.</summary>
internal static class Spreading
{
    private const int Rounds = 40;

    public static void Apart(double[] x, double[] y, double distance)
    {
        int cells = (int)(1 / distance) + 1;
        var first = new int[cells * cells];
        var next = new int[x.Length];
        for (int round = 0; round < Rounds; round++)
        {
            Array.Fill(first, -1);
            for (int i = 0; i < x.Length; i++)
            {
                int cell = (Cell(y[i], cells) * cells) + Cell(x[i], cells);
                (next[i], first[cell]) = (first[cell], i);
            }

            bool moved = false;
            for (int i = 0; i < x.Length; i++)
            {
                moved |= FromNeighbours(i, x, y, distance, cells, first, next);
            }

            if (!moved)
            {
                return;
            }
        }
    }

    private static int Cell(double place, int cells) => Math.Clamp((int)(place * cells), 0, cells - 1);

    private static bool FromNeighbours(int i, double[] x, double[] y, double distance, int cells, int[] first, int[] next)
    {
        bool moved = false;
        int column = Cell(x[i], cells);
        int row = Cell(y[i], cells);
        for (int r = Math.Max(0, row - 1); r <= Math.Min(cells - 1, row + 1); r++)
        {
            for (int c = Math.Max(0, column - 1); c <= Math.Min(cells - 1, column + 1); c++)
            {
                for (int other = first[(r * cells) + c]; other >= 0; other = next[other])
                {
                    moved |= other > i && Part(i, other, x, y, distance);
                }
            }
        }

        return moved;
    }

    // Each moves half of what is missing; two at one place part along the row.
    private static bool Part(int a, int b, double[] x, double[] y, double distance)
    {
        double dx = x[b] - x[a];
        double dy = y[b] - y[a];
        double apart = Math.Sqrt((dx * dx) + (dy * dy));
        if (apart >= distance)
        {
            return false;
        }

        (dx, dy) = apart > 0 ? (dx / apart, dy / apart) : (1, 0);
        double half = (distance - apart) / 2;
        (x[a], y[a]) = (x[a] - (dx * half), y[a] - (dy * half));
        (x[b], y[b]) = (x[b] + (dx * half), y[b] + (dy * half));
        return true;
    }
}
