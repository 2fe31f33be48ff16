using System.Text;
using DigestSite.Papers;

namespace DigestSite.Mail;

/// <summary>Words of others made fit for a message: nothing that steers a header, a terminal or the direction of what follows.</summary>
internal static class MailWords
{
    /// <summary>
    /// One line in NFC: control characters and line ends are white space, which is folded; what turns the direction of text (UAX 9) and
    /// noncharacters are dropped; lone surrogates become U+FFFD. At most <paramref name="length"/> UTF-16 units, closed with an ellipsis where cut.
    /// </summary>
    public static string Line(string text, int length)
    {
        // A title of a megabyte is cut before it is looked at rune by rune; what is dropped is rarely much.
        string clean = Clean(text.Length > length * 4 ? text[..(length * 4)] : text);
        return Shorten(TextFolding.FoldWhiteSpace(clean), length);
    }

    /// <summary>The same with its spaces as they are: for a piece of a line.</summary>
    public static string Clean(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029)
            {
                kept.Append(' ');
            }
            else if (!IsUnwanted(rune.Value))
            {
                kept.Append(rune);
            }
        }

        return TextFolding.Normalize(kept.ToString(), NormalizationForm.FormC);
    }

    /// <summary>Whether a character has no business in a message: marks, embeddings, overrides and isolates of direction, byte order marks, noncharacters.</summary>
    public static bool IsUnwanted(int c) =>
        c is 0x061C or 0x200B or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF or (>= 0xFFF9 and <= 0xFFFB)
            or (>= 0xFDD0 and <= 0xFDEF) or (>= 0xE0000 and <= 0xE007F) || (c & 0xFFFE) == 0xFFFE;

    private static string Shorten(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        int space = text.LastIndexOf(' ', length - 1);
        int end = space > length / 2 ? space : length - 1;
        return (char.IsHighSurrogate(text[end - 1]) ? text[..(end - 1)] : text[..end]).TrimEnd() + "…";
    }
}
