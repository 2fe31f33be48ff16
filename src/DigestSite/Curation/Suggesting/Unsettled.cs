using DigestSite.Papers;

namespace DigestSite.Curation.Suggesting;

/// <summary>A paper that the phrases leave in <c>other</c>, or put under one theme by a narrow margin, with the ways to settle it.</summary>
internal sealed record Unsettled(CuratedPaper Curated, Margin Margin, EquatableArray<Settlement> Ways)
{
    public Paper Paper => Curated.Paper;
}

/// <summary>A theme that a paper may belong to, with phrases of which each alone would put it there clearly.</summary>
internal sealed record Settlement(ThemeRule Rule, int Score, EquatableArray<SuggestedPhrase> Phrases);

/// <summary>Phrases that are telling of a theme and that it does not look for yet.</summary>
internal sealed record MissingPhrases(ThemeRule Rule, EquatableArray<SuggestedPhrase> Phrases);
