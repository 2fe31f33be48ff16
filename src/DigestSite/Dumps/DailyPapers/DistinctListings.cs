using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Dumps.DailyPapers;

/// <summary>Listings of which no two have one arXiv id: of two, the one that tells more is kept and the other reported.</summary>
internal sealed class DistinctListings(SourceText source, FaultLimit faults)
{
    private readonly List<Listing?> _listings = [];
    private readonly Dictionary<ArxivId, int> _byId = [];

    /// <summary>Those kept, as they stand in the file.</summary>
    public EquatableArray<Listing> Kept => _listings.OfType<Listing>().ToEquatableArray();

    public void Add(Listing listing)
    {
        if (listing.Arxiv is { } id && !_byId.TryAdd(id, _listings.Count))
        {
            Listing first = _listings[_byId[id]]!;
            bool isFuller = Told(listing) > Told(first);
            (Listing left, Listing kept) = isFuller ? (first, listing) : (listing, first);
            faults.Report(Catalog.PaperTwice, source.At(left.TitleLine, left.TitleColumn, 1), id, kept.TitleLine, kept.TitleColumn);
            if (!isFuller)
            {
                return;
            }

            _listings[_byId[id]] = null;
            _byId[id] = _listings.Count;
        }

        _listings.Add(listing);
    }

    // How much a listing tells.
    private static int Told(Listing listing) =>
        new object?[]
        {
            listing.Abstract, listing.AuthorCount, listing.Organization, listing.Published, listing.Comments, listing.Upvotes, listing.SubmittedBy,
            listing.Code, listing.Code?.Stars, listing.ProjectPage,
        }.Count(field => field is not null) + listing.Authors.Count + listing.Keywords.Count;
}
