using DigestSite.Templates;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DigestSite.Links;

/// <summary>Reads links off the plain-text twins of pages: Markdown and BibTeX. Both are read away from the site.</summary>
internal static class TextLinks
{
    /// <summary>What a link of a Markdown file is called in messages.</summary>
    public const string MarkdownPlace = "link";

    private const string BibTeXUrl = "  url = {";

    public static void ReadMarkdown(ReadOnlyMemory<char> text, FoundLinks found)
    {
        foreach (LinkInline link in EditorsMarkdown.Parse(text.ToString()).Descendants<LinkInline>())
        {
            found.Add((link.Url ?? "").AsMemory(), ReadOnlyMemory<char>.Empty, MarkdownPlace, new(link.Span.Start, link.Span.End + 1), LinkRules.Absolute);
        }
    }

    public static void ReadBibTeX(ReadOnlyMemory<char> text, FoundLinks found)
    {
        foreach (Range line in text.Span.Split('\n'))
        {
            ReadOnlySpan<char> field = text.Span[line];
            if (field.StartsWith(BibTeXUrl, StringComparison.Ordinal))
            {
                string url = field[BibTeXUrl.Length..].TrimEnd("},").ToString();
                found.Add(url.AsMemory(), ReadOnlyMemory<char>.Empty, "url", new(line.Start.Value, line.End.Value), LinkRules.Absolute);
            }
        }
    }
}
