using System.Globalization;
using DigestSite.Papers;
using DigestSite.Pictures;
using DigestSite.Templates;

namespace DigestSite.Pages;

/// <summary>How digests look to templates: the home page, the archive, and each digest's own page.</summary>
internal sealed class DigestProjection(SiteFrame frame, PaperProjection papers, ReadablePapers readable, Calendar calendar, Archive archive)
{
    // What the home page shows of the past and a row of its themes; the archive has the rest.
    private const int EarlierShown = 8;
    private const int ThemesNamed = 3;

    // A year's digests are all named; older ones are found by their month.
    private const int NamedOnAll = 100;

    public HomePage Home(ThemeRow[] themes)
    {
        SiteSettings settings = frame.Settings;
        return new(
            frame.Site(Routes.Home),
            frame.Page(Routes.Home, null, settings.Description, data: StructuredData.Site(settings)),
            settings.Tagline.Length > 0 ? settings.Tagline : settings.Title,
            archive.Digests.Count > 0 ? Part(archive.Digests[0], topLevel: 3) : null,
            [.. archive.Digests.Skip(1).Take(EarlierShown).Select(Row)],
            themes,
            SiteFrame.Count(archive.Papers.Count, "paper"),
            frame.Href(Routes.Digests),
            frame.Href(Routes.Themes),
            archive.Digests.Take(1 + EarlierShown).Any(d => d.IsInferred));
    }

    public DigestsPage All()
    {
        string count = SiteFrame.Count(archive.Digests.Count, "digest");
        Digest[] named = [.. archive.Digests.Take(NamedOnAll)];
        DateOnly oldest = named.Length > 0 ? named[^1].Date : default;
        return new(
            frame.Site(Routes.Digests),
            frame.Page(Routes.Digests, "All digests", $"{count} of {frame.Settings.Title}, newest first, each with its papers by theme.", data: StructuredData.Collection("All digests", frame.Settings)),
            count,
            [.. archive.Digests.GroupBy(d => d.Date.Year).Select(y => new YearGroup(y.Key.ToString(CultureInfo.InvariantCulture), calendar.Year(y.Key), [.. y.Where(d => d.Date >= oldest).Select(Row)]))],
            named.Any(d => d.IsInferred));
    }

    /// <summary>The page of one digest.</summary>
    /// <param name="index">Its place in the archive, where the newest is first.</param>
    public DigestPage One(int index)
    {
        Digest digest = archive.Digests[index];
        SitePath path = Routes.Digest(digest.Date);
        DigestPart part = Part(digest);
        IsoWeek week = IsoWeek.Of(digest.Date);
        string title = "Digest of " + part.Date.Human;
        string description = $"{part.Papers} listed on {part.Date.Human}: {string.Join("; ", digest.Papers.Select(p => readable.Title(p).Plain))}";
        return new(
            frame.Site(path),
            frame.Page(path, title, description, data: StructuredData.Collection(title, frame.Settings, new Crumb("Digests", Routes.Digests))) with
            {
                MarkdownHref = frame.Href(Routes.DigestMarkdown(digest.Date)),
            },
            new($"Week {week.Number}", frame.Href(Routes.Week(week))),
            new(Calendar.NameOf(digest.Date), frame.Href(Routes.Month(digest.Date))),
            frame.Href(Routes.DigestCitations(digest.Date)),
            part,
            [.. digest.Origins.Select(Origin)],
            index + 1 < archive.Digests.Count ? Row(archive.Digests[index + 1]) : null,
            index > 0 ? Row(archive.Digests[index - 1]) : null);
    }

    private DigestPart Part(Digest digest, int topLevel = 2)
    {
        // Where all papers are new, none has to be told from the others.
        int added = Tally.New(digest);
        bool tellsNew = added < digest.Papers.Count;
        return new(
            DateText.Of(digest.Date, digest.IsInferred),
            frame.Href(Routes.Digest(digest.Date)),
            SiteFrame.Count(digest.Papers.Count, "paper"),
            tellsNew ? string.Create(CultureInfo.InvariantCulture, $"{added:N0} new") : null,
            EditorsMarkdown.Render(digest.Note?.Markdown, frame.Settings.BaseUrl, topLevel),
            [.. (digest.Note?.Picks ?? []).Select(p => new PickPart(readable.Title(p.Paper).Plain, frame.Href(Routes.Paper(p.Paper.Slug)), p.Sentence))],
            [.. ByTheme(digest.Papers).Select(g => Group(g, digest, tellsNew))]);
    }

    private static OriginPart Origin(CaptureOrigin origin) =>
        new(origin.Title ?? origin.Url?.Host ?? "a listing", origin.Url?.AbsoluteUri, origin.Query);

    private ThemeGroup Group(IGrouping<Theme, Paper> group, Digest digest, bool tellsNew) => new(
        group.Key.Title,
        frame.Href(Routes.Theme(group.Key.Id)),
        group.Key.Id,
        group.Count(),
        [.. group.OrderByDescending(p => p.IsPinned).Select(p => papers.DigestCard(p, digest.Date) with { IsNew = tellsNew && Tally.IsNew(p, digest) })]);

    public DigestRow Row(Digest digest)
    {
        IEnumerable<string> largest = digest.Papers
            .GroupBy(p => p.Theme)
            .Where(g => g.Key.Id != Theme.OtherId)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key.Order)
            .Take(ThemesNamed)
            .Select(g => g.Key.Title);
        return new(
            DateText.Of(digest.Date, digest.IsInferred),
            frame.Href(Routes.Digest(digest.Date)),
            SiteFrame.Count(digest.Papers.Count, "paper"),
            string.Join(" · ", largest));
    }

    /// <summary>Papers by theme, the themes in their order with Other last.</summary>
    public static IEnumerable<IGrouping<Theme, Paper>> ByTheme(IEnumerable<Paper> papers) =>
        papers.GroupBy(p => p.Theme).OrderBy(g => g.Key.Id == Theme.OtherId).ThenBy(g => g.Key.Order).ThenBy(g => g.Key.Id, StringComparer.Ordinal);
}
