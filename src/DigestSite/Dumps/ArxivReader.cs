using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Dumps;

/// <summary>Reads arXiv's answers, Atom, and its announcements, RSS or Atom.</summary>
internal static class ArxivReader
{
    /// <summary>Whether a file is of this format, by how it begins.</summary>
    public static bool Claims(ReadOnlySpan<char> text) => text.StartsWith("<?xml", StringComparison.Ordinal) || text.StartsWith("<feed", StringComparison.Ordinal) || text.StartsWith("<rss", StringComparison.Ordinal);

    public static Dump Read(string name, SourceText source, DiagnosticBag diagnostics)
    {
        diagnostics.Add(Catalog.NotADump.At(source.At(0), name));
        return new() { Name = name, Source = source, Format = DumpFormat.Arxiv, Listings = [], Parts = [] };
    }
}
