using DigestSite.Templates;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DigestSite.Feeds;

/// <summary>Writes the editors' Markdown with what an entry may hold; what has no element of its own, such as a picture, is left as its words.</summary>
internal sealed class EntryMarkdown(EntryHtml html, BaseUrl baseUrl)
{
    public void Write(string markdown) => Write(EditorsMarkdown.Parse(markdown));

    private void Write(ContainerBlock blocks)
    {
        foreach (Block block in blocks)
        {
            Write(block);
        }
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case ListBlock list:
                html.Start(list.IsOrdered ? ContentElement.Ol : ContentElement.Ul);
                foreach (Block item in list)
                {
                    html.Start(ContentElement.Li);
                    WriteItem((ContainerBlock)item);
                    html.End(ContentElement.Li);
                }

                html.End(list.IsOrdered ? ContentElement.Ol : ContentElement.Ul);
                break;
            case ContainerBlock container:
                Write(container);
                break;
            case HeadingBlock heading:
                Write(ContentElement.H3, heading.Inline);
                break;
            case LeafBlock { Inline: { } inline }:
                Write(ContentElement.P, inline);
                break;
            case LeafBlock { Lines.Count: > 0 } code:
                html.Paragraph(code.Lines.ToString());
                break;
        }
    }

    // The one paragraph of a plain item needs no element of its own.
    private void WriteItem(ContainerBlock item)
    {
        if (item is [ParagraphBlock { Inline: { } inline }])
        {
            Write(inline);
        }
        else
        {
            Write(item);
        }
    }

    private void Write(ContentElement element, ContainerInline? inline)
    {
        html.Start(element);
        Write(inline);
        html.End(element);
    }

    private void Write(ContainerInline? inlines)
    {
        foreach (Inline inline in inlines ?? Enumerable.Empty<Inline>())
        {
            Write(inline);
        }
    }

    private void Write(Inline inline)
    {
        switch (inline)
        {
            case LinkInline { IsImage: false } link:
                html.Link(Absolute(link.Url), Words(link));
                break;
            case AutolinkInline link:
                html.Link(link.Url, link.Url);
                break;
            case EmphasisInline emphasis:
                ContentElement element = emphasis.DelimiterCount > 1 ? ContentElement.Strong : ContentElement.Em;
                html.Start(element);
                Write((ContainerInline)emphasis);
                html.End(element);
                break;
            case ContainerInline container:
                Write(container);
                break;
            default:
                html.Text(Words(inline));
                break;
        }
    }

    private string Absolute(string? url) =>
        EditorsMarkdown.IsOfSite(url) ? baseUrl.ToString().TrimEnd('/') + url : url ?? "";

    private static string Words(Inline inline) => inline switch
    {
        LiteralInline text => text.Content.ToString(),
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        AutolinkInline link => link.Url,
        LineBreakInline => " ",
        ContainerInline container => string.Concat(container.Select(Words)),
        _ => "",
    };
}
