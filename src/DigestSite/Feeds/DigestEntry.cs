using System.Globalization;
using DigestSite.Papers;
using DigestSite.Templates;

namespace DigestSite.Feeds;

/// <summary>A digest as a feed tells of it: its papers by theme.</summary>
/// <remarks>As with <see cref="PaperEntry"/>, it shows what its fingerprint sees.</remarks>
internal static class DigestEntry
{
    /// <summary>In UTF-16 units; far beyond any real title.</summary>
    public const int MaxTitleLength = 1_000;

    /// <summary>The highest heading of the editors' own words in an entry, whose title and parts stand above.</summary>
    public const int TopHeading = 3;

    // In UTF-16 units: even where each takes three bytes, several entries fit into one feed. Some 500 papers.
    private const int MaxLength = 100_000;

    // Of the markup around a paper, in UTF-16 units.
    private const int MarkupLength = 40;

    public static FeedEntry Of(Digest digest, SiteModel site)
    {
        SiteSettings settings = site.Settings;
        EquatableArray<ThemeGroup> groups = ThemeGroup.Of(digest);
        string page = settings.BaseUrl.Absolute(Routes.Digest(digest.Date));
        return new()
        {
            Id = EntryId.Of(digest, settings),
            Title = "Digest of " + FeedText.Day(digest.Date),
            Link = page,
            Date = FeedText.NoLaterThan(site.Archive.AsOf, digest.Date),
            Summary = Summary(digest, groups),
            Html = EntryTemplates.Render(EntryTemplates.Digest, Model(digest, groups, page, site), page, site),
            Categories = [.. groups.Select(g => new FeedCategory(g.Theme.Title, settings.BaseUrl.Absolute(Routes.Themes)))],
        };
    }

    private static string Summary(Digest digest, EquatableArray<ThemeGroup> groups) =>
        digest.Papers.Count == 0
            ? "No papers."
            : $"{FeedText.Count(digest.Papers.Count, "paper")}: {string.Join(", ", groups.Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Theme.Title} ({g.Papers.Count})")))}.";

    private static DigestEntryModel Model(Digest digest, EquatableArray<ThemeGroup> groups, string page, SiteModel site)
    {
        BaseUrl baseUrl = site.Settings.BaseUrl;
        Html? note = EditorsMarkdown.Render(digest.Note?.Markdown, baseUrl, TopHeading);
        EntryPick[] picks = [.. (digest.Note?.Picks ?? []).Select(p => new EntryPick(PaperEntry.TitleOf(p.Paper, site), Address(p.Paper, baseUrl), p.Sentence))];
        EntryTheme[] themes = Themes(groups, note?.Markup.Length ?? 0, site);
        int left = digest.Papers.Count - themes.Sum(t => t.Papers.Length);
        return new(
            baseUrl.ToString(), FeedText.Day(digest.Date), page, digest.IsInferred, note, picks, themes, left > 0 ? FeedText.Count(left, "more paper") : null);
    }

    // As many papers as fit below what stands above them.
    private static EntryTheme[] Themes(EquatableArray<ThemeGroup> groups, int length, SiteModel site)
    {
        BaseUrl baseUrl = site.Settings.BaseUrl;
        var themes = new List<EntryTheme>();
        foreach (ThemeGroup group in groups.TakeWhile(_ => length < MaxLength))
        {
            var papers = new List<EntryPaper>();
            foreach (Paper paper in group.Papers.TakeWhile(_ => length < MaxLength))
            {
                string? organization = paper.Organization is { } printed ? FeedText.Shorten(FeedText.Clean(printed.Name), MaxTitleLength) : null;
                var shown = new EntryPaper(PaperEntry.TitleOf(paper, site), Address(paper, baseUrl), organization);
                papers.Add(shown);
                length += MarkupLength + EscapedLength(shown.Title) + shown.Href.Length + EscapedLength(organization ?? "");
            }

            themes.Add(new(group.Theme.Title, baseUrl.Absolute(Routes.Theme(group.Theme.Id)), [.. papers]));
        }

        return [.. themes];
    }

    private static string Address(Paper paper, BaseUrl baseUrl) => baseUrl.Absolute(Routes.Paper(paper.Slug));

    private static int EscapedLength(string text) => EntryHtml.Escape(text).Length;
}
