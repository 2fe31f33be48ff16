using System.Globalization;
using System.Text;

namespace DigestSite;

/// <summary>Untrusted text within Markdown of our own.</summary>
internal static class MarkdownText
{
    /// <summary>Text that means itself: any ASCII punctuation may have a backslash before it (https://spec.commonmark.org/0.31.2/#backslash-escapes); what is invisible becomes a space.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c)))
            {
                escaped.Append('\\');
            }

            escaped.Append(IsInvisible(c) ? ' ' : c);
        }

        return escaped.ToString();
    }

    /// <summary>The lines as one text, cut where it would be longer than a body may be.</summary>
    /// <param name="most">In UTF-16 units.</param>
    public static string Lines(IReadOnlyList<string> lines, int most)
    {
        var text = new StringBuilder();
        foreach (string line in lines)
        {
            if (text.Length + line.Length > most)
            {
                return text.Append("\nAnd more: this is cut short.\n").ToString();
            }

            text.Append(line).Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>Whether a character would break the line, be unseen, or turn the direction of what follows.</summary>
    public static bool IsInvisible(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
