using System.Globalization;
using DigestSite.Papers;

namespace DigestSite.Feeds;

/// <summary>A paper as a feed tells of it.</summary>
/// <remarks>
/// It shows what <see cref="Papers.Permanence.Fingerprint"/> sees and no more: votes, comments and later listings change no entry.
/// </remarks>
internal static class PaperEntry
{
    // Far beyond any real abstract (about 3,000); it keeps a damaged one from pushing every other entry out of the feed.
    private const int MaxAbstractLength = 20_000;
    private const int MaxLinks = 20;
    private const int MaxAuthors = 20;
    private const int SummaryLength = 280;

    public static FeedEntry Of(Paper paper, SiteModel site)
    {
        SiteSettings settings = site.Settings;
        string text = site.Readable.Abstract(paper)?.Plain ?? "No abstract was captured.";
        return new()
        {
            Id = EntryId.Of(paper, settings),
            Title = FeedText.Shorten(site.Readable.Title(paper).Plain, DigestEntry.MaxTitleLength),
            Link = settings.BaseUrl.Absolute(Routes.Paper(paper.Slug)),
            Date = paper.FirstListed,
            Summary = FeedText.Shorten(text, SummaryLength),
            Html = Html(paper, FeedText.Shorten(text, MaxAbstractLength), settings.BaseUrl),
            Categories =
            [
                new(paper.Theme.Title, settings.BaseUrl.Absolute(Routes.Themes)),
                .. paper.Tags.Select(t => new FeedCategory(t.Title, null)),
            ],
        };
    }

    private static string Html(Paper paper, string text, BaseUrl baseUrl)
    {
        var html = new EntryHtml();
        if (paper.Note is { } note)
        {
            new EntryMarkdown(html, baseUrl).Write(note);
        }

        html.Paragraph(text).Start(ContentElement.Ul);
        Start(html, "Theme").Link(baseUrl.Absolute(Routes.Theme(paper.Theme.Id)), paper.Theme.Title).End(ContentElement.Li);
        if (paper.Tags.Count > 0)
        {
            Links(Start(html, "Tags"), paper.Tags.Select(t => (baseUrl.Absolute(Routes.Tag(t.Id)), t.Title)));
        }

        if (paper.Authors.Count > 0)
        {
            string more = paper.Authors.Count > MaxAuthors ? string.Create(CultureInfo.InvariantCulture, $" and {paper.Authors.Count - MaxAuthors} more") : "";
            Start(html, "Authors").Text(FeedText.Shorten(string.Join(", ", paper.Authors.Take(MaxAuthors)), MaxAbstractLength) + more).End(ContentElement.Li);
        }

        if (paper.Organization is { } organization)
        {
            Start(html, "Organization").Text(organization.Name).End(ContentElement.Li);
        }

        if (paper.Published is { } published)
        {
            Start(html, "Published").Text(FeedText.Day(published)).End(ContentElement.Li);
        }

        Start(html, "First listed").Link(baseUrl.Absolute(Routes.Digest(paper.FirstListed)), FeedText.Day(paper.FirstListed)).End(ContentElement.Li);
        var links = LinksOut(paper).Take(MaxLinks).ToArray();
        if (links.Length > 0)
        {
            Links(Start(html, "Links"), links);
        }

        return html.End(ContentElement.Ul).ToString();
    }

    private static IEnumerable<(string Address, string Text)> LinksOut(Paper paper)
    {
        IEnumerable<(string, string)> arxiv = paper.Arxiv is { } id ? [(id.AbstractUrl, "arXiv"), (id.PdfUrl, "PDF")] : [];
        (Uri? Url, string Title)[] known = [(paper.Code?.Url, "Code"), (paper.ProjectPage, "Project page")];
        IEnumerable<(string, string)> named = known.Where(l => l.Url is not null && AbstractLinks.IsPublic(l.Url)).Select(l => (l.Url!.AbsoluteUri, l.Title));
        return arxiv.Concat(named).Concat(paper.ExtraLinks.Select(l => (l.Url.AbsoluteUri, l.Title))).Concat(paper.Links.Select(l => (l, l)));
    }

    private static EntryHtml Start(EntryHtml html, string label) => html.Start(ContentElement.Li).Text(label + ": ");

    private static void Links(EntryHtml html, IEnumerable<(string Address, string Text)> links)
    {
        string separator = "";
        foreach ((string address, string text) in links)
        {
            html.Text(separator).Link(address, text);
            separator = ", ";
        }

        html.End(ContentElement.Li);
    }
}
