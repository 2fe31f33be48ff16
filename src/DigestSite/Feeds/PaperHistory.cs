using DigestSite.Papers;
using DigestSite.Papers.Permanence;

namespace DigestSite.Feeds;

/// <summary>
/// The archive of the papers' Atom feed (RFC 5005, 4): every paper there is, in documents that never change once they are full. The last
/// one fills up; it is no archive document yet, and the current one leads there only when it had to leave entries out.
/// </summary>
internal sealed class PaperHistory
{
    // Of an entry here; with those, hundreds of hostile ones are still under 1 MiB.
    private const int MaxTitleLength = 300;
    private const int MaxSummaryLength = 280;
    private const int MaxAuthors = 5;
    private const int MaxNameLength = 60;

    private readonly SiteModel _site;
    private readonly FeedHistory _history;
    private readonly BaseUrl _baseUrl;

    public PaperHistory(SiteModel site) => (_site, _history, _baseUrl) = (site, FeedHistory.Of(site.Archive), site.Settings.BaseUrl);

    /// <summary>The feed with the way into its history.</summary>
    public Feed Current(Feed feed) => feed with { Links = new(IsArchive: false, null, Address(_history.Full.Count), null) { Open = Address(_history.Full.Count + 1) } };

    /// <summary>All documents, oldest first.</summary>
    /// <param name="feed">The feed whose history it is; its entries do not matter.</param>
    public IEnumerable<PlannedFile> Plan(Feed feed)
    {
        string current = _baseUrl.Absolute(FeedPlace.OfPapers(_site.Settings).Atom);
        for (int number = 1; number <= _history.Full.Count + 1; number++)
        {
            bool isFull = number <= _history.Full.Count;
            IReadOnlyList<Paper> papers = isFull ? _history.Full[number - 1] : _history.Open;
            var links = new FeedLinks(isFull, current, Address(number - 1), isFull ? Address(number + 1) : null);
            SitePath path = Routes.FeedArchive(number);
            yield return new(path, "content/ledger.tsv", () => Write(feed with { Links = links, Description = Description(feed, isFull) }, path, papers));
        }
    }

    private static string Description(Feed feed, bool isFull) =>
        isFull ? "From the archive: first listed, theme and summary of each paper." : "The document of the archive that is not full yet.";

    private ReadOnlyMemory<byte> Write(Feed feed, SitePath path, IReadOnlyList<Paper> papers)
    {
        FeedEntry[] entries = [.. papers.Select(Entry)];
        feed = feed with { Changed = entries.Length > 0 ? entries.Max(e => e.Changed) : FeedDate.Founded(_site) };
        return AtomWriter.WriteArchive(feed, _baseUrl.Absolute(path), _site, entries);
    }

    private FeedEntry Entry(Paper paper) => new()
    {
        Id = EntryId.Of(paper, _site.Settings),
        Title = FeedText.Shorten(_site.Readable.Title(paper).Plain, MaxTitleLength),
        Link = _baseUrl.Absolute(Routes.Paper(paper.Slug)),
        Date = paper.FirstListed,
        Changed = FeedDate.Changed(paper),
        Summary = FeedText.Shorten(_site.Readable.Abstract(paper)?.Plain ?? "No abstract was captured.", MaxSummaryLength),
        Html = "",
        Authors = [.. paper.Authors.Take(MaxAuthors).Select(a => FeedText.Shorten(a, MaxNameLength))],
        Categories = [new(paper.Theme.Title, _baseUrl.Absolute(Routes.Themes)), .. paper.Tags.Select(t => new FeedCategory(t.Title, null))],
    };

    private string? Address(int document) => document == 0 ? null : _baseUrl.Absolute(Routes.FeedArchive(document));
}
