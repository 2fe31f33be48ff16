using DigestSite.Papers;

namespace DigestSite.Curation;

/// <summary>A paper and what made it so: the phrases' opinion and the editors' word.</summary>
/// <param name="Phrases">What the phrases alone say.</param>
/// <param name="Edited">What papers.yml says; null when nothing.</param>
internal sealed record CuratedPaper(Paper Paper, ThemedText Phrases, PaperOverride? Edited);
