using System.Text;
using System.Text.Json;
using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Enriching;

/// <summary>
/// Looks through a metadata snapshot of any size, in one pass and constant memory. A line is read as far as its title; only where that is
/// wanted is the rest read too.
/// </summary>
/// <param name="name">The file's name in messages.</param>
internal sealed class SnapshotScan(string name, WantedTitles wanted, DiagnosticBag diagnostics)
{
    private const int ToldFaults = 20;

    // A file whose first lines are all something else is something else.
    private const int LinesBeforeGivingUp = 1000;

    // How a line begins is enough to know it by.
    private const int LongestExcerpt = 1 << 12;

    private readonly char[] _folded = new char[RawTitle.Longest];
    private readonly List<Diagnostic> _faults = [];
    private int _faultCount;

    /// <summary>How many lines are records.</summary>
    public int Records { get; private set; }

    /// <summary>Reads all of it; false when it is no snapshot, which has then been reported.</summary>
    /// <param name="progress">Told now and then how far it is.</param>
    public bool Read(ByteLines lines, Action<string>? progress = null)
    {
        while (lines.MoveNext())
        {
            Look(lines);
            if (Records == 0 && _faultCount >= LinesBeforeGivingUp)
            {
                break;
            }

            if (lines.Number % (1 << 17) == 0)
            {
                progress?.Invoke(FormattableString.Invariant($"{lines.BytesRead >> 20:N0} MiB of metadata"));
            }
        }

        if (Records == 0)
        {
            diagnostics.Add(Catalog.NoArxivMetadata.At(
                _faults is [var first, ..] ? first.Span : SourceSpan.File(name),
                _faultCount == 0 ? "it is empty" : "no line is a JSON object with `id` and `title`",
                "name a file that arXiv's API answered (Atom), or the metadata snapshot, one JSON object a line"));
            return false;
        }

        _faults.ForEach(diagnostics.Add);
        if (_faultCount > _faults.Count)
        {
            diagnostics.Add(Catalog.RecordsPassedOver.At(SourceSpan.File(name), FormattableString.Invariant($"{_faultCount - _faults.Count:N0}")));
        }

        return true;
    }

    private void Look(ByteLines lines)
    {
        ReadOnlySpan<byte> line = lines.Current;
        line = lines.Number == 1 && line.StartsWith(Encoding.UTF8.Preamble) ? line[Encoding.UTF8.Preamble.Length..] : line;
        line = line.TrimEnd(" \t\r"u8);
        if (lines.IsTooLong)
        {
            Fault(lines.Number, line, new(FormattableString.Invariant($"it is longer than {ByteLines.Longest >> 20} MiB")));
        }
        else if (Records > 0 && line is [(byte)'{', .., (byte)'}'] && Wanted(line) is { } isWanted && !isWanted)
        {
            Records++;
        }
        else if (!line.IsEmpty)
        {
            LookClosely(lines.Number, line);
        }
    }

    // Whether the title is wanted; null where that cannot be told so quickly. What it is not sure of is never false.
    private bool? Wanted(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            if (!SnapshotRecord.FindTitle(ref reader) || reader.TokenType != JsonTokenType.String)
            {
                return null;
            }

            if (reader.ValueSpan.Length <= RawTitle.Longest)
            {
                int length = RawTitle.Fold(reader.ValueSpan, _folded);
                if (length >= 0)
                {
                    return wanted.Has(_folded.AsSpan(0, length));
                }
            }

            return wanted.Has(TextFolding.FoldTitle(reader.GetString()!));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private void LookClosely(int number, ReadOnlySpan<byte> line)
    {
        if (line.TrimStart(" \t"u8)[0] != '{')
        {
            Fault(number, line, new("it is no JSON object"));
        }
        else if (SnapshotRecord.Read(line, out LineFault fault) is { } record)
        {
            Records++;
            wanted.Add(record);
        }
        else
        {
            Fault(number, line, fault);
        }
    }

    private void Fault(int number, ReadOnlySpan<byte> line, LineFault fault)
    {
        _faultCount++;
        if (_faults.Count < ToldFaults)
        {
            string excerpt = Encoding.UTF8.GetString(line[..Math.Min(line.Length, LongestExcerpt)]);
            _faults.Add(Catalog.RecordPassedOver.At(new SourceSpan(new SourceText(name, ""), number, fault.Column, 0) { Excerpt = excerpt }, fault.Reason));
        }
    }
}
