using DigestSite.Diagnostics;
using DigestSite.Papers;
using DigestSite.Papers.Permanence;
using DigestSite.Templates;

namespace DigestSite.Pages;

/// <summary>Every HTML page of the site, and the assets beside them.</summary>
internal static class SitePages
{
    /// <summary>The kinds of pages, each with the type that its template sees.</summary>
    public static IReadOnlyList<PageTemplate> Kinds { get; } =
    [
        new("home.hbs", typeof(HomePage)),
        new("digests.hbs", typeof(DigestsPage)),
        new("digest.hbs", typeof(DigestPage)),
        new("period.hbs", typeof(PeriodPage)),
        new("themes.hbs", typeof(ThemesPage)),
        new("theme.hbs", typeof(PaperListPage)),
        new("tag.hbs", typeof(PaperListPage)),
        new("organizations.hbs", typeof(OrganizationsPage)),
        new("organization.hbs", typeof(PaperListPage)),
        new("trending.hbs", typeof(TrendingPage)),
        new("subscribe.hbs", typeof(SubscribePage)),
        new("paper.hbs", typeof(PaperPage)),
        new("stats.hbs", typeof(StatsPage)),
        new("map.hbs", typeof(MapPage)),
        new("search.hbs", typeof(SearchPage)),
        new("page.hbs", typeof(FreePageModel)),
        new("hidden.hbs", typeof(HiddenPage)),
        new("not-found.hbs", typeof(NotFoundPage)),
        new("redirect.hbs", typeof(RedirectPage)),
    ];

    /// <summary>Plans all of it; nothing is rendered before a planned file's <see cref="PlannedFile.Render"/> is called.</summary>
    public static IReadOnlyList<PlannedFile> Plan(SiteModel site, TemplateSet templates)
    {
        Archive archive = site.Archive;
        var frame = new SiteFrame(site, FreePages.ThatExplainsDates(site.Pages));
        var papers = new PaperProjection(frame, site);
        var calendar = new Calendar(frame, archive);
        var digests = new DigestProjection(frame, papers, site.Readable, calendar, archive);
        var periods = new PeriodPages(frame, papers, digests, calendar, archive);
        var lists = new PaperLists(frame, papers, archive);
        var stats = new StatsProjection(frame, site);
        DateOnly? newest = archive.Digests.Count > 0 ? archive.Digests[0].Date : null;

        PlannedFile Page(SitePath path, string template, Func<PageModel> model, DateOnly? modified, params IEnumerable<SourceText> words) =>
            new(path, templates.SourceOf(template), () => templates.Render(template, model()), InSitemap: true, modified)
            {
                Texts = () => [.. words, .. site.Texts.Site, .. templates.TextsOf(template)],
            };

        return
        [
            Page(Routes.Home, "home.hbs", () => digests.Home(lists.ThemeRows()), newest, newest is { } latest ? site.Texts.OfNote(latest) : []),
            Page(Routes.Digests, "digests.hbs", digests.All, newest),
            .. archive.Digests.Select((d, i) => Page(Routes.Digest(d.Date), "digest.hbs", () => digests.One(i), d.Date, site.Texts.OfNote(d.Date))),
            .. periods.Weeks.Select((w, i) => Page(w.Path, "period.hbs", () => periods.Week(i), w.Digests[0].Date)),
            .. periods.Months.Select((m, i) => Page(m.Path, "period.hbs", () => periods.Month(i), m.Digests[0].Date)),
            Page(Routes.Themes, "themes.hbs", lists.Themes, newest),
            .. archive.Themes.SelectMany(t => lists.PagesOf(t).Select(s => Page(Routes.Theme(t.Id, s.Number), "theme.hbs", () => lists.Page(t, s), s.Newest))),
            .. archive.Tags.SelectMany(t => lists.PagesOf(t).Select(s => Page(Routes.Tag(t.Id, s.Number), "tag.hbs", () => lists.Page(t, s), s.Newest))),
            Page(Routes.Organizations, "organizations.hbs", lists.AllOrganizations, newest),
            .. lists.Organizations.Where(o => o.Papers == 0).Select(o => Page(Routes.Organization(o.Slug), "hidden.hbs", () => Hidden(frame, Routes.Organization(o.Slug), "The papers that were listed here were removed from the site."), null) with { InSitemap = false }),
            .. lists.Organizations.Where(o => o.Papers > 0).SelectMany(o => lists.PagesOf(o).Select(s => Page(Routes.Organization(o.Slug, s.Number), "organization.hbs", () => lists.Page(o, s), s.Newest))),
            Page(Routes.Trending, "trending.hbs", () => TrendingPapers.Page(frame, papers, archive), newest),
            Page(Routes.Subscribe, "subscribe.hbs", () => SubscribePages.Page(frame, site), null),
            Page(Routes.Stats, "stats.hbs", stats.Stats, newest) with { Turn = RenderTurn.First },
            Page(Routes.Map, "map.hbs", stats.Map, newest) with { Turn = RenderTurn.First },
            Page(Routes.Search, "search.hbs", () => SearchProjection.Page(frame, site), newest),
            .. archive.Papers.Select(p => Page(Routes.Paper(p.Slug), "paper.hbs", () => papers.Page(p), p.LastListed, site.Texts.Papers)),
            .. archive.Hidden.Select(h => Page(Routes.Paper(h.Paper.Slug), "hidden.hbs", () => Hidden(frame, Routes.Paper(h.Paper.Slug), h.Reason), null) with { InSitemap = false }),
            .. site.Pages.Select(p => Page(Routes.Page(p.Slug), "page.hbs", () => FreePage(frame, p), null, p.Source) with { Source = p.Source.Name }),
            Page(Routes.NotFound, "not-found.hbs", () => NotFound(frame), null) with { InSitemap = false },
            new(Routes.Manifest, "content/site.yml", () => WebManifest.Write(site.Settings)),
            .. templates.Assets.Select(a => new PlannedFile(a.Path, a.Source, () => a.Bytes)),
        ];
    }

    /// <summary>
    /// Plans what stands at each address that the ledger redirects: for a page, one that sends the browser on; for a file, such as a
    /// feed, a copy of the one it moved to. Search engines are not told of them.
    /// </summary>
    public static IReadOnlyList<PlannedFile> PlanRedirects(
        SiteModel site, TemplateSet templates, IEnumerable<RecordedUrl> urls, IEnumerable<PlannedFile> planned)
    {
        RecordedUrl[] moved = [.. urls.Where(u => u.Target is not null)];
        return moved.Length == 0 ? [] : Moved(site, templates, moved, planned.ToDictionary(p => p.Path));
    }

    // What leads nowhere is not made: the proof of addresses tells of it where the ledger has it.
    private static IReadOnlyList<PlannedFile> Moved(SiteModel site, TemplateSet templates, RecordedUrl[] moved, Dictionary<SitePath, PlannedFile> planned) =>
        [.. MovedPages(site, templates, moved.Where(m => planned.ContainsKey(m.Target!.Value))), .. MovedFiles(moved, planned)];

    private static IEnumerable<PlannedFile> MovedFiles(RecordedUrl[] moved, Dictionary<SitePath, PlannedFile> planned) =>
        from url in moved
        let target = url.Target!.Value
        where !url.Path.IsFolder && planned.ContainsKey(target) && Path.GetExtension(url.Path.ToString()) == Path.GetExtension(target.ToString())
        select new PlannedFile(url.Path, url.Span.FileName, planned[target].Render);

    private static IEnumerable<PlannedFile> MovedPages(SiteModel site, TemplateSet templates, IEnumerable<RecordedUrl> moved)
    {
        var frame = new SiteFrame(site, null);
        Dictionary<SitePath, HiddenPaper> hidden = site.Archive.Hidden.ToDictionary(h => Routes.Paper(h.Paper.Slug));
        foreach (RecordedUrl url in moved.Where(u => u.Path.IsFolder))
        {
            // A page that leads on would name the paper once more.
            if (hidden.TryGetValue(url.Target!.Value, out HiddenPaper? taken))
            {
                yield return new(url.Path, templates.SourceOf("hidden.hbs"), () => templates.Render("hidden.hbs", Hidden(frame, url.Path, taken.Reason)));
                continue;
            }

            PagePart page = frame.Page(url.Path, "Moved", "This page has moved.") with { Canonical = site.Settings.BaseUrl.Absolute(url.Target.Value), RedirectHref = frame.Href(url.Target.Value) };
            yield return new(url.Path, url.Span.FileName, () => templates.Render("redirect.hbs", new RedirectPage(frame.Site(url.Path), page)));
        }
    }

    private static FreePageModel FreePage(SiteFrame frame, FreePage page)
    {
        SitePath path = Routes.Page(page.Slug);
        return new(frame.Site(path), frame.Page(path, page.Title, page.Description), page.Title, FreePages.Render(page, frame.Settings.BaseUrl));
    }

    // Neither the paper's words nor an invitation to search engines.
    private static HiddenPage Hidden(SiteFrame frame, SitePath path, string reason) =>
        new(frame.Site(path), frame.Page(path, "Paper removed", "This paper was removed from the site.") with { Canonical = null }, reason);

    private static NotFoundPage NotFound(SiteFrame frame) =>
        new(frame.Site(Routes.NotFound), frame.Page(Routes.NotFound, "Page not found", "There is no page at this address."));
}
