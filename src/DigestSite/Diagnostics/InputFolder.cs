namespace DigestSite.Diagnostics;

/// <summary>Lists folders that editors filled.</summary>
internal static class InputFolder
{
    /// <summary>What lies directly in a folder, by name; nothing when it is not there or cannot be read, which last has then been reported.</summary>
    /// <param name="name">The folder's name in messages.</param>
    public static IReadOnlyList<FileSystemInfo> Entries(string path, string name, DiagnosticBag diagnostics)
    {
        try
        {
            var folder = new DirectoryInfo(path);
            return folder.Exists ? [.. folder.EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal)] : [];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(Catalog.Unreadable.At(SourceSpan.File(name), failure is UnauthorizedAccessException ? "permission is missing" : "nothing readable is there"));
            return [];
        }
    }

    /// <summary>Every file below a folder: its path within it, parted by <c>/</c>, and its path. Links are followed, but not in a circle.</summary>
    /// <param name="name">The folder's name in messages.</param>
    public static List<(string Name, string Path)> AllFiles(string path, string name, DiagnosticBag diagnostics)
    {
        var files = new List<(string Name, string Path)>();
        Walk(new DirectoryInfo(path), "", [new DirectoryInfo(path).FullName]);
        return files;

        void Walk(DirectoryInfo folder, string prefix, List<string> above)
        {
            foreach (FileSystemInfo entry in Entries(folder.FullName, $"{name}/{prefix}".TrimEnd('/'), diagnostics))
            {
                if (entry is not DirectoryInfo)
                {
                    files.Add((prefix + entry.Name, entry.FullName));
                }
                else if (RealPath(entry) is { } real && !above.Exists(a => IsOrLiesIn(a, real)))
                {
                    Walk((DirectoryInfo)entry, $"{prefix}{entry.Name}/", [.. above, real]);
                }
                else
                {
                    diagnostics.Add(Catalog.FolderCircle.At(SourceSpan.File($"{name}/{prefix}{entry.Name}")));
                }
            }
        }
    }

    // Null for links that lead to each other.
    private static string? RealPath(FileSystemInfo folder)
    {
        try
        {
            return Path.TrimEndingDirectorySeparator((folder.ResolveLinkTarget(returnFinalTarget: true) ?? folder).FullName);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static bool IsOrLiesIn(string path, string folder) =>
        path == folder || path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
