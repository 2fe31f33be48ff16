using DigestSite.Diagnostics;

namespace DigestSite.Publishing;

/// <summary>Where the site is published.</summary>
/// <param name="Name">The folder as the editor names it, for messages.</param>
/// <param name="Root">The absolute path, without link at its end and without trailing separator.</param>
internal sealed record OutputFolder(string Name, string Root)
{
    // Slugs are lower case, so letter case matters only where two spellings are one file.
    public static StringComparer PathComparer { get; } =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    public const string JournalName = ".digest-journal";

    public string Staging => Beside("staging");

    /// <summary>Inside, so that it is on the same file system and as lasting as the site, whatever is mounted.</summary>
    public string Journal => At(JournalName);

    public string Lock => Beside("lock");

    /// <summary>The lock where nothing can be created beside the folder.</summary>
    public string LockInside => At(".digest-lock");

    /// <summary>Whether publishing keeps names like this one, directly in the folder, for itself.</summary>
    public static bool IsReserved(string path) => path.StartsWith(".digest-", StringComparison.OrdinalIgnoreCase);

    /// <summary>The folder of that name, its own symbolic link resolved once; null when nothing may be published there.</summary>
    public static OutputFolder? Open(string name, string home, DiagnosticBag diagnostics)
    {
        var folder = new OutputFolder(name, name.Length == 0 ? "" : Resolve(name));
        if (RefusalOf(folder.Root, home.Length == 0 ? "" : Resolve(home)) is { } reason)
        {
            diagnostics.Add(Catalog.OutputRefused.At(SourceSpan.File(name), reason));
            return null;
        }

        if (Path.Exists(folder.At(".git")) && !File.Exists(folder.At(Manifest.FileName)))
        {
            diagnostics.Add(Catalog.OutputIsRepository.At(SourceSpan.File(name)));
            return null;
        }

        return folder;
    }

    /// <summary>Why nothing is ever published into this folder, or null.</summary>
    public static string? RefusalOf(string root, string home)
    {
        if (root.Length == 0)
        {
            return "its name is empty";
        }

        if (Path.GetDirectoryName(root) is null)
        {
            return "this is the root of the file system";
        }

        if (PathComparer.Equals(root, home) || home.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.OrdinalIgnoreCase))
        {
            return "this is your home folder, or holds it";
        }

        return File.Exists(root) ? "this is a file, not a folder" : null;
    }

    /// <summary>Adds every folder above <paramref name="path"/>, itself not included.</summary>
    public static void AddFoldersAbove(string path, HashSet<string> folders)
    {
        for (int slash = path.LastIndexOf('/'); slash > 0 && folders.Add(path[..slash]); slash = path.LastIndexOf('/', slash - 1))
        {
        }
    }

    /// <summary>The absolute path of something in the folder.</summary>
    public string At(string path) => Path.Join(Root, path);

    /// <summary>Something in the folder, for messages.</summary>
    public SourceSpan Span(string path) => SourceSpan.File(Name.TrimEnd('/', Path.DirectorySeparatorChar) + "/" + path);

    private string Beside(string purpose) => Path.Join(Path.GetDirectoryName(Root), $".{Path.GetFileName(Root)}.{purpose}");

    private static string Resolve(string name)
    {
        string path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(name));
        return new DirectoryInfo(path) is { LinkTarget: not null } link
            ? Path.TrimEndingDirectorySeparator(link.ResolveLinkTarget(returnFinalTarget: true)!.FullName)
            : path;
    }
}
