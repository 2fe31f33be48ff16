using System.Text;
using DigestSite.Diagnostics;

namespace DigestSite.Scaffolding;

/// <summary>A complete small site with invented papers, to begin a new one from.</summary>
internal static class SampleSite
{
    private const string Sample = "sample/";
    private const string Schemas = "schemas/";

    // That of its listings: the program knows no other, having no clock.
    private const string SampleYear = "2025";

    // Under their own names these would rule this project's folder.
    private static readonly string[] DotFiles = ["gitignore", "gitattributes"];

    /// <summary>Every file of the site but its ledger, which the first recording writes.</summary>
    /// <param name="baseUrl">Where it will be published; null leaves a placeholder.</param>
    /// <param name="feedAuthority">What every feed id begins with; null makes it of the host and the sample's year.</param>
    public static IReadOnlyList<NewFile> Files(BaseUrl? baseUrl, string? feedAuthority) =>
    [
        .. EmbeddedFiles.Under(Sample).Select(n => n == "content/site.yml"
            ? NewFile.OfText(n, WithAddress(Encoding.UTF8.GetString(EmbeddedFiles.Read(Sample + n)), baseUrl, feedAuthority))
            : new NewFile(DotFiles.Contains(n, StringComparer.Ordinal) ? "." + n : n, EmbeddedFiles.Read(Sample + n))),
        .. EmbeddedFiles.Under(Schemas).Select(n => new NewFile(Schemas + n, EmbeddedFiles.Read(Schemas + n))),
    ];

    /// <summary>Whether a site can be begun in a folder: it does not exist, or holds nothing but a fresh repository. Else that is reported.</summary>
    public static bool CanBegin(string folder, DiagnosticBag diagnostics)
    {
        string? inTheWay = File.Exists(folder) ? folder
            : Directory.Exists(folder) ? Directory.EnumerateFileSystemEntries(folder).Select(p => Path.GetFileName(p)).Where(n => n != ".git").Order(StringComparer.Ordinal).FirstOrDefault()
            : null;
        if (inTheWay is not null)
        {
            diagnostics.Add(Catalog.FolderNotEmpty.At(SourceSpan.File(folder), inTheWay));
        }

        return inTheWay is null;
    }

    private static string WithAddress(string settings, BaseUrl? baseUrl, string? feedAuthority)
    {
        string? authority = feedAuthority ?? (baseUrl is null ? null : $"{new Uri(baseUrl.Origin).IdnHost},{SampleYear}");
        return string.Join('\n', settings.Split('\n').Select(line =>
            baseUrl is not null && line.StartsWith("base_url:", StringComparison.Ordinal) ? $"base_url: {baseUrl}"
            : authority is not null && line.StartsWith("feed_authority:", StringComparison.Ordinal) ? $"feed_authority: {authority}"
            : line));
    }
}
