using System.Net;
using System.Text;

namespace DigestSite.Feeds;

/// <summary>The text of an entry's HTML: a line for each block, a dash before each item.</summary>
internal static class EntryText
{
    public static string Of(string html)
    {
        var text = new StringBuilder(html.Length);
        ReadOnlySpan<char> rest = html;
        while (rest.IndexOf('<') is var tag and >= 0)
        {
            Append(text, rest[..tag]);
            int end = rest[tag..].IndexOf('>') + tag;
            switch (rest[(tag + 1)..end])
            {
                case "p" or "h3" or "ul" or "ol" or "/ul" or "/ol":
                    Break(text, 2);
                    break;
                case "li":
                    Break(text, 1);
                    text.Append("- ");
                    break;
            }

            rest = rest[(end + 1)..];
        }

        Append(text, rest);
        return text.ToString().Trim();
    }

    // Line ends of the markup are not of the text.
    private static void Append(StringBuilder text, ReadOnlySpan<char> html)
    {
        ReadOnlySpan<char> words = html.Trim('\n');
        text.Append(words.Contains('&') ? WebUtility.HtmlDecode(words.ToString()) : words);
    }

    private static void Break(StringBuilder text, int lines)
    {
        int there = 0;
        while (there < text.Length && text[^(there + 1)] == '\n')
        {
            there++;
        }

        text.Append('\n', text.Length == 0 ? 0 : Math.Max(0, lines - there));
    }
}
