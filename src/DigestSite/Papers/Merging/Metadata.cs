namespace DigestSite.Papers.Merging;

/// <summary>One paper of a file that makes no digest.</summary>
internal sealed record MetadataEntry(Dump Dump, Listing Listing);

/// <summary>What content/metadata knows, by arXiv id and by title.</summary>
internal sealed class Metadata
{
    private readonly ILookup<ArxivId, MetadataEntry> _byId;
    private readonly ILookup<string, ArxivId> _byTitle;

    public Metadata(IEnumerable<Dump> files)
    {
        MetadataEntry[] entries =
        [
            .. files
                .OrderBy(f => f.Name, StringComparer.Ordinal)
                .SelectMany(f => f.Listings.Where(l => l.Arxiv is not null).Select(l => new MetadataEntry(f, l)))
                .OrderByDescending(e => e.Dump.Format == DumpFormat.Arxiv)
                .ThenByDescending(e => e.Listing.Details?.Version ?? 0),
        ];
        _byId = entries.ToLookup(e => e.Listing.Arxiv!);
        _byTitle = entries.ToLookup(e => TitleKey.Of(e.Listing), e => e.Listing.Arxiv!, StringComparer.Ordinal);
    }

    public static Metadata None { get; } = new([]);

    /// <summary>All that is known of a paper, the best first: arXiv's own word, and its latest version.</summary>
    public IEnumerable<MetadataEntry> Of(ArxivId id) => _byId[id];

    /// <summary>The ids of the papers of this title, a key as <see cref="TitleKey"/> makes it; in order, each once.</summary>
    public IEnumerable<ArxivId> IdsOf(string titleKey) => _byTitle[titleKey].Distinct().Order();

    /// <summary>The id of the one paper that has the title of this listing; null where there is none or several.</summary>
    public ArxivId? IdOf(Listing listing) => IdsOf(TitleKey.Of(listing)).Take(2).ToArray() is [var only] ? only : null;
}
