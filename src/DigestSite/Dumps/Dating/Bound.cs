using DigestSite.Papers;

namespace DigestSite.Dumps.Dating;

/// <summary>A day that a capture is not before, and the listing that says so.</summary>
/// <param name="Here">The listing of the captured page.</param>
/// <param name="There">The listing of another page that dates the paper; null when this one does.</param>
/// <param name="Arxiv">The identifier whose month it is; null when it is a printed date.</param>
internal readonly record struct Bound(DateOnly NotBefore, Clue Here, Clue? There, ArxivId? Arxiv)
{
    /// <summary>The strongest bound of a page as far as papers are dated now, the first of equals; null without any.</summary>
    public static Bound? Strongest(CapturePage page)
    {
        Bound? strongest = null;
        foreach (Clue clue in page.Clues)
        {
            strongest = Stronger(strongest, Of(clue));
        }

        return strongest;
    }

    /// <summary>The strongest bound that one listing gives.</summary>
    public static Bound? Of(Clue clue)
    {
        Bound? printed = clue.Full is { } full ? new(DayBefore(full), clue, null, null) : null;
        Bound? arxiv = clue.Arxiv is { } id ? new(DayBefore(id.Month), clue, null, id) : null;
        return Stronger(Stronger(printed, Elsewhere(clue)), arxiv);
    }

    /// <summary>What another page says of the listing's paper.</summary>
    public static Bound? Elsewhere(Clue clue) =>
        clue.Paper?.Earliest is { Published: { } published } there && there.Page != clue.Page ? new(DayBefore(published), clue, there, null) : null;

    private static Bound? Stronger(Bound? first, Bound? second) =>
        second is { } other && (first is not { } one || other.NotBefore > one.NotBefore) ? other : first;

    // One day of slack: the source prints US Eastern days.
    private static DateOnly DayBefore(DateOnly date) => DateOnly.FromDayNumber(Math.Max(0, date.DayNumber - 1));
}
