using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Dumps;

/// <summary>Listings of which no two have one arXiv id: of two, the one that tells more is kept and the other reported.</summary>
internal sealed class DistinctListings(SourceText source, FaultLimit faults)
{
    private readonly List<Listing?> _listings = [];
    private readonly Dictionary<ArxivId, int> _byId = [];
    private readonly HashSet<LineRange> _leftOut = [];

    /// <summary>Those kept, as they stand in the file.</summary>
    public EquatableArray<Listing> Kept => _listings.OfType<Listing>().ToEquatableArray();

    /// <summary>Whether the listing in these lines was left out.</summary>
    public bool IsLeftOut(LineRange lines) => _leftOut.Contains(lines);

    public void Add(Listing listing)
    {
        if (listing.Arxiv is { } id && !_byId.TryAdd(id, _listings.Count))
        {
            Listing first = _listings[_byId[id]]!;
            bool isFuller = Told(listing) > Told(first);
            (Listing left, Listing kept) = isFuller ? (first, listing) : (listing, first);
            faults.Report(Catalog.PaperTwice, source.At(left.TitleLine, left.TitleColumn, 1), id, kept.TitleLine, kept.TitleColumn);
            _leftOut.Add(left.Lines);
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
