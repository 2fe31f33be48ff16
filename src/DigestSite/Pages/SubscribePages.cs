using System.Globalization;
using DigestSite.Papers;
using DigestSite.Papers.Permanence;

namespace DigestSite.Pages;

/// <summary>What the page on subscribing shows.</summary>
/// <param name="Feeds">The feeds of the whole site: its digests, its papers.</param>
/// <param name="Themes">The feed of each theme that has papers.</param>
/// <param name="Tags">The feed of each tag that has papers.</param>
/// <param name="ListHref">The list of all feeds, which readers import.</param>
/// <param name="MailHref">Where readers ask for the digest by mail; null where the site does not say.</param>
/// <param name="Files">The files for programs.</param>
internal sealed record SubscribePage(SitePart Site, PagePart Page, FeedPart[] Feeds, FeedPart[] Themes, FeedPart[] Tags, string ListHref, string? MailHref, LinkPart[] Files) : PageModel(Site, Page);

/// <summary>A feed on the page on subscribing.</summary>
/// <param name="Href">The page that shows the same.</param>
/// <param name="Count">How many digests or papers it is of.</param>
/// <param name="Holds">What stands in it, in a sentence or two.</param>
/// <param name="Addresses">The same feed in each of its formats.</param>
/// <param name="Readers">Where it can be opened at once.</param>
/// <param name="Latest">Its newest entry; null while it has none.</param>
internal sealed record FeedPart(string Title, string Href, string Count, string Holds, FeedAddress[] Addresses, LinkPart[] Readers, LatestEntry? Latest);

/// <summary>A feed in one format.</summary>
/// <param name="Format">Such as <c>Atom</c>.</param>
/// <param name="Url">Its absolute address, for copying.</param>
/// <param name="Type">Its media type.</param>
internal sealed record FeedAddress(string Format, string Href, string Url, string Type);

/// <summary>The newest entry of a feed.</summary>
/// <param name="Note">How many papers a digest has, when a paper was first listed.</param>
internal sealed record LatestEntry(string Title, string Href, string Note);

/// <summary>Every way to follow the site.</summary>
internal sealed class SubscribePages(SiteFrame frame, SiteModel site)
{
    // Two readers on the web whose source is open: they are asked nothing before somebody goes there. Programs take the address by copying:
    // `feed:https://…` is no valid address, and `feed://…` would lose the https.
    private static readonly (string Name, Func<string, string> Address)[] Readers =
    [
        ("NewsBlur", url => "https://www.newsblur.com/?url=" + Uri.EscapeDataString(url)),
        ("CommaFeed", url => "https://www.commafeed.com/rest/feed/subscribe?url=" + Uri.EscapeDataString(url)),
    ];

    public static SubscribePage Page(SiteFrame frame, SiteModel site)
    {
        var pages = new SubscribePages(frame, site);
        Archive archive = site.Archive;
        ILookup<string, Paper> byTheme = archive.Papers.ToLookup(p => p.Theme.Id, StringComparer.Ordinal);
        ILookup<string, Paper> byTag = archive.Papers.SelectMany(p => p.Tags, (paper, tag) => (tag.Id, Paper: paper)).ToLookup(t => t.Id, t => t.Paper, StringComparer.Ordinal);
        return new(
            frame.Site(Routes.Subscribe),
            frame.Page(Routes.Subscribe, "Subscribe", $"Follow {frame.Settings.Title} in a feed reader: every digest, every paper, one theme or one tag."),
            [pages.Digests(), pages.Papers()],
            [.. archive.Themes.Where(t => byTheme.Contains(t.Id)).Select(t => pages.List(FeedPlace.Of(t, frame.Settings), [.. byTheme[t.Id]]))],
            [.. archive.Tags.Where(t => byTag.Contains(t.Id)).Select(t => pages.List(FeedPlace.Of(t, frame.Settings), [.. byTag[t.Id]]))],
            frame.Href(Routes.FeedList),
            frame.Settings.Mail?.Subscribe,
            [
                new("Every paper, without abstracts", frame.Href(Routes.ApiPapers)),
                new("Every digest", frame.Href(Routes.ApiDigests)),
                new("Themes and tags", frame.Href(Routes.ApiThemes)),
            ]);
    }

    private FeedPart Digests()
    {
        Archive archive = site.Archive;
        Digest? newest = archive.Digests.FirstOrDefault(d => !d.IsLate);
        FeedPart part = Part(
            FeedPlace.OfDigests(frame.Settings),
            SiteFrame.Count(archive.Digests.Count, "digest"),
            "One entry per digest: the editors' notes, then its papers by theme." + Newest(Math.Min(archive.Digests.Count, frame.Settings.FeedLimit), archive.Digests.Count),
            newest is null ? null : new("Digest of " + DateText.Of(newest.Date).Human, frame.Href(Routes.Digest(newest.Date)), SiteFrame.Count(newest.Papers.Count, "paper")));
        return part with { Title = "Every digest" };
    }

    private FeedPart Papers()
    {
        Archive archive = site.Archive;
        int newest = FeedHistory.Newest(archive.Papers.Where(p => !p.IsLate), frame.Settings.FeedLimit).Count();
        FeedPart part = Part(
            FeedPlace.OfPapers(frame.Settings),
            SiteFrame.Count(archive.Papers.Count, "paper"),
            $"One entry per paper: its abstract, theme, tags, authors and links.{Newest(newest, archive.Papers.Count)} The Atom feed leads on to an archive of them all.",
            Latest([.. archive.Papers]));
        return part with { Title = "Every paper" };
    }

    private FeedPart List(FeedPlace place, Paper[] papers) =>
        Part(place, papers.Length.ToString("N0", CultureInfo.InvariantCulture), place.Description, Latest(papers));

    private static string Newest(int shown, int all) => shown >= all ? "" : $" It has the newest {shown.ToString("N0", CultureInfo.InvariantCulture)}.";

    private LatestEntry? Latest(Paper[] newestFirst) =>
        Array.Find(newestFirst, p => !p.IsLate) is { } paper
            ? new(site.Readable.Title(paper).Plain, frame.Href(Routes.Paper(paper.Slug)), "first listed " + DateText.Of(paper.FirstListed).Human)
            : null;

    private FeedPart Part(FeedPlace place, string count, string holds, LatestEntry? latest)
    {
        FeedAddress[] addresses = [.. place.Formats.Select(f => new FeedAddress(f.Name, frame.Href(f.Path), frame.Settings.BaseUrl.Absolute(f.Path), f.Type))];
        return new(place.Name, frame.Href(place.Page), count, holds, addresses, [.. Readers.Select(r => new LinkPart(r.Name, r.Address(addresses[0].Url)))], latest);
    }
}
