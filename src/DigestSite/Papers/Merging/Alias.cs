using DigestSite.Papers.Permanence;

namespace DigestSite.Papers.Merging;

/// <summary>An editor's word that two names are one work's.</summary>
/// <param name="Slug">The other name, where that is a slug.</param>
/// <param name="Identity">The other name, where that is an arXiv id or a folded title.</param>
/// <param name="OfSlug">The work's own slug; null where it is named by <paramref name="OfArxiv"/>.</param>
/// <param name="OfArxiv">The work's own arXiv id; null where it is named by <paramref name="OfSlug"/>.</param>
internal sealed record Alias(Slug? Slug, Identity? Identity, Slug? OfSlug, ArxivId? OfArxiv)
{
    /// <summary>The paper recorded under the other name, or null.</summary>
    public RecordedPaper? Recorded(Ledger ledger) =>
        Slug is { } slug ? ledger.Papers.GetValueOrDefault(slug) : ledger.Find(Identity!.Value);
}
