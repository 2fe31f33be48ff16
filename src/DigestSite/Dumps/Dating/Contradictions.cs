using System.Globalization;

namespace DigestSite.Dumps.Dating;

/// <summary>What a page prints against the year it is said to be of: at most one reason of each kind, with how many more there are.</summary>
internal static class Contradictions
{
    public static IReadOnlyList<(Clue Clue, string Reason)> Of(CapturePage page)
    {
        var found = new List<(Clue, string)>();
        Clue? late = TooLate(page, found);
        if (page.Elides)
        {
            OwnYearPrinted(page, late, found);
        }

        OtherYears(page, found);
        return found;
    }

    private static Clue? TooLate(CapturePage page, List<(Clue, string)> found)
    {
        if (Bound.Strongest(page) is not { } strongest || strongest.NotBefore <= page.Date)
        {
            return null;
        }

        int more = page.Clues.Count(c => c != strongest.Here && Bound.Of(c) is { } bound && bound.NotBefore > page.Date);
        found.Add((strongest.Here, DatingReasons.Of(strongest) + More(more)));
        return strongest.Here;
    }

    private static void OwnYearPrinted(CapturePage page, Clue? late, List<(Clue, string)> found)
    {
        List<Clue> printed = [.. page.Clues.Where(c => c.Full?.Year == page.Group.Year)];
        if (printed.Count > 0 && (late is null || !printed.Contains(late)))
        {
            found.Add((printed[0], DatingReasons.NotIn(printed[0]) + More(printed.Count - 1)));
        }
    }

    private static void OtherYears(CapturePage page, List<(Clue, string)> found)
    {
        List<ExactYear> others = [.. page.Clues.Select(OtherYear).OfType<ExactYear>()];
        if (others.Count > 0)
        {
            found.Add((others[0].Here, DatingReasons.Of(others[0]) + More(others.Count - 1)));
        }
    }

    private static ExactYear? OtherYear(Clue clue)
    {
        if (clue.Elided is not { } elided || clue.Paper is not { } paper)
        {
            return null;
        }

        Clue? there = paper.Full.FirstOrDefault(f => f.Published is { } date && date.Year != clue.Page.Group.Year && elided.In(date.Year) == date);
        return there is null ? null : new(there.Published!.Value.Year, clue, there);
    }

    private static string More(int count) => count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" (and {count} more like it)");
}
