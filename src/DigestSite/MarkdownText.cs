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

    /// <summary>Whether a character would break the line, be unseen, or turn the direction of what follows.</summary>
    public static bool IsInvisible(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
