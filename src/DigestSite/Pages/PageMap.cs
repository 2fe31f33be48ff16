using DigestSite.Diagnostics;

namespace DigestSite.Pages;

/// <summary>Every file of the site, planned before any is rendered.</summary>
internal static class PageMap
{
    /// <summary>Orders the files by path. Two that cannot stand side by side are an error that names both sources; the first of them stays.</summary>
    /// <remarks>Paths that differ only in letter case are one path on Windows and macOS.</remarks>
    public static IReadOnlyList<PlannedFile> Plan(IEnumerable<PlannedFile> files, DiagnosticBag diagnostics)
    {
        PlannedFile[] ordered = [.. files.OrderBy(f => f.Path).ThenBy(f => f.Source, StringComparer.Ordinal)];
        var byFile = new Dictionary<string, PlannedFile>(ordered.Length, StringComparer.OrdinalIgnoreCase);
        var planned = new List<PlannedFile>(ordered.Length);
        foreach (PlannedFile file in ordered)
        {
            if (byFile.TryAdd(file.Path.FilePath, file))
            {
                planned.Add(file);
                continue;
            }

            PlannedFile other = byFile[file.Path.FilePath];
            string inTheWay = file.Source.EndsWith(".hbs", StringComparison.Ordinal) ? other.Source : file.Source;
            diagnostics.Add(Catalog.TwoFilesAtOnePath.At(SourceSpan.File(inTheWay), "/" + file.Path, other.Source, file.Source));
        }

        foreach (PlannedFile file in planned)
        {
            FindFileInTheWay(file, byFile, diagnostics);
        }

        return planned;
    }

    private static void FindFileInTheWay(PlannedFile file, Dictionary<string, PlannedFile> byFile, DiagnosticBag diagnostics)
    {
        string path = file.Path.FilePath;
        for (int slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            if (byFile.TryGetValue(path[..slash], out PlannedFile? inTheWay))
            {
                diagnostics.Add(Catalog.FileBlocksFolder.At(SourceSpan.File(inTheWay.Source), "/" + inTheWay.Path, inTheWay.Source, "/" + file.Path, file.Source));
            }
        }
    }
}
