using System.Globalization;
using DigestSite.Papers;
using DigestSite.Templates;

namespace DigestSite.Pages;

/// <summary>How digests look to templates: the home page, the archive, and each digest's own page.</summary>
internal sealed class DigestProjection(SiteFrame frame, PaperProjection papers, ReadablePapers readable, Archive archive)
{
    // What the home page shows of the past and a row of its themes; the archive has the rest.
    private const int EarlierShown = 8;
    private const int ThemesNamed = 3;

    public HomePage Home(ThemeRow[] themes)
    {
        SiteSettings settings = frame.Settings;
        return new(
            frame.Site(Routes.Home),
            frame.Page(Routes.Home, null, settings.Description),
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
        return new(
            frame.Site(Routes.Digests),
            frame.Page(Routes.Digests, "All digests", $"{count} of {frame.Settings.Title}, newest first, each with its papers by theme."),
            count,
            [.. archive.Digests.GroupBy(d => d.Date.Year).Select(y => new YearGroup(y.Key.ToString(CultureInfo.InvariantCulture), [.. y.Select(Row)]))],
            archive.Digests.Any(d => d.IsInferred));
    }

    /// <summary>The page of one digest.</summary>
    /// <param name="index">Its place in the archive, where the newest is first.</param>
    public DigestPage One(int index)
    {
        Digest digest = archive.Digests[index];
        SitePath path = Routes.Digest(digest.Date);
        DigestPart part = Part(digest);
        string description = $"{part.Papers} listed on {part.Date.Human}: {string.Join("; ", digest.Papers.Select(p => readable.Title(p).Plain))}";
        return new(
            frame.Site(path),
            frame.Page(path, "Digest of " + part.Date.Human, description, kind: "article"),
            part,
            [.. digest.Origins.Select(Origin)],
            index + 1 < archive.Digests.Count ? Row(archive.Digests[index + 1]) : null,
            index > 0 ? Row(archive.Digests[index - 1]) : null);
    }

    private DigestPart Part(Digest digest, int topLevel = 2) => new(
        DateText.Of(digest.Date, digest.IsInferred),
        frame.Href(Routes.Digest(digest.Date)),
        SiteFrame.Count(digest.Papers.Count, "paper"),
        EditorsMarkdown.Render(digest.Note?.Markdown, frame.Settings.BaseUrl, topLevel),
        [.. (digest.Note?.Picks ?? []).Select(p => new PickPart(readable.Title(p.Paper).Plain, frame.Href(Routes.Paper(p.Paper.Slug)), p.Sentence))],
        [.. ByTheme(digest).Select(Group)]);

    private static OriginPart Origin(CaptureOrigin origin) =>
        new(origin.Title ?? origin.Url?.Host ?? "a listing", origin.Url?.AbsoluteUri, origin.Query);

    private ThemeGroup Group(IGrouping<Theme, Paper> group) => new(
        group.Key.Title,
        frame.Href(Routes.Theme(group.Key.Id)),
        group.Key.Id,
        group.Count(),
        [.. group.OrderByDescending(p => p.IsPinned).Select(papers.DigestCard)]);

    private DigestRow Row(Digest digest)
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
            string.Join(", ", largest));
    }

    private static IEnumerable<IGrouping<Theme, Paper>> ByTheme(Digest digest) =>
        digest.Papers.GroupBy(p => p.Theme).OrderBy(g => g.Key.Id == Theme.OtherId).ThenBy(g => g.Key.Order).ThenBy(g => g.Key.Id, StringComparer.Ordinal);
}
