using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Dumps;

/// <summary>Reads a listing page as page-to-text tools print it: Markdown.</summary>
internal static class MarkdownDumpReader
{
    /// <summary>Whether a file is of this format.</summary>
    public static bool Claims(SourceText source) => source is null;

    public static Dump Read(string name, SourceText source, DiagnosticBag diagnostics)
    {
        diagnostics.Add(Catalog.NotADump.At(source.At(0), name));
        return new() { Name = name, Source = source, Format = DumpFormat.Markdown, Listings = [], Parts = [] };
    }
}
