using DigestSite.Diagnostics;

namespace DigestSite.Publishing;

/// <summary>A file of the new site by its path in the output folder, with <c>/</c>.</summary>
internal sealed record SiteFile(string Path, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The files of a site, sorted, none in the way of another on any file system; null when some are.</summary>
    public static List<SiteFile>? Of(IReadOnlyList<OutputFile> files, DiagnosticBag diagnostics)
    {
        var sources = new Dictionary<string, OutputFile>(StringComparer.OrdinalIgnoreCase);
        bool isSound = true;
        foreach (OutputFile file in files)
        {
            string path = file.Path.FilePath;
            if (OutputFolder.IsReserved(path))
            {
                isSound = false;
                diagnostics.Add(Catalog.NameReserved.At(SourceSpan.File(file.Source), path));
            }
            else if (!sources.TryAdd(path, file))
            {
                isSound = false;
                Collide(file, sources[path], diagnostics);
            }
        }

        foreach (OutputFile file in files)
        {
            if (FirstAbove(file.Path.FilePath, sources) is { } above)
            {
                isSound = false;
                Collide(file, above, diagnostics);
            }
        }

        return isSound ? [.. files.Select(f => new SiteFile(f.Path.FilePath, f.Bytes)).OrderBy(f => f.Path, StringComparer.Ordinal)] : null;
    }

    // A file that stands where this path needs a folder.
    private static OutputFile? FirstAbove(string path, Dictionary<string, OutputFile> sources)
    {
        Dictionary<string, OutputFile>.AlternateLookup<ReadOnlySpan<char>> lookup = sources.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int slash = path.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            if (lookup.TryGetValue(path.AsSpan(0, slash), out OutputFile? above))
            {
                return above;
            }
        }

        return null;
    }

    private static void Collide(OutputFile file, OutputFile other, DiagnosticBag diagnostics) =>
        diagnostics.Add(Catalog.FilesCollide.At(SourceSpan.File(file.Source), file.Path.FilePath, other.Path.FilePath, other.Source));
}
