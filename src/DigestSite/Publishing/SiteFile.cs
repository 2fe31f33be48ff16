using DigestSite.Diagnostics;

namespace DigestSite.Publishing;

/// <summary>A file of the new site by its path in the output folder, with <c>/</c>.</summary>
/// <param name="Source">What it is made from, for messages.</param>
internal sealed record SiteFile(string Path, string Source)
{
    /// <summary>Reports names that publishing keeps for itself, and files of which one is in the way of another on any file system. True where there are none.</summary>
    public static bool AreSound(IReadOnlyList<SiteFile> files, DiagnosticBag diagnostics)
    {
        var known = new Dictionary<string, SiteFile>(StringComparer.OrdinalIgnoreCase);
        bool isSound = true;
        foreach (SiteFile file in files)
        {
            if (OutputFolder.IsReserved(file.Path))
            {
                isSound = false;
                diagnostics.Add(Catalog.NameReserved.At(SourceSpan.File(file.Source), file.Path));
            }
            else if (!known.TryAdd(file.Path, file))
            {
                isSound = false;
                Collide(file, known[file.Path], diagnostics);
            }
        }

        foreach (SiteFile file in files)
        {
            if (FirstAbove(file.Path, known) is { } above)
            {
                isSound = false;
                Collide(file, above, diagnostics);
            }
        }

        return isSound;
    }

    // A file that stands where this path needs a folder.
    private static SiteFile? FirstAbove(string path, Dictionary<string, SiteFile> known)
    {
        Dictionary<string, SiteFile>.AlternateLookup<ReadOnlySpan<char>> lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int slash = path.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            if (lookup.TryGetValue(path.AsSpan(0, slash), out SiteFile? above))
            {
                return above;
            }
        }

        return null;
    }

    private static void Collide(SiteFile file, SiteFile other, DiagnosticBag diagnostics) =>
        diagnostics.Add(Catalog.FilesCollide.At(SourceSpan.File(file.Source), file.Path, other.Path, other.Source));
}
