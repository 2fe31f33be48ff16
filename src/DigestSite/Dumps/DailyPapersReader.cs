using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Dumps;

/// <summary>Reads the daily-papers API's answer for a day.</summary>
internal static class DailyPapersReader
{
    /// <summary>Whether a file is of this format, by how it begins.</summary>
    public static bool Claims(ReadOnlySpan<char> text) => text.StartsWith("{") || (text.StartsWith("[") && text[1..].TrimStart() is [] or ['{' or ']', ..]);

    public static Dump Read(string name, SourceText source, DiagnosticBag diagnostics)
    {
        diagnostics.Add(Catalog.NotADump.At(source.At(0), name));
        return new() { Name = name, Source = source, Format = DumpFormat.DailyPapers, Listings = [], Parts = [] };
    }
}
