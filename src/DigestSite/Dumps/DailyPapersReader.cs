using DigestSite.Diagnostics;
using DigestSite.Dumps.DailyPapers;
using DigestSite.Papers;

namespace DigestSite.Dumps;

/// <summary>Reads the daily-papers API's answer for a day: a JSON array of items, each with a <c>paper</c>.</summary>
internal static class DailyPapersReader
{
    /// <summary>Whether a file is of this format, by how it begins.</summary>
    /// <remarks>A Markdown page may begin with a bracket too: a link <c>[Papers](…)</c>, or the number <c>[1]</c> of one.</remarks>
    public static bool Claims(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("["))
        {
            return text.StartsWith("{");
        }

        ReadOnlySpan<char> inside = text[1..].TrimStart();
        if (inside is [] or ['{' or '[' or ']' or '"', ..])
        {
            return inside is not [']', ..] || inside[1..].TrimStart().IsEmpty;
        }

        // A number, true, false or null: an array where a comma or the end follows, or where the file is cut off right there.
        ReadOnlySpan<char> rest = inside.TrimStart("+-.0123456789eE");
        rest = rest.Length < inside.Length ? rest : WithoutWord(inside);
        ReadOnlySpan<char> next = rest.TrimStart();
        return rest.Length < inside.Length && (next is [] or [',', ..] || (next is [']', ..] && next[1..].TrimStart().IsEmpty));
    }

    public static Dump Read(string name, SourceText source, DiagnosticBag diagnostics)
    {
        var json = new CapturedJson(source, diagnostics);
        DayOfPapers day = DayReader.Read(json);
        json.ReportRest();
        return new()
        {
            Name = name,
            Source = source,
            Format = DumpFormat.DailyPapers,
            PrintsYears = true,
            Date = day.Newest,
            DateLine = day.NewestLine,
            Listings = day.Listings,
            Parts = [],
        };
    }

    private static ReadOnlySpan<char> WithoutWord(ReadOnlySpan<char> text) =>
        text.StartsWith("null") || text.StartsWith("true") ? text[4..] : text.StartsWith("false") ? text[5..] : text;
}
