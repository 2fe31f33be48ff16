using System.Globalization;
using DigestSite.Diagnostics;

namespace DigestSite.Publishing;

/// <summary>
/// How large a site may be where most of them stand. Sites stand elsewhere too, so it is no error: under <c>--strict</c> it counts as one until acknowledged.
/// </summary>
internal static class HostingLimits
{
    /// <summary>GitHub Pages, in bytes: https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits.</summary>
    public const long Site = 1_000_000_000;

    /// <summary>One file in a repository of GitHub's, in bytes: https://docs.github.com/en/repositories/working-with-files/managing-large-files.</summary>
    public const long File = 100 << 20;

    private const int PercentToTell = 80;
    private const int KindsToTell = 3;

    /// <summary>Tells of a site that is nearly too large, or a file that is.</summary>
    /// <param name="site">The file to tell it of.</param>
    public static void Report(IReadOnlyList<OutputFile> files, string site, DiagnosticBag diagnostics)
    {
        long total = 0;
        foreach (OutputFile file in files)
        {
            total += file.Length;
            if (file.Length > File)
            {
                diagnostics.Add(Catalog.FileTooLarge.At(SourceSpan.File(file.Source), file.Path.FilePath, Megabytes(file.Length)));
            }
        }

        if (total * 100 >= Site * PercentToTell)
        {
            diagnostics.Add(Catalog.SiteNearlyTooLarge.At(SourceSpan.File(site), Megabytes(total), files.Count.ToString("N0", CultureInfo.InvariantCulture), total * 100 / Site, Largest(files)));
        }
    }

    /// <summary>Bytes as people read them: <c>23.4 MB</c>.</summary>
    public static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:N1} MB");

    private static string Largest(IReadOnlyList<OutputFile> files) => string.Join(", ", files
        .GroupBy(f => f.Path.ToString() is var path && path.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? path[..(slash + 1)] : "/", StringComparer.Ordinal)
        .Select(g => (Folder: g.Key, Bytes: g.Sum(f => (long)f.Length)))
        .OrderByDescending(g => g.Bytes)
        .ThenBy(g => g.Folder, StringComparer.Ordinal)
        .Take(KindsToTell)
        .Select(g => $"`{g.Folder}` {Megabytes(g.Bytes)}"));
}
