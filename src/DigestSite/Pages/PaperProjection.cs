using System.Collections.Concurrent;
using DigestSite.Papers;
using DigestSite.Papers.Citing;
using DigestSite.Templates;
using DigestSite.Tex;

namespace DigestSite.Pages;

/// <summary>How a paper looks to templates.</summary>
internal sealed class PaperProjection(SiteFrame frame, SiteModel site)
{
    // More than this a reader does not follow; the paper's page has them all.
    private const int OthersShown = 4;

    // The one that leads on to all papers; by a short way, as ten thousand pages name it.
    private readonly FeedLink[] _feeds = [new("Papers", "../" + Path.GetFileName(Routes.AtomFeed(Routes.Papers).ToString()), FeedFormat.AtomType)];

    // By reference: a paper is a record of all that is known of it.
    private readonly ConcurrentDictionary<Paper, PaperCard> _cards = new(ReferenceEqualityComparer.Instance);

    public LinkPart Title(Paper paper) => new(site.Readable.Title(paper).Plain, frame.Href(Routes.Paper(paper.Slug)));

    /// <summary>A card for a digest's page, where the whole abstract stands, and the date and the theme are the page's.</summary>
    public PaperCard DigestCard(Paper paper, DateOnly digest)
    {
        PaperCard card = Card(paper) with { Theme = null, FirstListed = null, AlsoListed = Others(paper, digest) };
        return card.Lead?.EndsWith(Excerpt.Cut) == true ? card with { Lead = null, Abstract = site.Readable.Abstract(paper)?.Html } : card;
    }

    /// <summary>A card for any other list: the first lines of the abstract, and when the paper was first listed. Made once: lists of many kinds show it.</summary>
    public PaperCard Card(Paper paper) => _cards.GetOrAdd(paper, MakeCard);

    private PaperCard MakeCard(Paper paper) => new(
        site.Readable.Title(paper).Plain,
        frame.Href(Routes.Paper(paper.Slug)),
        new(paper.Theme.Title, frame.Href(Routes.Theme(paper.Theme.Id))),
        paper.Organization?.Name ?? PaperAuthors.Byline(paper),
        paper.Published is { } published ? DateText.Of(published) : null,
        DigestOf((paper.Appearances.FirstOrDefault(a => a.Capture.Date == paper.FirstListed) ?? paper.Appearances[^1]).Capture),
        Others(paper, paper.FirstListed),
        Activity(paper),
        ArxivOf(paper),
        site.Readable.Abstract(paper) is { } text ? Excerpt.Of(text.Plain, Excerpt.Lead) : null,
        null,
        paper.IsPinned);

    public PaperPage Page(Paper paper)
    {
        SitePath path = Routes.Paper(paper.Slug);
        string title = site.Readable.Title(paper).Plain;
        ReadableText? text = site.Readable.Abstract(paper);
        return new(
            frame.Site(path),
            frame.Page(path, title, text?.Plain ?? $"{title}: where and when it was listed.", data: StructuredData.Article(paper, title)) with { Feeds = _feeds },
            title,
            text?.Html,
            text?.IsChanged == true ? CapturedPart.Of(paper.Abstract!, text.Plain, frame.Href(Routes.ApiPaper(paper.Slug))) : null,
            AbstractSource(paper),
            EditorsMarkdown.Render(paper.Note, frame.Settings.BaseUrl, topLevel: 3),
            new(paper.Theme.Title, frame.Href(Routes.Theme(paper.Theme.Id))),
            paper.Tags.Count == 0 ? [] : [.. paper.Tags.Select(t => new LinkPart(t.Title, frame.Href(Routes.Tag(t.Id))))],
            paper.Organization is { } organization ? new(organization.Name, frame.Href(Routes.Organization(organization.Slug))) : null,
            PaperAuthors.Of(paper),
            paper.Published is { } published ? DateText.Of(published) : null,
            Activity(paper),
            ArxivOf(paper),
            OutboundLinks.To("Code", paper.Code?.Url),
            OutboundLinks.To("Project page", paper.ProjectPage),
            PaperFacts.Of(paper),
            paper.Arxiv is null ? OutboundLinks.Searches(title) : [],
            [.. paper.ExtraLinks.Select(l => new LinkPart(l.Title, l.Url.AbsoluteUri))],
            OutboundLinks.Found(paper.Links),
            [.. paper.Appearances.Select(Place)],
            BibTeX.Entry(paper, title, frame.Settings.BaseUrl.Absolute(path)),
            paper.Appearances.Any(a => a.Capture.IsInferred))
        {
            Related = [.. site.RelatedTo(paper.Slug).Select(r => new RelatedPart(site.Readable.Title(r.Paper).Plain, $"../{r.Paper.Slug}/", string.Join(", ", r.Terms)))],
        };
    }

    private LinkPart[] Others(Paper paper, DateOnly digest) =>
        paper.Appearances.Count == 1 ? [] :
        [
            .. paper.Appearances.Select(a => a.Capture.Date).Distinct().Where(d => d != digest).Take(OthersShown)
                .Select(d => new LinkPart(DateText.Of(d).Human, frame.Href(Routes.Digest(d)))),
        ];

    private static string? AbstractSource(Paper paper) => paper.AbstractChoice switch
    {
        null => null,
        { Capture: null } => "As arXiv has it.",
        { Capture: { } capture } => paper.Appearances.Count == 1 ? null : $"As listed on {Listed(capture).Human}.",
    };

    private PlaceListed Place(Appearance place) =>
        new(Listed(place.Capture), frame.Href(Routes.Digest(place.Capture.Date)), place.Capture.Name, place.Listing.TitleLine);

    private DigestLink DigestOf(Capture capture) => new(Listed(capture), frame.Href(Routes.Digest(capture.Date)));

    private static DateText Listed(Capture capture) => DateText.Of(capture.Date, capture.IsInferred);

    private static ArxivPart? ArxivOf(Paper paper) => paper.Arxiv is { } id ? new(id.ToString(), id.AbstractUrl, id.PdfUrl) : null;

    private static ActivityPart? Activity(Paper paper)
    {
        var counts = new List<string>(3);
        Add(paper.Comments, "comment");
        Add(paper.Upvotes, "upvote");
        Add(paper.Code?.Stars, "star");
        string text = counts.Count < 2 ? string.Concat(counts) : $"{string.Join(", ", counts[..^1])} and {counts[^1]}";
        return text.Length == 0 ? null : new(text, Listed(paper.Appearances[0].Capture));

        void Add(int? count, string noun)
        {
            if (count > 0)
            {
                counts.Add(SiteFrame.Count(count.Value, noun));
            }
        }
    }
}
