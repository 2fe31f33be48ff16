using System.Text;

namespace DigestSite.Templates;

/// <summary>How text becomes HTML: fit for element content and for quoted attribute values alike.</summary>
internal static class HtmlText
{
    private static readonly bool[] Stays = [.. Enumerable.Range(0, 0x80).Select(c => (c is >= ' ' and <= '~' && !"&<>\"'".Contains((char)c, StringComparison.Ordinal)) || c is '\t' or '\n')];

    /// <summary>Writes <paramref name="text"/> with <c>&amp; &lt; &gt; " '</c> escaped and what HTML forbids replaced by U+FFFD.</summary>
    public static void Write(ReadOnlySpan<char> text, Utf8Page page)
    {
        while (true)
        {
            int plain = 0;
            while (plain < text.Length && text[plain] < 0x80 && Stays[text[plain]])
            {
                plain++;
            }

            page.Append(text[..plain]);
            if (plain == text.Length)
            {
                return;
            }

            text = text[plain..];
            Rune.DecodeFromUtf16(text, out Rune rune, out int length);
            if (Entity(rune.Value) is { } entity)
            {
                page.Append(entity);
            }
            else
            {
                // A lone surrogate decodes as U+FFFD.
                page.Append(IsForbidden(rune.Value) || rune == Rune.ReplacementChar ? "\uFFFD" : text[..length]);
            }

            text = text[length..];
        }
    }

    /// <summary>Whether <see cref="Write"/> leaves it as it is for sure.</summary>
    public static bool IsHtml(string text)
    {
        foreach (char c in text)
        {
            if (c >= 0x80 || !Stays[c])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The text that a browser shows for <paramref name="text"/> once written: the same, what HTML forbids replaced.</summary>
    public static string Shown(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            shown.Append(IsForbidden(rune.Value) ? Rune.ReplacementChar : rune);
        }

        return shown.ToString();
    }

    private static string? Entity(int c) => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        _ => null,
    };

    // Controls and noncharacters are parse errors wherever they stand (https://html.spec.whatwg.org/#preprocessing-the-input-stream);
    // a carriage return is one too, as a parser would make a line feed of it.
    private static bool IsForbidden(int c) =>
        c is < 0x20 and not ('\t' or '\n') or (>= 0x7F and <= 0x9F) or (>= 0xFDD0 and <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}
