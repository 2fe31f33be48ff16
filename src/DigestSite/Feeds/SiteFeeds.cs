using System.Text;
using DigestSite.Feeds.Api;
using DigestSite.Papers;
using DigestSite.Papers.Citing;

namespace DigestSite.Feeds;

/// <summary>Everything that programs read: feeds, the static API, robots.txt.</summary>
internal static class SiteFeeds
{
    public static IReadOnlyList<PlannedFile> Plan(SiteModel site)
    {
        ILookup<string, Paper> byTheme = site.Archive.Papers.Where(p => !p.IsLate).ToLookup(p => p.Theme.Id, StringComparer.Ordinal);
        ILookup<string, Paper> all = site.Archive.Papers.ToLookup(p => p.Theme.Id, StringComparer.Ordinal);
        return
        [
            new(Routes.Feed, "content/site.yml", () => RssWriter.Write(Digests(site), site)) { Texts = () => site.Archive.Digests.SelectMany(d => site.Texts.OfNote(d.Date)) },
            .. site.Archive.Themes.Select(t => new PlannedFile(
                Routes.ThemeFeed(t.Id), "content/themes.yml", () => RssWriter.Write(OfTheme(t, byTheme[t.Id], site), site)) { Texts = () => site.Texts.Papers }),
            .. site.Archive.Digests.SelectMany(d => Twins(d, site)),
            .. site.Archive.Themes.Select(t => new PlannedFile(
                Routes.ThemeCitations(t.Id), "content/themes.yml", () => BibTeX.Library(all[t.Id], p => site.Readable.Title(p).Plain, p => Address(p, site)))),
            .. StaticApi.Plan(site),
            new(Routes.Robots, "content/site.yml", () => Robots(site.Settings.BaseUrl)),
        ];
    }

    // A digest's page in forms for notes and for reference managers.
    private static PlannedFile[] Twins(Digest digest, SiteModel site)
    {
        string source = digest.Captures[0].Dump.Source.Name;
        return
        [
            new(Routes.DigestMarkdown(digest.Date), source, () => DigestMarkdown.Write(digest, site)) { Texts = () => site.Texts.OfNote(digest.Date) },
            new(Routes.DigestCitations(digest.Date), source, () => BibTeX.Library(digest.Papers, p => site.Readable.Title(p).Plain, p => Address(p, site))),
        ];
    }

    private static string Address(Paper paper, SiteModel site) => site.Settings.BaseUrl.Absolute(Routes.Paper(paper.Slug));

    private static Feed Digests(SiteModel site) => new()
    {
        Title = site.Settings.Title,
        Description = site.Archive.Digests.Count > 0 ? site.Settings.Description : site.Settings.Description + " No digests yet.",
        Page = site.Settings.BaseUrl.Absolute(Routes.Home),
        Self = site.Settings.BaseUrl.Absolute(Routes.Feed),
        Entries = [.. site.Archive.Digests.Where(d => !d.IsLate).Take(site.Settings.FeedLimit).Select(d => DigestEntry.Of(d, site))],
    };

    private static Feed OfTheme(Theme theme, IEnumerable<Paper> papers, SiteModel site)
    {
        FeedEntry[] entries = [.. papers.Take(site.Settings.FeedLimit).Select(p => PaperEntry.Of(p, site))];
        return new()
        {
            Title = $"{site.Settings.Title}: {theme.Title}",
            Description = entries.Length > 0 ? theme.Description : theme.Description + " No papers yet.",
            Page = site.Settings.BaseUrl.Absolute(Routes.Theme(theme.Id)),
            Self = site.Settings.BaseUrl.Absolute(Routes.ThemeFeed(theme.Id)),
            Entries = entries,
        };
    }

    // RFC 9309. Nothing is off limits; the file is there to name the sitemap.
    private static ReadOnlyMemory<byte> Robots(BaseUrl baseUrl) =>
        Encoding.UTF8.GetBytes($"User-agent: *\nDisallow:\n\nSitemap: {baseUrl.Absolute(Routes.Sitemap)}\n");
}
