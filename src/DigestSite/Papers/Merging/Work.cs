using DigestSite.Papers.Permanence;

namespace DigestSite.Papers.Merging;

/// <summary>All listings of one work, before its fields are merged.</summary>
internal sealed record Work
{
    /// <summary>Newest capture first, then by dump name and line.</summary>
    public required EquatableArray<Appearance> Appearances { get; init; }

    /// <summary>What files that make no digest say of it, the best first.</summary>
    public EquatableArray<MetadataEntry> Metadata { get; init; }

    public ArxivId? Arxiv { get; init; }

    /// <summary>What the ledger knows of it, or null when it is new.</summary>
    public RecordedPaper? Recorded { get; init; }

    public Listing Newest => Appearances[0].Listing;

    /// <summary>The place it was first listed at.</summary>
    public Appearance Oldest => Appearances[^1];

    /// <summary>The identity it is published under: the recorded one, else its arXiv id, else the title it was first listed with.</summary>
    public Identity Identity =>
        Recorded?.First ?? (Arxiv is not null ? Identity.Of(Arxiv) : Identity.OfTitle(TitleKey.Of(Appearances[^1].Listing)));

    /// <summary>Newest capture first, then by dump name and line: a total order of the places in an archive.</summary>
    public static Comparer<Appearance> NewestFirst { get; } = Comparer<Appearance>.Create((left, right) =>
        right.Capture.Date.CompareTo(left.Capture.Date) is not 0 and var byDate ? byDate
        : string.CompareOrdinal(left.Capture.Name, right.Capture.Name) is not 0 and var byName ? byName
        : left.Listing.Place.CompareTo(right.Listing.Place));
}
