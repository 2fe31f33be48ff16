namespace DigestSite.Pictures;

/// <summary>The marks below bars.</summary>
internal static class Axis
{
    // The first and the last are always marked, those between where there is room on a phone, all in per cent.
    private const double Room = 15;
    private const double RoomAtEnds = 28;

    /// <summary>Writes them on one line.</summary>
    /// <param name="y">The base line, in pixels.</param>
    public static void Write(Svg svg, IReadOnlyList<Stretch> stretches, int y)
    {
        double width = 100.0 / stretches.Count;
        if (stretches.Count == 1)
        {
            svg.Text(50, y, stretches[0].Mark, "middle");
            return;
        }

        svg.Text(0, y, stretches[0].Mark);
        double last = 0;
        for (int i = 1; i < stretches.Count - 1; i++)
        {
            // Among months, years are marked where they begin.
            double middle = (i + 0.5) * width;
            bool isYear = stretches[i].Start is { Month: 1, Day: 1 };
            if (isYear && middle >= RoomAtEnds && middle <= 100 - RoomAtEnds && middle - last >= Room)
            {
                svg.Text(middle, y, stretches[i].Mark[^4..], "middle");
                last = middle;
            }
        }

        svg.Text(100, y, stretches[^1].Mark, "end");
    }
}
