using System.Text;

namespace DigestSite.Tests.Fuzz;

/// <summary>Damages files: of one number it makes the same damage each time.</summary>
internal sealed class Damage(ulong number)
{
    // What has broken readers, writers and file systems elsewhere.
    private static readonly string[] Hostile =
    [
        "../", "..\\", "/etc/passwd", "\0", "\u202E", "<script>alert(1)</script>", "\" onclick=\"alert(1)", "]]>", "<![CDATA[", "{{title}}", "{{{title}}}", "{{#if", "&#x0;", "&amp;lt;", "\uD800", "\uDC00",
        "CON", "aux.txt", "%2e%2e%2f", "\r", "\t", "\u0085", "\u2028", "\uFEFF", ": ", " - ", "|", ">", "&a", "*a", "!!binary", "[[[[[[[[", "{{{{{{{{", "\"", "'", "\\u0000", "1e999", "-1", "99999999999999999999",
        "2025-02-30", "9999-12-31", "0001-01-01", "Feb 29", "e\u0301\u0301\u0301", "😀", "ﷺ", "i\u0307", "<!--", "-->", "javascript:alert(1)", "https://[::1", "data:text/html,x", "\n---\n", "\n\n\n", "\n#", "\u0001",
        new('a', 300), new('/', 60), new('(', 200), new('\n', 80), string.Concat(Enumerable.Repeat("<b>", 200)),
    ];

    private ulong _state = number;

    /// <summary>From 0 to below <paramref name="end"/>. SplitMix64 (Steele, Lea and Flood 2014).</summary>
    public int Next(int end)
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) % (ulong)end);
    }

    public T Any<T>(IReadOnlyList<T> of) => of[Next(of.Count)];

    /// <summary>The text with one to six things done to it.</summary>
    /// <param name="others">Texts of its kind, of which pieces are taken.</param>
    public string Of(string text, IReadOnlyList<string> others)
    {
        for (int i = Next(6); i >= 0; i--)
        {
            text = Once(text, others);
        }

        return text;
    }

    // A lone surrogate would not survive a file: what is damaged is what a file holds.
    public byte[] Bytes(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        for (int i = Next(4) == 0 ? Next(4) : 0; i > 0 && bytes.Length > 0; i--)
        {
            bytes[Next(bytes.Length)] = (byte)Next(256);
        }

        return bytes;
    }

    private string Once(string text, IReadOnlyList<string> others)
    {
        (int at, int length) = Span(text);
        return Next(9) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, text.Substring(at, length)),
            2 => text.Insert(Next(text.Length + 1), text.Substring(at, length)),
            3 or 4 => text.Insert(at, Any(Hostile)),
            5 => string.Concat(text.AsSpan(0, at), Any(Hostile), text.AsSpan(at + length)),
            6 => text[..at],
            7 => text.Insert(at, Piece(Any(others))),
            _ => text.Insert(at, string.Concat(Enumerable.Repeat(text.Substring(at, Math.Min(length, 40)), Next(40)))),
        };
    }

    private string Piece(string other)
    {
        (int at, int length) = Span(other);
        return other.Substring(at, length);
    }

    // Mostly of whole lines: that keeps the form and damages the sense.
    private (int At, int Length) Span(string text)
    {
        if (text.Length == 0)
        {
            return (0, 0);
        }

        int at = Next(text.Length), length = Next(Math.Min(text.Length - at, 1 + Next(200)) + 1);
        if (Next(3) == 0)
        {
            return (at, length);
        }

        at = text.LastIndexOf('\n', at) + 1;
        int end = text.IndexOf('\n', Math.Min(text.Length - 1, at + length));
        return (at, (end < 0 ? text.Length : end + 1) - at);
    }
}
