using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Dumps;

/// <summary>Reads a listing page that was saved as HTML.</summary>
internal static class WebPageReader
{
    /// <summary>Whether a file is of this format, by how it begins.</summary>
    public static bool Claims(ReadOnlySpan<char> text) => text.StartsWith("<");

    public static Dump Read(string name, SourceText source, DiagnosticBag diagnostics)
    {
        diagnostics.Add(Catalog.NotADump.At(source.At(0), name));
        return new() { Name = name, Source = source, Format = DumpFormat.WebPage, Listings = [], Parts = [] };
    }
}
