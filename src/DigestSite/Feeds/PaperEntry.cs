using System.Globalization;
using DigestSite.Papers;
using DigestSite.Papers.Permanence;
using DigestSite.Templates;

namespace DigestSite.Feeds;

/// <summary>A paper as a feed tells of it.</summary>
/// <remarks>
/// It shows what <see cref="Fingerprint"/> sees and no more: votes, comments and later listings change no entry.
/// </remarks>
internal static class PaperEntry
{
    // Far beyond any real abstract (about 3,000); it keeps a damaged one from pushing every other entry out of the feed.
    private const int MaxAbstractLength = 20_000;
    private const int MaxLinks = 20;
    private const int SummaryLength = 280;

    // No server takes longer ones for sure.
    private const int MaxAddressLength = 2_000;

    public static FeedEntry Of(Paper paper, SiteModel site)
    {
        SiteSettings settings = site.Settings;
        string? text = FeedText.Clean(site.Readable.Abstract(paper)?.Plain ?? "");
        text = string.IsNullOrWhiteSpace(text) ? null : text;
        string title = TitleOf(paper, site);
        string page = settings.BaseUrl.Absolute(Routes.Paper(paper.Slug));
        return new()
        {
            Id = EntryId.Of(paper, settings),
            Title = title,
            Link = page,
            Date = FeedText.NoLaterThan(site.Archive.AsOf, paper.FirstListed),
            Summary = FeedText.Shorten(text ?? "No abstract was captured.", SummaryLength),
            Html = EntryTemplates.Render(EntryTemplates.Paper, Model(paper, title, page, text, site), page, site),
            Categories =
            [
                new(paper.Theme.Title, settings.BaseUrl.Absolute(Routes.Themes)),
                .. paper.Tags.Select(t => new FeedCategory(t.Title, null)),
            ],
        };
    }

    /// <summary>A title as entries show it: readable, fit for a feed, and of bounded length.</summary>
    public static string TitleOf(Paper paper, SiteModel site) => FeedText.Shorten(FeedText.Clean(site.Readable.Title(paper).Plain), DigestEntry.MaxTitleLength);

    private static PaperEntryModel Model(Paper paper, string title, string page, string? text, SiteModel site)
    {
        BaseUrl baseUrl = site.Settings.BaseUrl;

        // The date is on record even where the capture is gone.
        SitePath first = site.Archive.Digests.Any(d => d.Date == paper.FirstListed) ? Routes.Digest(paper.FirstListed) : Routes.Digests;
        return new(
            baseUrl.ToString(),
            title,
            page,
            EditorsMarkdown.Render(paper.Note, baseUrl, DigestEntry.TopHeading),
            text is null ? null : FeedText.Shorten(text, MaxAbstractLength),
            new(paper.Theme.Title, baseUrl.Absolute(Routes.Theme(paper.Theme.Id))),
            [.. paper.Tags.Select(t => new EntryLink(t.Title, baseUrl.Absolute(Routes.Tag(t.Id))))],
            Authors(paper),
            paper.Organization is { } organization ? FeedText.Shorten(FeedText.Clean(organization.Name), DigestEntry.MaxTitleLength) : null,
            paper.Published is { } published ? FeedText.Day(published) : null,
            new(FeedText.Day(paper.FirstListed), baseUrl.Absolute(first)),
            [.. LinksOut(paper).Where(l => l.Href.Length <= MaxAddressLength).Take(MaxLinks)]);
    }

    private static string? Authors(Paper paper)
    {
        int more = paper.Authors.Count - Fingerprint.MaxAuthors;
        return paper.Authors.Count == 0 ? null
            : FeedText.Shorten(FeedText.Clean(string.Join(", ", paper.Authors.Take(Fingerprint.MaxAuthors))), MaxAbstractLength)
                + (more > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {more} more") : "");
    }

    private static IEnumerable<EntryLink> LinksOut(Paper paper)
    {
        IEnumerable<EntryLink> arxiv = paper.Arxiv is { } id ? [new("arXiv", id.AbstractUrl), new("PDF", id.PdfUrl)] : [];
        (Uri? Url, string Title)[] known = [(paper.Code?.Url, "Code"), (paper.ProjectPage, "Project page")];
        IEnumerable<EntryLink> named = known.Where(l => l.Url is not null && AbstractLinks.IsPublic(l.Url)).Select(l => new EntryLink(l.Title, l.Url!.AbsoluteUri));
        return arxiv.Concat(named).Concat(paper.ExtraLinks.Select(l => new EntryLink(l.Title, l.Url.AbsoluteUri))).Concat(paper.Links.Select(l => new EntryLink(l, l)));
    }
}
