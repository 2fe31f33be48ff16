using System.Globalization;
using System.Text;
using DigestSite.Templates;
using Markdig.Syntax.Inlines;

namespace DigestSite.Mail;

/// <summary>
/// The words of a block of the editors' Markdown, as markup and as plain text at once. Markup is links, emphasis and code, and nothing
/// else can be written; a picture is left as its words, since no message asks another host for anything.
/// </summary>
/// <param name="addresses">Those that the note leads to, in the order of their numbers in plain text.</param>
internal sealed class NoteWords(BaseUrl baseUrl, List<string> addresses) : IDisposable
{
    private readonly Utf8Page _html = new();
    private readonly StringBuilder _plain = new();

    public static (Html Html, string Plain) Of(ContainerInline? inlines, BaseUrl baseUrl, List<string> addresses)
    {
        using var words = new NoteWords(baseUrl, addresses);
        words.Write(inlines);
        return (new(Encoding.UTF8.GetString(words._html.TakeBytes().Span)), words._plain.ToString().Trim());
    }

    /// <summary>Lines of code as a line of words has them: each on a line of its own, indented as it was.</summary>
    public static Html OfCode(IReadOnlyList<string> lines)
    {
        using var page = new Utf8Page();
        page.Append("<code>");
        for (int i = 0; i < lines.Count; i++)
        {
            page.Append(i > 0 ? "<br>" : "");
            int indent = lines[i].Length - lines[i].AsSpan().TrimStart(' ').Length;
            HtmlText.Write(new string('\u00A0', indent) + lines[i][indent..], page);
        }

        page.Append("</code>");
        return new(Encoding.UTF8.GetString(page.TakeBytes().Span));
    }

    public void Dispose() => _html.Dispose();

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
            case LinkInline { IsImage: false } link when Absolute(link.Url) is { } address:
                WriteLink(address, () => Write((ContainerInline)link));
                break;
            case AutolinkInline link when Absolute(link.IsEmail ? "mailto:" + link.Url : link.Url) is { } address:
                WriteLink(address, () => WriteText(link.Url));
                break;
            case EmphasisInline emphasis:
                WriteElement(emphasis.DelimiterCount > 1 ? "strong" : "em", emphasis.DelimiterCount > 1 ? "**" : "*", () => Write((ContainerInline)emphasis));
                break;
            case CodeInline code:
                WriteElement("code", "`", () => WriteText(code.Content));
                break;
            case ContainerInline container:
                Write(container);
                break;
            default:
                WriteText(WordsOf(inline));
                break;
        }
    }

    private void WriteElement(string name, string sign, Action write)
    {
        _html.Append($"<{name}>");
        _plain.Append(sign);
        write();
        _html.Append($"</{name}>");
        _plain.Append(sign);
    }

    private void WriteLink(string address, Action write)
    {
        int start = _plain.Length;
        _html.Append("<a href=\"");
        HtmlText.Write(address, _html);
        _html.Append("\">");
        write();
        _html.Append("</a>");
        if (_plain.ToString(start, _plain.Length - start) is var words && words != address && "mailto:" + words != address)
        {
            int known = addresses.IndexOf(address);
            if (known < 0)
            {
                known = addresses.Count;
                addresses.Add(address);
            }

            _plain.Append(CultureInfo.InvariantCulture, $" [{known + 1}]");
        }
    }

    private void WriteText(string text)
    {
        string clean = MailWords.Clean(text);
        HtmlText.Write(clean, _html);
        _plain.Append(clean);
    }

    // Null for what leads nowhere from a message.
    private string? Absolute(string? url)
    {
        string whole = EditorsMarkdown.IsOfSite(url) ? baseUrl.ToString().TrimEnd('/') + url : url ?? "";
        return Uri.TryCreate(whole, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" or "mailto" ? uri.AbsoluteUri : null;
    }

    private static string WordsOf(Inline inline) => inline switch
    {
        LiteralInline text => text.Content.ToString(),
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        AutolinkInline link => link.Url,
        LineBreakInline => " ",
        _ => "",
    };
}
