using DigestSite.Papers;

namespace DigestSite.Pages;

/// <summary>The papers of themes, tags and organizations, pinned ones first, then newest first, and how their pages look to templates.</summary>
internal sealed class PaperLists
{
    public const int PageSize = 50;

    private readonly SiteFrame _frame;
    private readonly PaperProjection _papers;
    private readonly Archive _archive;
    private readonly ILookup<string, Paper> _byTheme;
    private readonly ILookup<string, Paper> _byTag;
    private readonly ILookup<Slug, Paper> _byOrganization;

    public PaperLists(SiteFrame frame, PaperProjection papers, Archive archive)
    {
        _frame = frame;
        _papers = papers;
        _archive = archive;
        _byTheme = archive.Papers.ToLookup(p => p.Theme.Id, StringComparer.Ordinal);
        _byTag = archive.Papers
            .SelectMany(p => p.Tags, (paper, tag) => (tag.Id, Paper: paper))
            .ToLookup(t => t.Id, t => t.Paper, StringComparer.Ordinal);
        _byOrganization = archive.Papers.SelectMany(NamedBy, (paper, named) => (named.Slug, Paper: paper)).ToLookup(n => n.Slug, n => n.Paper);
        Organizations =
        [
            .. archive.Papers.Concat(archive.Hidden.Select(h => h.Paper)).SelectMany(NamedBy).DistinctBy(o => o.Slug)
                .Select(o => new ListedOrganization(o.Slug, o.Name, _byOrganization[o.Slug].Count()))
                .OrderByDescending(o => o.Papers).ThenBy(o => o.Name, StringComparer.OrdinalIgnoreCase).ThenBy(o => o.Slug),
        ];
    }

    /// <summary>All that any listing names, the one with most papers first; those without any, since the only one was taken down, are to be named nowhere.</summary>
    public IReadOnlyList<ListedOrganization> Organizations { get; }

    public ThemeRow[] ThemeRows() =>
        [.. _archive.Themes.Where(t => t.Id != Theme.OtherId || _byTheme.Contains(t.Id)).Select(t => new ThemeRow(t.Title, _frame.Href(Routes.Theme(t.Id)), t.Description, _byTheme[t.Id].Count()))];

    public ThemesPage Themes() => new(
        _frame.Site(Routes.Themes),
        _frame.Page(Routes.Themes, "Themes", "All themes: " + string.Join(", ", _archive.Themes.Select(t => t.Title)), data: StructuredData.Collection("Themes", _frame.Settings)),
        ThemeRows(),
        [.. _archive.Tags.Select(t => new ThemeRow(t.Title, _frame.Href(Routes.Tag(t.Id)), t.Description, _byTag[t.Id].Count()))]);

    public OrganizationsPage AllOrganizations()
    {
        ListedOrganization[] shown = [.. Organizations.Where(o => o.Papers > 0)];
        string count = SiteFrame.Count(shown.Length, "organization");
        return new(
            _frame.Site(Routes.Organizations),
            _frame.Page(Routes.Organizations, "Organizations", $"{count} with papers in {_frame.Settings.Title}.", FeedPlace.OfPapers(_frame.Settings), data: StructuredData.Collection("Organizations", _frame.Settings)),
            count,
            [.. shown.Select(o => new ThemeRow(o.Name, _frame.Href(Routes.Organization(o.Slug)), "", o.Papers))]);
    }

    /// <summary>Each page of the theme: its number and papers; one without papers when it has none.</summary>
    public IEnumerable<PaperSlice> PagesOf(Theme theme) => Slices(_byTheme[theme.Id]);

    /// <inheritdoc cref="PagesOf(Theme)"/>
    public IEnumerable<PaperSlice> PagesOf(Tag tag) => Slices(_byTag[tag.Id]);

    /// <inheritdoc cref="PagesOf(Theme)"/>
    public IEnumerable<PaperSlice> PagesOf(ListedOrganization organization) => Slices(_byOrganization[organization.Slug]);

    public PaperListPage Page(Theme theme, PaperSlice slice)
    {
        var feed = FeedPlace.Of(theme, _frame.Settings);
        Crumb[] trail = [new("Themes", Routes.Themes)];
        PaperListPage page = Page(theme.Title, theme.Description, feed, slice, trail, number => Routes.Theme(theme.Id, number));
        return page with { CitationsHref = _frame.Href(Routes.ThemeCitations(theme.Id)), Cards = [.. page.Cards.Select(c => c with { Theme = null })] };
    }

    public PaperListPage Page(Tag tag, PaperSlice slice) =>
        Page(tag.Title, tag.Description, FeedPlace.Of(tag, _frame.Settings), slice, [new("Themes", Routes.Themes)], number => Routes.Tag(tag.Id, number));

    public PaperListPage Page(ListedOrganization organization, PaperSlice slice) =>
        Page(organization.Name, "", null, slice, [new("Organizations", Routes.Organizations)], number => Routes.Organization(organization.Slug, number));

    // A paper stays with the name of an older listing, so that a page once made does not vanish when a newer one has another.
    private static IEnumerable<Organization> NamedBy(Paper paper) =>
        paper.Appearances.Select(a => a.Listing.Organization).Prepend(paper.Organization).OfType<Organization>().DistinctBy(o => o.Slug);

    private static IEnumerable<PaperSlice> Slices(IEnumerable<Paper> newestFirst)
    {
        Paper[] papers = [.. newestFirst.OrderByDescending(p => p.IsPinned)];
        int count = Math.Max(1, (papers.Length + PageSize - 1) / PageSize);
        return Enumerable.Range(1, count).Select(n => new PaperSlice(n, count, papers.Length, papers[((n - 1) * PageSize)..Math.Min(papers.Length, n * PageSize)]));
    }

    private PaperListPage Page(string title, string description, FeedPlace? feed, PaperSlice slice, Crumb[] trail, Func<int, SitePath> route)
    {
        SitePath path = route(slice.Number);
        string suffix = slice.Number == 1 ? "" : $", page {slice.Number}";
        string papers = SiteFrame.Count(slice.Total, "paper");
        PaperCard[] cards = [.. slice.Papers.Select(_papers.Card)];
        return new(
            _frame.Site(path),
            _frame.Page(path, title + suffix, $"{title}{suffix}: {papers}. {description}", feed ?? FeedPlace.OfPapers(_frame.Settings), data: StructuredData.Collection(title, _frame.Settings, trail)),
            title,
            description,
            papers,
            feed is null ? null : _frame.Href(feed.Rss),
            null,
            cards,
            cards.Any(c => c.FirstListed?.Date.IsInferred == true),
            slice.Count == 1 ? null : new(
                slice.Number,
                slice.Count,
                slice.Number > 1 ? _frame.Href(route(slice.Number - 1)) : null,
                slice.Number < slice.Count ? _frame.Href(route(slice.Number + 1)) : null));
    }
}

/// <summary>An organization and how many papers it has.</summary>
/// <param name="Name">As its newest paper has it.</param>
internal sealed record ListedOrganization(Slug Slug, string Name, int Papers);

/// <summary>One page of a list of papers.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Count">How many pages there are.</param>
/// <param name="Total">How many papers they hold together.</param>
internal sealed record PaperSlice(int Number, int Count, int Total, Paper[] Papers)
{
    public DateOnly? Newest => Papers.Length == 0 ? null : Papers.Max(p => p.LastListed);
}
