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

    private static readonly SearchValues<char> NotPlain =
        SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(i => (char)i).Where(c => !IsPlain(c))]);

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

    // In place: the text only gets shorter. Abstracts are lines of plain characters, each moved at one go.
    private static (int Length, char? Odd) Fold(Span<char> text)
    {
        int length = 0;
        char? odd = null;
        for (int next = 0; next < text.Length;)
        {
            int plain = text[next..].IndexOfAny(NotPlain);
            plain = plain < 0 ? text.Length - next : plain;
            length = Move(text, next, plain, length);
            next += plain;
            if (next == text.Length)
            {
                break;
            }

            char c = text[next++];
            if (char.IsWhiteSpace(c))
            {
                length = Space(text, length);
            }
            else if (char.IsHighSurrogate(c) && next < text.Length && char.IsLowSurrogate(text[next]))
            {
                text[length++] = c;
                text[length++] = text[next++];
            }
            else
            {
                odd ??= c;
                text[length++] = Replacement;
            }
        }

        return (length > 0 && text[length - 1] == ' ' ? length - 1 : length, odd);
    }

    // Moves characters whose only white space is the space; returns the new length.
    private static int Move(Span<char> text, int from, int count, int length)
    {
        ReadOnlySpan<char> plain = text.Slice(from, count);
        while (!plain.IsEmpty)
        {
            if (plain[0] == ' ')
            {
                length = Space(text, length);
                plain = plain.TrimStart(' ');
                continue;
            }

            int end = plain.IndexOf("  ");
            end = end < 0 ? plain.Length : end;
            plain[..end].CopyTo(text[length..]);
            length += end;
            plain = plain[end..];
        }

        return length;
    }

    private static int Space(Span<char> text, int length)
    {
        if (length > 0 && text[length - 1] != ' ')
        {
            text[length++] = ' ';
        }

        return length;
    }

    private static bool IsPlain(char c) => c == ' ' || !(char.IsWhiteSpace(c) || char.IsControl(c) || char.IsSurrogate(c) || c >= '\uFFFE');
}
