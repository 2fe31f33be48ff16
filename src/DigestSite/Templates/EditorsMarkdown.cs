using System.Text;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DigestSite.Templates;

/// <summary>The editors' Markdown. Raw HTML in it is shown as text.</summary>
internal static class EditorsMarkdown
{
    private static readonly MarkdownPipeline Plain = Builder().Build();

    private static readonly MarkdownPipeline WithPlaces = Builder().UsePreciseSourceLocation().Build();

    private static readonly MarkdownPipeline WithIds = Builder().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();

    /// <summary>The document, its headings without ids: for a text that stands among others on a page.</summary>
    public static MarkdownDocument Parse(string markdown) => Markdown.Parse(markdown, Plain);

    /// <summary>The document, each heading with an id made of its words: for a text that is a page.</summary>
    public static MarkdownDocument ParsePage(string markdown) => Markdown.Parse(markdown, WithIds);

    /// <summary>Whether the parser can take it: what is nested more than 128 levels deep it refuses.</summary>
    public static bool IsRenderable(string markdown)
    {
        try
        {
            Markdown.ToHtml(markdown, WithIds);
            return true;
        }
        catch (ArgumentException)
        {
            // All that the parser says is that something is nested too deeply.
            return false;
        }
    }

    /// <summary>The markup of a text, or null where there is none.</summary>
    /// <param name="topLevel">The highest heading that may stand there: 2 below the title of a page.</param>
    public static Html? Render(string? markdown, BaseUrl baseUrl, int topLevel) =>
        string.IsNullOrWhiteSpace(markdown) ? null : Render(Parse(markdown), baseUrl, topLevel);

    /// <summary>The markup of a document: links of the site under its base path, headings below the page's own.</summary>
    public static Html Render(MarkdownDocument document, BaseUrl baseUrl, int topLevel)
    {
        LowerHeadings(document, topLevel);
        foreach (LinkInline link in document.Descendants<LinkInline>())
        {
            Mend(link, baseUrl);
        }

        return new(document.ToHtml(Plain));
    }

    /// <summary>The text itself, to be read away from the site: its links to the site with the whole address.</summary>
    public static string WithAbsoluteLinks(string markdown, BaseUrl baseUrl)
    {
        MarkdownDocument document = Markdown.Parse(markdown, WithPlaces);
        IEnumerable<(string? Url, SourceSpan Span)> links =
        [
            .. document.Descendants<LinkInline>().Select(l => (l.Url, l.UrlSpan)),
            .. document.Descendants<LinkReferenceDefinition>().Select(l => (l.Url, l.UrlSpan)),
        ];
        var text = new StringBuilder(markdown);
        foreach ((_, SourceSpan span) in links.Where(l => IsOfSite(l.Url) && !l.Span.IsEmpty).DistinctBy(l => l.Span.Start).OrderByDescending(l => l.Span.Start))
        {
            text.Insert(markdown.IndexOf('/', span.Start), baseUrl.ToString().TrimEnd('/'));
        }

        return text.ToString();
    }

    /// <summary>Whether an address in Markdown is written from the root of the site: <c>/digests/</c>.</summary>
    public static bool IsOfSite(string? url) => url is ['/', not '/', ..] or "/";

    private static MarkdownPipelineBuilder Builder() => new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks();

    private static void LowerHeadings(MarkdownDocument document, int topLevel)
    {
        HeadingBlock[] headings = [.. document.Descendants<HeadingBlock>()];
        int shift = headings.Length == 0 ? 0 : Math.Max(0, topLevel - headings.Min(h => h.Level));
        foreach (HeadingBlock heading in headings)
        {
            heading.Level = Math.Min(6, heading.Level + shift);
        }
    }

    private static void Mend(LinkInline link, BaseUrl baseUrl)
    {
        if (IsOfSite(link.Url))
        {
            link.Url = baseUrl.BasePath + link.Url![1..];
        }
    }
}
