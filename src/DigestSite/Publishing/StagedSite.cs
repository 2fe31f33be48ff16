using DigestSite.Diagnostics;

namespace DigestSite.Publishing;

/// <summary>
/// Publishing on Linux: the new folder is built beside the old one, at last with hard links to all that stays, and the two are exchanged in one step.
/// Killed at any moment, the old site stands or the new one, and at most a staging folder is left over.
/// </summary>
/// <param name="published">A file of the old site, if there is any.</param>
internal sealed class StagedSite(OutputFolder folder, Disk disk, string? published)
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly HashSet<string> _made = new(StringComparer.Ordinal);
    private bool? _isPossible;
    private volatile bool _isPublished;

    /// <summary>Where a file is that was written here: in the end, at its place.</summary>
    public string At(string path) => _isPublished ? folder.At(path) : Path.Join(folder.Staging, path);

    /// <summary>Writes a file of the new site, on any thread. False where the two folders cannot be exchanged, such as a mount point: then nothing is written.</summary>
    public bool TryWrite(string path, ReadOnlySpan<byte> bytes)
    {
        lock (_made)
        {
            if (!(_isPossible ??= Begin()))
            {
                return false;
            }

            MakeFolder(path.LastIndexOf('/') is var end and >= 0 ? path[..end] : "");
        }

        disk.Write(At(path), bytes);
        return true;
    }

    /// <summary>Puts the new site in the place of the old one. False when somebody changed that meanwhile, which is reported. On failure it is as it was.</summary>
    /// <param name="difference">Of which all that changed has been written.</param>
    /// <exception cref="PlatformNotSupportedException">Links or the exchange are impossible here; the site is as it was.</exception>
    public bool Publish(Difference difference, DiagnosticBag diagnostics)
    {
        if (OperatingSystem.IsWindows() || _isPossible == false)
        {
            throw new PlatformNotSupportedException();
        }

        List<(string Path, UnixFileMode Mode)> modes = MakeFolders(difference);
        var changed = difference.Writes.Select(f => f.Path).Concat(difference.Removals).ToHashSet(OutputFolder.PathComparer);
        string[] kept = [.. difference.Before.Entries.Where(e => e.Value.Kind != EntryKind.Folder && !changed.Contains(e.Key)).Select(e => e.Key)];
        Disk.ForEach(kept, (path, _) => disk.Link(folder.At(path), At(path)));
        foreach ((string path, UnixFileMode mode) in modes)
        {
            disk.SetMode(path, mode);
        }

        if (!difference.Before.IsSameAs(Tree.Scan(folder.Root)))
        {
            diagnostics.Add(Catalog.OutputChanged.At(SourceSpan.File(folder.Name)));
            return false;
        }

        disk.Exchange(folder.Staging, folder.Root);
        _isPublished = true;
        RemoveOld(diagnostics);
        return true;
    }

    /// <summary>Goes, once what was written here has found its place another way.</summary>
    public void Drop()
    {
        _isPublished = true;
        disk.TryDeleteTree(folder.Staging);
    }

    /// <summary>Removes what a killed build left: half a new site, or an old one.</summary>
    public static void DropLeftover(OutputFolder folder, Disk disk)
    {
        if (Directory.Exists(folder.Staging))
        {
            disk.DeleteTree(folder.Staging);
        }
    }

    // The folders above it first.
    private void MakeFolder(string path)
    {
        if (!_made.Contains(path))
        {
            if (path.Length > 0)
            {
                MakeFolder(path.LastIndexOf('/') is var end and >= 0 ? path[..end] : "");
            }

            disk.MakeFolder(At(path));
            _made.Add(path);
        }
    }

    // A file system refuses at once what it would refuse at the end, when all has been written to the wrong one.
    private bool Begin()
    {
        MakeFolder("");
        string probe = At(".digest-probe");
        try
        {
            if (published is not null)
            {
                disk.Link(folder.At(published), probe);
                disk.Delete(probe);
            }

            return true;
        }
        catch (PlatformNotSupportedException)
        {
            disk.TryDeleteTree(folder.Staging);
            _made.Clear();
            return false;
        }
    }

    /// <summary>Makes all folders; what comes back are the modes to set, of those that had an unusual one.</summary>
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private List<(string Path, UnixFileMode Mode)> MakeFolders(Difference difference)
    {
        MakeFolder("");
        UnixFileMode usual = File.GetUnixFileMode(folder.Staging);
        var modes = new List<(string Path, UnixFileMode Mode)>();
        foreach (string path in difference.Folders.Prepend(""))
        {
            MakeFolder(path);
            bool isOld = path.Length == 0 || difference.Before.KindOf(path) == EntryKind.Folder;
            if (isOld && ModeOf(folder.At(path)) is var mode && mode != usual)
            {
                modes.Add((At(path), mode));
            }
        }

        return modes;
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static UnixFileMode ModeOf(string folder)
    {
        UnixFileMode mode = File.GetUnixFileMode(folder);

        // Its copy could be filled, but the original not removed.
        return (mode & Owner) == Owner ? mode : throw new PlatformNotSupportedException($"{folder} is closed to its owner");
    }

    private void RemoveOld(DiagnosticBag diagnostics)
    {
        try
        {
            disk.DeleteTree(folder.Staging);
        }
        catch (Exception failure) when (Disk.IsFailure(failure))
        {
            diagnostics.Add(Catalog.OldSiteLeft.At(SourceSpan.File(folder.Name), failure.Message, folder.Staging));
        }
    }
}
