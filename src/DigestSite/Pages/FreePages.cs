using DigestSite.Templates;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DigestSite.Pages;

/// <summary>Renders the pages that editors write.</summary>
internal static class FreePages
{
    /// <summary>The id of the heading "Dates" that a page explains inferred years under.</summary>
    public const string DatesId = "dates";

    /// <summary>The page that explains inferred dates, the first by slug that has the heading; null when none does.</summary>
    public static SitePath? ThatExplainsDates(IEnumerable<FreePage> pages) =>
        pages
            .OrderBy(p => p.Slug)
            .Where(p => EditorsMarkdown.ParsePage(p.Markdown).Descendants<HeadingBlock>().Any(h => h.TryGetAttributes()?.Id == DatesId))
            .Select(p => (SitePath?)Routes.Page(p.Slug))
            .FirstOrDefault();

    /// <summary>The page's body.</summary>
    public static Html Render(FreePage page, BaseUrl baseUrl)
    {
        MarkdownDocument document = EditorsMarkdown.ParsePage(page.Markdown);
        RemoveRepeatedTitle(document, page.Title);
        return EditorsMarkdown.Render(document, baseUrl, topLevel: 2);
    }

    // The page's title is its one h1.
    private static void RemoveRepeatedTitle(MarkdownDocument document, string title)
    {
        if (document.FirstOrDefault() is HeadingBlock { Level: 1, Inline: { } inline } heading
            && string.Concat(inline.Descendants<LiteralInline>().Select(l => l.Content.ToString())) == title)
        {
            document.Remove(heading);
        }
    }
}
