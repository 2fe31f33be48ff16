using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using DigestSite.Diagnostics;

namespace DigestSite.Dumps;

/// <summary>The bytes of a dump made text.</summary>
internal static class DumpFile
{
    // More than a tenth of a file being no character of any text: a picture or an archive, not a slip.
    private const int BinaryShare = 10;

    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Select(i => (char)i).Where(c => !char.IsWhiteSpace(c))]);

    /// <summary>
    /// The text of <paramref name="bytes"/>, UTF-8 or, with a byte order mark, UTF-16; the mark itself is dropped.
    /// Null when it is no text or an empty one, which has then been reported. What is not a character becomes U+FFFD
    /// and is reported once a line.
    /// </summary>
    public static SourceText? Decode(string displayName, ReadOnlySpan<byte> bytes, DiagnosticBag diagnostics)
    {
        var faults = new List<int>();
        (string encoding, string text) = bytes switch
        {
            [0xFF, 0xFE, ..] => ("UTF-16", FromUtf16(bytes[2..], BinaryPrimitives.ReadUInt16LittleEndian, faults)),
            [0xFE, 0xFF, ..] => ("UTF-16", FromUtf16(bytes[2..], BinaryPrimitives.ReadUInt16BigEndian, faults)),
            [0xEF, 0xBB, 0xBF, ..] => ("UTF-8", FromUtf8(bytes[3..], faults)),
            _ => ("UTF-8", FromUtf8(bytes, faults)),
        };
        if (WhyBinary(text, faults.Count) is { } reason)
        {
            diagnostics.Add(Catalog.BinaryDump.At(SourceSpan.File(displayName), reason));
            return null;
        }

        if (DumpText.IsBlank(text))
        {
            diagnostics.Add(Catalog.EmptyDump.At(SourceSpan.File(displayName)));
            return null;
        }

        var source = new SourceText(displayName, text);
        int lastLine = 0;
        foreach (SourceSpan span in faults.Select(offset => source.AtOffset(offset, 1)).Where(span => span.Line != lastLine))
        {
            lastLine = span.Line;
            diagnostics.Add(Catalog.InvalidText.At(span, encoding));
        }

        return source;
    }

    private static string? WhyBinary(string text, int faults)
    {
        int nul = text.IndexOf('\0', StringComparison.Ordinal);
        if (nul >= 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $"a NUL stands at character {nul + 1}");
        }

        int notText = faults;
        ReadOnlySpan<char> rest = text;
        for (int i = rest.IndexOfAny(Controls); i >= 0; i = rest.IndexOfAny(Controls))
        {
            notText++;
            rest = rest[(i + 1)..];
        }

        return (long)notText * BinaryShare > text.Length
            ? string.Create(CultureInfo.InvariantCulture, $"{notText} of {text.Length} characters are none of any text")
            : null;
    }

    // Faults are offsets, in the text returned, of each U+FFFD that stands for invalid bytes.
    private static string FromUtf8(ReadOnlySpan<byte> bytes, List<int> faults)
    {
        if (Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        // No byte makes more than one UTF-16 unit.
        char[] text = ArrayPool<char>.Shared.Rent(bytes.Length);
        int length = 0;
        while (!bytes.IsEmpty)
        {
            OperationStatus status = Utf8.ToUtf16(bytes, text.AsSpan(length), out int read, out int written, replaceInvalidSequences: false);
            length += written;
            bytes = bytes[read..];
            if (status != OperationStatus.Done)
            {
                faults.Add(length);
                text[length++] = '\uFFFD';
                Rune.DecodeFromUtf8(bytes, out _, out int invalid);
                bytes = bytes[invalid..];
            }
        }

        string result = new(text, 0, length);
        ArrayPool<char>.Shared.Return(text);
        return result;
    }

    private static string FromUtf16(ReadOnlySpan<byte> bytes, Func<ReadOnlySpan<byte>, ushort> read, List<int> faults)
    {
        var text = new char[(bytes.Length + 1) / 2];
        for (int i = 0; i < bytes.Length / 2; i++)
        {
            text[i] = (char)read(bytes[(2 * i)..]);
        }

        if (bytes.Length % 2 == 1)
        {
            // Half a unit, cut off, is as bad as a lone surrogate.
            text[^1] = '\uDC00';
        }

        for (int i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                faults.Add(i);
                text[i] = '\uFFFD';
            }
        }

        return new string(text);
    }
}
