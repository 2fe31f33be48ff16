using System.Globalization;
using System.Text;
using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Explaining;

/// <summary>Plain text for a terminal, line by line: the same under every culture, without control characters of what it quotes.</summary>
internal sealed class Account
{
    private readonly StringBuilder _text = new();

    public void Line(FormattableString line) => Plain(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds one line as it is.</summary>
    public void Plain(string line)
    {
        foreach (char c in line.TrimEnd())
        {
            _text.Append(char.IsControl(c) ? '\uFFFD' : c);
        }

        _text.Append('\n');
    }

    /// <summary>Adds a table; columns after the first <paramref name="left"/> are aligned to the right.</summary>
    public void Table(IReadOnlyList<IReadOnlyList<string>> rows, int left)
    {
        int[] widths = [.. Enumerable.Range(0, rows[0].Count).Select(c => rows.Max(r => r[c].Length))];
        foreach (IReadOnlyList<string> row in rows)
        {
            Plain("  " + string.Join("  ", row.Select((cell, c) => c < left ? cell.PadRight(widths[c]) : cell.PadLeft(widths[c]))));
        }
    }

    public static string Place(SourceSpan span) =>
        span.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{span.FileName}:{span.Line}") : span.FileName;

    public static string Place(Appearance place) =>
        string.Create(CultureInfo.InvariantCulture, $"{place.Capture.Dump.Source.Name}:{place.Listing.TitleLine}");

    public static string Count(int number, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many ?? one + "s")}");

    /// <summary>The text without the last line's end.</summary>
    public override string ToString() => _text.ToString().TrimEnd('\n');
}
