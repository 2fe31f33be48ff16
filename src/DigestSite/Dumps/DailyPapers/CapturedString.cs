using System.Buffers;
using System.Globalization;
using System.Text;

namespace DigestSite.Dumps.DailyPapers;

/// <summary>Captured text as the site shows it.</summary>
/// <param name="Text">White space folded; null where nothing would be seen of it.</param>
/// <param name="Odd">The first character that is none of any text, for all of which U+FFFD stands.</param>
internal readonly record struct CapturedString(string? Text, char? Odd)
{
    private const char Replacement = '\uFFFD';

    /// <summary>Reads what stands between the quotes of a string of JSON.</summary>
    /// <param name="raw">Well-formed UTF-8, its escapes those of JSON.</param>
    /// <remarks>
    /// The JSON reader's own unescaping throws on half a surrogate pair (<c>\ud800</c>), which is well-formed JSON and reaches captures
    /// where a text was cut between its halves.
    /// </remarks>
    public static CapturedString Read(ReadOnlySpan<byte> raw, bool isEscaped)
    {
        // No byte makes more than one UTF-16 unit.
        char[] buffer = ArrayPool<char>.Shared.Rent(raw.Length);
        int length = isEscaped ? Unescape(raw, buffer) : Encoding.UTF8.GetChars(raw, buffer);
        (length, char? odd) = Fold(buffer.AsSpan(0, length));
        string text = new(buffer, 0, length);
        ArrayPool<char>.Shared.Return(buffer);
        return new(DumpText.IsBlank(text) ? null : text, odd);
    }

    /// <summary>Reads text that needs no decoding.</summary>
    public static CapturedString Of(string captured)
    {
        char[] buffer = captured.ToCharArray();
        (int length, char? odd) = Fold(buffer);
        string text = new(buffer, 0, length);
        return new(DumpText.IsBlank(text) ? null : text, odd);
    }

    private static int Unescape(ReadOnlySpan<byte> raw, Span<char> text)
    {
        int length = 0;
        for (int escape = raw.IndexOf((byte)'\\'); escape >= 0; escape = raw.IndexOf((byte)'\\'))
        {
            length += Encoding.UTF8.GetChars(raw[..escape], text[length..]);
            (text[length], int size) = raw[escape + 1] switch
            {
                (byte)'u' => ((char)ushort.Parse(raw.Slice(escape + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), 6),
                (byte)'n' => ('\n', 2),
                (byte)'t' => ('\t', 2),
                (byte)'r' => ('\r', 2),
                (byte)'b' => ('\b', 2),
                (byte)'f' => ('\f', 2),
                byte itself => ((char)itself, 2),
            };
            length++;
            raw = raw[(escape + size)..];
        }

        return length + Encoding.UTF8.GetChars(raw, text[length..]);
    }

    // In place: the text only gets shorter.
    private static (int Length, char? Odd) Fold(Span<char> text)
    {
        int length = 0;
        char? odd = null;
        bool isSpace = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsWhiteSpace(c))
            {
                isSpace = length > 0;
                continue;
            }

            if (isSpace)
            {
                text[length++] = ' ';
                isSpace = false;
            }

            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                text[length++] = c;
                c = text[++i];
            }
            else if (c < ' ' || (c >= '\u007F' && IsOdd(c)))
            {
                odd ??= c;
                c = Replacement;
            }

            text[length++] = c;
        }

        return (length, odd);
    }

    private static bool IsOdd(char c) => c <= '\u009F' || char.IsSurrogate(c) || c >= '\uFFFE';
}
