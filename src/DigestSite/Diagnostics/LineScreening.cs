using System.Globalization;

namespace DigestSite.Diagnostics;

/// <summary>Finds in the lines of any text what no editor meant to write.</summary>
internal static class LineScreening
{
    /// <summary>What is wrong in one line of a damaged file is wrong in thousands: more than this is not worth telling.</summary>
    public const int MaxReports = 20;

    private const string Ours = "<<<<<<< ";
    private const string Theirs = ">>>>>>> ";

    // A ledger has a record a line: what either side wrote down must not be forgotten.
    private const string RecordsOfBoth = "keep the lines of both versions, but one of those that begin with the same record, and delete the lines `<<<<<<<`, `=======` and `>>>>>>>`";

    /// <summary>Whether the file has neither conflict markers nor control characters; those it has were reported.</summary>
    /// <param name="firstLine">Where to begin, from 1.</param>
    public static bool Passes(SourceText file, DiagnosticBag diagnostics, int firstLine = 1)
    {
        int reports = 0;
        for (int line = firstLine; line <= file.LineCount && reports < MaxReports; line++)
        {
            if ((ConflictMarker(file, line) ?? InvisibleCharacter(file, line)) is { } fault)
            {
                diagnostics.Add(fault);
                reports++;
            }
        }

        return reports == 0;
    }

    /// <summary>Whether no merge has left its markers; those it has left were reported.</summary>
    /// <remarks>A line of equals signs alone is none: texts underline headings with it.</remarks>
    public static bool IsMerged(SourceText file, DiagnosticBag diagnostics)
    {
        if (!file.Text.Contains(Ours, StringComparison.Ordinal) && !file.Text.Contains(Theirs, StringComparison.Ordinal))
        {
            return true;
        }

        Diagnostic[] markers = [.. Enumerable.Range(1, file.LineCount).Select(line => ConflictMarker(file, line)).OfType<Diagnostic>().Take(MaxReports)];
        foreach (Diagnostic marker in markers)
        {
            diagnostics.Add(marker);
        }

        return markers.Length == 0;
    }

    /// <summary>The conflict marker that line <paramref name="number"/> begins with.</summary>
    public static Diagnostic? ConflictMarker(SourceText file, int number)
    {
        ReadOnlySpan<char> line = file.Line(number);
        if (!line.StartsWith(Ours) && !line.StartsWith(Theirs))
        {
            return null;
        }

        Diagnostic marker = Catalog.ConflictMarker.At(file.At(number, 1, line.Length));
        return file.Name.EndsWith(".tsv", StringComparison.Ordinal) ? marker with { WayOut = RecordsOfBoth } : marker;
    }

    /// <summary>The first character of line <paramref name="number"/> that nobody sees and that is no white space; a byte order mark may open the file.</summary>
    public static Diagnostic? InvisibleCharacter(SourceText file, int number)
    {
        ReadOnlySpan<char> line = file.Line(number);
        for (int i = number == 1 && line.StartsWith("\uFEFF", StringComparison.Ordinal) ? 1 : 0; i < line.Length; i++)
        {
            if (line[i] is < ' ' and not '\t' || (line[i] >= '\u007F' && IsInvisible(line[i])))
            {
                string code = ((int)line[i]).ToString("X4", CultureInfo.InvariantCulture);
                return Catalog.InvisibleCharacter.At(file.At(number, i + 1, 1), code);
            }
        }

        return null;
    }

    private static bool IsInvisible(char c) =>
        c == '\uFEFF' || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
