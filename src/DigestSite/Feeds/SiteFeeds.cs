using System.Collections.Concurrent;
using System.Text;
using DigestSite.Diagnostics;
using DigestSite.Feeds.Api;
using DigestSite.Papers;
using DigestSite.Papers.Citing;
using DigestSite.Papers.Permanence;

namespace DigestSite.Feeds;

/// <summary>Everything that programs read: feeds, the static API, robots.txt.</summary>
internal sealed class SiteFeeds
{
    private const int MaxAuthors = 20;

    private readonly SiteModel _site;
    private readonly SiteSettings _settings;

    // By reference: a paper is a record of all that is known of it.
    private readonly ConcurrentDictionary<Paper, SharedEntry> _entries = new(ReferenceEqualityComparer.Instance);

    private SiteFeeds(SiteModel site) => (_site, _settings) = (site, site.Settings);

    public static IReadOnlyList<PlannedFile> Plan(SiteModel site)
    {
        ILookup<string, Paper> all = site.Archive.Papers.ToLookup(p => p.Theme.Id, StringComparer.Ordinal);
        return
        [
            .. new SiteFeeds(site).Plan(),
            .. site.Archive.Digests.SelectMany(d => Twins(d, site)),
            .. site.Archive.Themes.Select(t => new PlannedFile(
                Routes.ThemeCitations(t.Id), "content/themes.yml", () => BibTeX.Library(all[t.Id], p => site.Readable.Title(p).Plain, p => Address(p, site)))),
            .. StaticApi.Plan(site),
            new(Routes.Robots, "content/site.yml", () => Robots(site.Settings.BaseUrl)),
        ];
    }

    private IEnumerable<PlannedFile> Plan()
    {
        Archive archive = _site.Archive;
        Paper[] news = [.. archive.Papers.Where(p => !p.IsLate)];
        ILookup<string, Paper> byTheme = news.ToLookup(p => p.Theme.Id, StringComparer.Ordinal);
        ILookup<string, Paper> byTag = news.SelectMany(p => p.Tags, (paper, tag) => (tag.Id, Paper: paper)).ToLookup(t => t.Id, t => t.Paper, StringComparer.Ordinal);
        var history = new PaperHistory(_site);
        var digests = FeedPlace.OfDigests(_settings);
        var papers = FeedPlace.OfPapers(_settings);
        return
        [
            .. Files(digests, "content/site.yml", () => Digests(digests), () => archive.Digests.SelectMany(d => _site.Texts.OfNote(d.Date)), RenderTurn.First),
            .. Files(papers, "content/site.yml", () => history.Current(OfPapers(papers, news))),
            .. archive.Themes.Select(t => (Theme: t, Place: FeedPlace.Of(t, _settings))).SelectMany(t => Files(t.Place, "content/themes.yml", () => OfPapers(t.Place, byTheme[t.Theme.Id]))),
            .. archive.Tags.Select(t => (Tag: t, Place: FeedPlace.Of(t, _settings))).SelectMany(t => Files(t.Place, "content/tags.yml", () => OfPapers(t.Place, byTag[t.Tag.Id]))),
            .. history.Plan(OfPapers(papers, [])),
            new(Routes.FeedList, "content/site.yml", () => FeedList.Write(_site)),
        ];
    }

    private IEnumerable<PlannedFile> Files(FeedPlace place, string source, Func<Feed> make, Func<IEnumerable<SourceText>>? texts = null, RenderTurn turn = RenderTurn.Usual)
    {
        var documents = new FeedDocuments(place, make, _site);
        texts ??= () => _site.Texts.Papers;
        Func<IEnumerable<SourceText>> words = () => texts().Concat(EntryTemplates.TextsOf(_site));
        return
        [
            new(place.Atom, source, documents.Atom) { Texts = words, Turn = turn },
            new(place.Rss, source, documents.Rss) { Texts = words, Turn = RenderTurn.Last },
            new(place.Json, source, documents.Json) { Texts = words, Turn = RenderTurn.Last },
        ];
    }

    private Feed Digests(FeedPlace place) => Feed(
        place,
        [.. _site.Archive.Digests.Where(d => !d.IsLate).Take(_settings.FeedLimit).Select(d => new SharedEntry(() => DigestEntry.Of(d, _site) with { Changed = d.Changed }))],
        " No digests yet.");

    private Feed OfPapers(FeedPlace place, IEnumerable<Paper> newestFirst) => Feed(
        place,
        [.. FeedHistory.Newest(newestFirst, _settings.FeedLimit).Select(p => _entries.GetOrAdd(p, static (p, site) => new SharedEntry(() => Entry(p, site)), _site))],
        " No papers yet.");

    private static FeedEntry Entry(Paper paper, SiteModel site) =>
        PaperEntry.Of(paper, site) with { Changed = FeedDate.Changed(paper), Authors = [.. paper.Authors.Take(MaxAuthors)] };

    private Feed Feed(FeedPlace place, SharedEntry[] entries, string none) => new()
    {
        Id = $"tag:{_settings.FeedAuthority}:feed/{place.Folder}",
        Title = place.Title,
        Description = entries.Length > 0 ? place.Description : place.Description + none,
        Page = _settings.BaseUrl.Absolute(place.Page),
        Changed = entries.Length > 0 ? entries.Max(e => e.Changed) : FeedDate.Founded(_site),
        Entries = entries,
    };

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

    // RFC 9309. Nothing is off limits; the file is there to name the sitemap.
    private static ReadOnlyMemory<byte> Robots(BaseUrl baseUrl) =>
        Encoding.UTF8.GetBytes($"User-agent: *\nDisallow:\n\nSitemap: {baseUrl.Absolute(Routes.Sitemap)}\n");
}
