using DigestSite.Templates;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DigestSite.Pages;

/// <summary>Renders the editors' Markdown. Raw HTML in it is shown as text.</summary>
internal static class FreePages
{
    /// <summary>The id of the heading "Dates" that a page explains inferred years under.</summary>
    public const string DatesId = "dates";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .UsePipeTables()
        .UseAutoLinks()
        .Build();

    /// <summary>The page that explains inferred dates, the first by slug that has the heading; null when none does.</summary>
    public static SitePath? ThatExplainsDates(IEnumerable<FreePage> pages) =>
        pages
            .OrderBy(p => p.Slug)
            .Where(p => Markdown.Parse(p.Markdown, Pipeline).Descendants<HeadingBlock>().Any(h => h.TryGetAttributes()?.Id == DatesId))
            .Select(p => (SitePath?)Routes.Page(p.Slug))
            .FirstOrDefault();

    /// <summary>The page's body: headings below the page's own, links of the site under its base path.</summary>
    public static Html Render(FreePage page, BaseUrl baseUrl)
    {
        MarkdownDocument document = Markdown.Parse(page.Markdown, Pipeline);
        RemoveRepeatedTitle(document, page.Title);
        LowerHeadings(document);
        foreach (LinkInline link in document.Descendants<LinkInline>())
        {
            Mend(link, baseUrl);
        }

        foreach (AutolinkInline link in document.Descendants<AutolinkInline>().Where(l => !l.IsEmail))
        {
            link.GetAttributes().AddProperty("rel", "noopener");
        }

        return new(document.ToHtml(Pipeline));
    }

    private static void RemoveRepeatedTitle(MarkdownDocument document, string title)
    {
        if (document.FirstOrDefault() is HeadingBlock { Level: 1, Inline: { } inline } heading
            && string.Concat(inline.Descendants<LiteralInline>().Select(l => l.Content.ToString())) == title)
        {
            document.Remove(heading);
        }
    }

    // The page's title is its one h1.
    private static void LowerHeadings(MarkdownDocument document)
    {
        HeadingBlock[] headings = [.. document.Descendants<HeadingBlock>()];
        if (headings.Any(h => h.Level == 1))
        {
            foreach (HeadingBlock heading in headings)
            {
                heading.Level = Math.Min(6, heading.Level + 1);
            }
        }
    }

    private static void Mend(LinkInline link, BaseUrl baseUrl)
    {
        if (link.Url is { } url && url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal))
        {
            link.Url = baseUrl.BasePath + url[1..];
        }
        else if (!link.IsImage && link.Url?.Contains("://", StringComparison.Ordinal) == true)
        {
            link.GetAttributes().AddProperty("rel", "noopener");
        }
    }
}
