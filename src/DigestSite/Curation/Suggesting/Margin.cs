using DigestSite.Papers;

namespace DigestSite.Curation.Suggesting;

/// <summary>How clearly the phrases decided for one paper.</summary>
/// <param name="Best">The theme that its phrases put it under; null where none reaches the threshold.</param>
/// <param name="Second">The theme that comes next, or the nearest one where there is no best; null when no other has points.</param>
internal sealed record Margin(ThemeScore? Best, ThemeScore? Second)
{
    /// <summary>A lead of so many points, or fewer, is narrow: one word more in the abstract would turn it.</summary>
    public const int Narrow = 1;

    /// <summary>The points by which the best leads.</summary>
    public int Points => (Best?.Score ?? 0) - (Second?.Score ?? 0);

    /// <summary>Whether one occurrence of some phrase could have put it elsewhere.</summary>
    public bool IsNarrow => Best is not null && Second is not null && Points <= Narrow;

    public static Margin Of(ThemedText phrases)
    {
        ThemeScore[] standing = [.. phrases.Scores.Where(s => s.Score > 0).Take(2)];
        return phrases.Theme.Id == Theme.OtherId
            ? new(null, standing.FirstOrDefault())
            : new(standing[0], standing.ElementAtOrDefault(1));
    }
}
