using System.Globalization;
using System.Text;
using System.Text.Json;
using DigestSite.Diagnostics;

namespace DigestSite.Dumps.DailyPapers;

/// <summary>JSON that was captured, alone in a file or inside a page: its bytes, and where each stands in the file.</summary>
internal sealed class CapturedJson
{
    private readonly SourceText _source;
    private readonly Func<int, int>? _offsetInSource;
    private readonly FaultLimit _faults;
    private readonly byte[] _bytes;
    private readonly bool _isAscii;
    private (int Byte, int Character) _last;

    /// <summary>JSON that is a file.</summary>
    public CapturedJson(SourceText source, DiagnosticBag diagnostics)
        : this(source, source.Text, offsetInSource: null, new FaultLimit(diagnostics))
    {
    }

    /// <summary>JSON that stands inside something else.</summary>
    /// <param name="offsetInSource">Where a character of <paramref name="text"/> stands in the file; asked in rising order, but for a few steps.</param>
    public CapturedJson(SourceText source, string text, Func<int, int>? offsetInSource, FaultLimit faults)
    {
        _source = source;
        _offsetInSource = offsetInSource;
        _faults = faults;
        int start = text.Length - text.AsSpan().TrimStart("\uFEFF \t\r\n").Length;
        _bytes = Encoding.UTF8.GetBytes(text, start, text.Length - start);
        _isAscii = _bytes.Length == text.Length - start;
        _last = (0, start);
        Start = start;
    }

    public ReadOnlySpan<byte> Bytes => _bytes;

    private int Start { get; }

    /// <summary>The last character.</summary>
    public SourceSpan AtEnd => At(Bytes.TrimEnd(" \t\r\n"u8).Length - 1L);

    /// <summary>The place of <paramref name="length"/> bytes from <paramref name="offset"/>, at least one character.</summary>
    public SourceSpan At(long offset, int length = 0)
    {
        int first = OffsetInSource((int)offset);
        return _source.AtOffset(first, Math.Max(1, OffsetInSource((int)offset + length) - first));
    }

    public int LineAt(long offset) => _source.AtOffset(OffsetInSource((int)offset)).Line;

    /// <summary>The place of the value that the reader is at; of an object or array, its bracket.</summary>
    public SourceSpan At(ref readonly Utf8JsonReader reader) => At(reader.TokenStartIndex, (int)(reader.BytesConsumed - reader.TokenStartIndex));

    /// <summary>The place of a byte that the JSON reader names, both numbers from 0; its lines end at LF alone.</summary>
    public SourceSpan AtLine(long line, long byteInLine)
    {
        int start = 0;
        for (long passed = 0; passed < line; passed++)
        {
            start += Bytes[start..].IndexOf((byte)'\n') + 1;
        }

        return At(start + byteInLine);
    }

    /// <summary>Takes the listings of this file.</summary>
    public DistinctListings NewListings() => new(_source, _faults);

    public void Report(DiagnosticDescriptor descriptor, SourceSpan span, params object?[] arguments) => _faults.Report(descriptor, span, arguments);

    /// <summary>Tells how many faults were not told one by one.</summary>
    public void ReportRest() => _faults.ReportRest(_source);

    /// <summary>What stands there, in few words: <c>a number</c>, <c>the text `12`</c>.</summary>
    public static string Describe(ref readonly Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => $"the text `{Short(CapturedString.Read(reader.ValueSpan, reader.ValueIsEscaped).Text ?? "")}`",
        JsonTokenType.Number => $"the number `{Short(Encoding.ASCII.GetString(reader.ValueSpan))}`",
        _ => $"`{Encoding.ASCII.GetString(reader.ValueSpan)}`",
    };

    /// <summary>The beginning of a text that may be of any length.</summary>
    public static string Short(string text)
    {
        const int Longest = 80;
        return text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)] + "…";
    }

    // Characters are counted from the place asked for before: places are asked for in the order of the file, or nearly so.
    private int OffsetInSource(int offset)
    {
        offset = Math.Clamp(offset, 0, _bytes.Length);
        while (offset > 0 && offset < _bytes.Length && (_bytes[offset] & 0xC0) == 0x80)
        {
            offset--; // Within a character.
        }

        if (!_isAscii)
        {
            _last = (offset, offset >= _last.Byte
                ? _last.Character + CountCharacters(_last.Byte, offset)
                : _last.Character - CountCharacters(offset, _last.Byte));
        }

        int character = _isAscii ? Start + offset : _last.Character;
        return _offsetInSource is null ? character : _offsetInSource(character);
    }

    private int CountCharacters(int from, int to) => Encoding.UTF8.GetCharCount(_bytes, from, to - from);
}

/// <summary>What is wrong with one item of a file of noise is wrong with a million: the first of a kind are told, the rest counted.</summary>
internal sealed class FaultLimit(DiagnosticBag diagnostics)
{
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public void Report(DiagnosticDescriptor descriptor, SourceSpan span, params object?[] arguments)
    {
        int before = _counts.GetValueOrDefault(descriptor.Id);
        _counts[descriptor.Id] = before + 1;
        if (before < LineScreening.MaxReports)
        {
            diagnostics.Add(descriptor.At(span, arguments));
        }
    }

    public void ReportRest(SourceText source)
    {
        foreach ((string id, int count) in _counts)
        {
            if (count > LineScreening.MaxReports)
            {
                diagnostics.Add(Catalog.MoreOfTheKind.At(source.At(0), (count - LineScreening.MaxReports).ToString(CultureInfo.InvariantCulture), id));
            }
        }
    }
}
