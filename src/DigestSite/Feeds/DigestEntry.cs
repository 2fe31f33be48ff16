using System.Globalization;
using DigestSite.Papers;

namespace DigestSite.Feeds;

/// <summary>A digest as a feed tells of it: its papers by theme.</summary>
internal static class DigestEntry
{
    /// <summary>In UTF-16 units; far beyond any real title.</summary>
    public const int MaxTitleLength = 1_000;

    // In UTF-16 units: even where each takes three bytes, several entries fit into one feed. Some 500 papers.
    private const int MaxHtmlLength = 100_000;

    public static FeedEntry Of(Digest digest, SiteModel site)
    {
        SiteSettings settings = site.Settings;
        EquatableArray<ThemeGroup> groups = ThemeGroup.Of(digest);
        return new()
        {
            Id = EntryId.Of(digest, settings),
            Title = "Digest of " + FeedText.Day(digest.Date),
            Link = settings.BaseUrl.Absolute(Routes.Digest(digest.Date)),
            Date = digest.Date,
            Summary = Summary(digest, groups),
            Html = Html(digest, groups, site),
            Categories = [.. groups.Select(g => new FeedCategory(g.Theme.Title, settings.BaseUrl.Absolute(Routes.Themes)))],
        };
    }

    private static string Summary(Digest digest, EquatableArray<ThemeGroup> groups) =>
        digest.Papers.Count == 0
            ? "No papers."
            : $"{FeedText.Count(digest.Papers.Count, "paper")}: {string.Join(", ", groups.Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Theme.Title} ({g.Papers.Count})")))}.";

    private static string Html(Digest digest, EquatableArray<ThemeGroup> groups, SiteModel site)
    {
        BaseUrl baseUrl = site.Settings.BaseUrl;
        var html = new EntryHtml();
        if (digest.IsInferred)
        {
            html.Paragraph("The listing prints no year; this one is inferred from the papers on it.");
        }

        if (digest.Note is { } note)
        {
            new EntryMarkdown(html, baseUrl).Write(note.Markdown);
            Picks(html, note.Picks, site);
        }

        int written = 0;
        foreach (ThemeGroup group in groups.TakeWhile(_ => html.Length < MaxHtmlLength))
        {
            html.Start(ContentElement.H3).Link(baseUrl.Absolute(Routes.Theme(group.Theme.Id)), group.Theme.Title).End(ContentElement.H3);
            html.Start(ContentElement.Ul);
            foreach (Paper paper in group.Papers.TakeWhile(_ => html.Length < MaxHtmlLength))
            {
                Item(html, paper, site);
                written++;
            }

            html.End(ContentElement.Ul);
        }

        if (written < digest.Papers.Count)
        {
            html.LinkParagraph(baseUrl.Absolute(Routes.Digest(digest.Date)), $"And {FeedText.Count(digest.Papers.Count - written, "more paper")} on the digest's page.");
        }

        return html.ToString();
    }

    private static void Picks(EntryHtml html, EquatableArray<Pick> picks, SiteModel site)
    {
        if (picks.Count == 0)
        {
            return;
        }

        html.Start(ContentElement.H3).Text("Picks").End(ContentElement.H3).Start(ContentElement.Ul);
        foreach (Pick pick in picks)
        {
            html.Start(ContentElement.Li)
                .Link(site.Settings.BaseUrl.Absolute(Routes.Paper(pick.Paper.Slug)), FeedText.Shorten(site.Readable.Title(pick.Paper).Plain, MaxTitleLength))
                .Text(": " + pick.Sentence)
                .End(ContentElement.Li);
        }

        html.End(ContentElement.Ul);
    }

    private static void Item(EntryHtml html, Paper paper, SiteModel site)
    {
        html.Start(ContentElement.Li).Link(site.Settings.BaseUrl.Absolute(Routes.Paper(paper.Slug)), FeedText.Shorten(site.Readable.Title(paper).Plain, MaxTitleLength));
        if (paper.Organization is { } organization)
        {
            html.Text(" ").Start(ContentElement.Em).Text(FeedText.Shorten(organization.Name, MaxTitleLength)).End(ContentElement.Em);
        }

        html.End(ContentElement.Li);
    }
}
