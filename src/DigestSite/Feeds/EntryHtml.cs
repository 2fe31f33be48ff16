using System.Text;

namespace DigestSite.Feeds;

/// <summary>All the elements that an entry may use. Links have their own method.</summary>
internal enum ContentElement
{
    P,
    H3,
    Ul,
    Ol,
    Li,
    Em,
    Strong,
}

/// <summary>
/// Writes the HTML of one entry: headings, paragraphs, lists, links and emphasis, and nothing else can be written. Text is escaped here
/// and only here, with entities that XML has too.
/// </summary>
internal sealed class EntryHtml
{
    private readonly StringBuilder _html = new();

    /// <summary>How many UTF-16 units are written so far.</summary>
    public int Length => _html.Length;

    public static string Escape(string text)
    {
        var html = new EntryHtml();
        return html.Text(text).ToString();
    }

    public EntryHtml Start(ContentElement element)
    {
        _html.Append('<').Append(Name(element)).Append('>');
        return this;
    }

    public EntryHtml End(ContentElement element)
    {
        _html.Append("</").Append(Name(element)).Append('>');
        if (element is not (ContentElement.Em or ContentElement.Strong))
        {
            _html.Append('\n');
        }

        return this;
    }

    public EntryHtml Text(string text)
    {
        ReadOnlySpan<char> rest = FeedText.Clean(text);
        for (int i; (i = rest.IndexOfAny("&<>\"'")) >= 0; rest = rest[(i + 1)..])
        {
            _html.Append(rest[..i]).Append(rest[i] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                _ => "&#39;",
            });
        }

        _html.Append(rest);
        return this;
    }

    /// <summary>A link, or the bare text where <paramref name="address"/> is not an absolute http(s) one.</summary>
    public EntryHtml Link(string address, string text)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
        {
            return Text(text);
        }

        _html.Append("<a href=\"");
        Text(address);
        _html.Append("\">");
        Text(text);
        _html.Append("</a>");
        return this;
    }

    public EntryHtml Paragraph(string text) => Start(ContentElement.P).Text(text).End(ContentElement.P);

    public EntryHtml LinkParagraph(string address, string text) => Start(ContentElement.P).Link(address, text).End(ContentElement.P);

    public override string ToString() => _html.ToString();

    private static string Name(ContentElement element) => element switch
    {
        ContentElement.P => "p",
        ContentElement.H3 => "h3",
        ContentElement.Ul => "ul",
        ContentElement.Ol => "ol",
        ContentElement.Li => "li",
        ContentElement.Em => "em",
        ContentElement.Strong => "strong",
        _ => throw new ArgumentOutOfRangeException(nameof(element)),
    };
}
