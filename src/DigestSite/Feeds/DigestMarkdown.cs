using System.Globalization;
using System.Text;
using DigestSite.Papers;
using DigestSite.Templates;

namespace DigestSite.Feeds;

/// <summary>A digest as Markdown: what its page says, for notes and for programs that read text.</summary>
internal static class DigestMarkdown
{
    // What begins markup within a line (CommonMark 0.31.2, 6; with the marks of strikethrough and of mathematics); after a backslash it is itself.
    private const string Markup = "\\`*_[]<>&~$|";

    public static ReadOnlyMemory<byte> Write(Digest digest, SiteModel site)
    {
        SiteSettings settings = site.Settings;
        var text = new StringBuilder(4096);
        BaseUrl baseUrl = settings.BaseUrl;
        text.Append("# ").Append(Escape(settings.Title)).Append(", ").Append(digest.Date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)).Append(digest.IsInferred ? " (year inferred)" : "").Append("\n\n");
        text.Append(baseUrl.Absolute(Routes.Digest(digest.Date))).Append('\n');
        if (digest.Note?.Markdown is { Length: > 0 } note)
        {
            text.Append('\n').Append(EditorsMarkdown.WithAbsoluteLinks(note.Trim(), baseUrl)).Append('\n');
        }

        EquatableArray<Pick> picks = digest.Note?.Picks ?? [];
        text.Append(picks.Count > 0 ? "\n## Picks\n\n" : "");
        foreach (Pick pick in picks)
        {
            text.Append("- ");
            AppendLink(text, pick.Paper, site);
            text.Append(". ").Append(Escape(pick.Sentence)).Append('\n');
        }

        foreach (ThemeGroup group in ThemeGroup.Of(digest))
        {
            text.Append("\n## ").Append(Escape(group.Theme.Title)).Append("\n\n");
            foreach (Paper paper in group.Papers)
            {
                text.Append("- ");
                AppendLink(text, paper, site);
                AppendFacts(text, paper);
                text.Append('\n');
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void AppendLink(StringBuilder text, Paper paper, SiteModel site) =>
        text.Append('[').Append(Escape(site.Readable.Title(paper).Plain)).Append("](").Append(site.Settings.BaseUrl.Absolute(Routes.Paper(paper.Slug))).Append(')');

    private static void AppendFacts(StringBuilder text, Paper paper)
    {
        string? by = paper.Organization?.Name ?? (paper.Authors.Count switch { 0 => null, 1 => paper.Authors[0], _ => paper.Authors[0] + " et al." });
        if (by is not null)
        {
            text.Append(", ").Append(Escape(by));
        }

        if (paper.Published is { } published)
        {
            text.Append(", ").Append(Routes.Iso(published));
        }

        if (paper.Arxiv is { } id)
        {
            text.Append(", [arXiv](").Append(id.AbstractUrl).Append(')');
        }
    }

    private static string Escape(string title)
    {
        var escaped = new StringBuilder(title.Length + 8);
        foreach (char c in TextFolding.FoldWhiteSpace(TextFolding.WellFormed(title)))
        {
            escaped.Append(Markup.Contains(c, StringComparison.Ordinal) ? "\\" : "").Append(c);
        }

        return escaped.ToString();
    }
}
