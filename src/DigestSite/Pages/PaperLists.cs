using DigestSite.Papers;

namespace DigestSite.Pages;

/// <summary>The papers of themes and tags, pinned ones first, then newest first, and how their pages look to templates.</summary>
internal sealed class PaperLists
{
    public const int PageSize = 50;

    private readonly SiteFrame _frame;
    private readonly PaperProjection _papers;
    private readonly Archive _archive;
    private readonly ILookup<string, Paper> _byTheme;
    private readonly ILookup<string, Paper> _byTag;

    public PaperLists(SiteFrame frame, PaperProjection papers, Archive archive)
    {
        _frame = frame;
        _papers = papers;
        _archive = archive;
        _byTheme = archive.Papers.ToLookup(p => p.Theme.Id, StringComparer.Ordinal);
        _byTag = archive.Papers
            .SelectMany(p => p.Tags, (paper, tag) => (tag.Id, Paper: paper))
            .ToLookup(t => t.Id, t => t.Paper, StringComparer.Ordinal);
    }

    public ThemeRow[] ThemeRows() =>
        [.. _archive.Themes.Select(t => new ThemeRow(t.Title, _frame.Href(Routes.Theme(t.Id)), t.Description, _byTheme[t.Id].Count()))];

    public ThemesPage Themes() => new(
        _frame.Site(Routes.Themes),
        _frame.Page(Routes.Themes, "Themes", "All themes: " + string.Join(", ", _archive.Themes.Select(t => t.Title))),
        ThemeRows(),
        [.. _archive.Tags.Select(t => new ThemeRow(t.Title, _frame.Href(Routes.Tag(t.Id)), t.Description, _byTag[t.Id].Count()))]);

    /// <summary>Each page of the theme: its number and papers; one without papers when it has none.</summary>
    public IEnumerable<PaperSlice> PagesOf(Theme theme) => Slices(_byTheme[theme.Id]);

    /// <inheritdoc cref="PagesOf(Theme)"/>
    public IEnumerable<PaperSlice> PagesOf(Tag tag) => Slices(_byTag[tag.Id]);

    public PaperListPage Page(Theme theme, PaperSlice slice)
    {
        LinkPart feed = new($"{_frame.Settings.Title}: {theme.Title}", _frame.Href(Routes.ThemeFeed(theme.Id)));
        return Page(theme.Title, theme.Description, feed, slice, number => Routes.Theme(theme.Id, number));
    }

    public PaperListPage Page(Tag tag, PaperSlice slice) =>
        Page(tag.Title, tag.Description, null, slice, number => Routes.Tag(tag.Id, number));

    private static IEnumerable<PaperSlice> Slices(IEnumerable<Paper> newestFirst)
    {
        Paper[] papers = [.. newestFirst.OrderByDescending(p => p.IsPinned)];
        int count = Math.Max(1, (papers.Length + PageSize - 1) / PageSize);
        return Enumerable.Range(1, count).Select(n => new PaperSlice(n, count, papers.Length, papers[((n - 1) * PageSize)..Math.Min(papers.Length, n * PageSize)]));
    }

    private PaperListPage Page(string title, string description, LinkPart? feed, PaperSlice slice, Func<int, SitePath> route)
    {
        SitePath path = route(slice.Number);
        string suffix = slice.Number == 1 ? "" : $", page {slice.Number}";
        string papers = SiteFrame.Count(slice.Total, "paper");
        return new(
            _frame.Site(path),
            _frame.Page(path, title + suffix, $"{title}{suffix}: {papers}. {description}", feed),
            title,
            description,
            papers,
            feed?.Href,
            [.. slice.Papers.Select(_papers.Card)],
            slice.Papers.Any(p => p.Appearances[0].Capture.IsInferred),
            slice.Count == 1 ? null : new(
                slice.Number,
                slice.Count,
                slice.Number > 1 ? _frame.Href(route(slice.Number - 1)) : null,
                slice.Number < slice.Count ? _frame.Href(route(slice.Number + 1)) : null));
    }
}

/// <summary>One page of a list of papers.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Count">How many pages there are.</param>
/// <param name="Total">How many papers they hold together.</param>
internal sealed record PaperSlice(int Number, int Count, int Total, Paper[] Papers)
{
    public DateOnly? Newest => Papers.Length == 0 ? null : Papers.Max(p => p.LastListed);
}
