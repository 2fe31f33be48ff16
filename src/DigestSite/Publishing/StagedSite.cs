using DigestSite.Diagnostics;

namespace DigestSite.Publishing;

/// <summary>
/// Publishing on Linux: the new folder is built beside the old one, with hard links to all that stays, and the two are exchanged in one step.
/// Killed at any moment, the old site stands or the new one, and at most a staging folder is left over.
/// </summary>
internal static class StagedSite
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>False when somebody changed the folder meanwhile, which is reported. On failure the site is as it was.</summary>
    /// <exception cref="PlatformNotSupportedException">Links or the exchange are impossible here; the site is as it was.</exception>
    public static bool Publish(OutputFolder folder, Difference difference, Disk disk, DiagnosticBag diagnostics)
    {
        try
        {
            Stage(folder, difference, disk);
            if (!difference.Before.IsSameAs(Tree.Scan(folder.Root)))
            {
                disk.TryDeleteTree(folder.Staging);
                diagnostics.Add(Catalog.OutputChanged.At(SourceSpan.File(folder.Name)));
                return false;
            }

            disk.Exchange(folder.Staging, folder.Root);
        }
        catch (Exception failure) when (Disk.IsFailure(failure) || failure is PlatformNotSupportedException)
        {
            disk.TryDeleteTree(folder.Staging);
            throw;
        }

        RemoveOld(folder, disk, diagnostics);
        return true;
    }

    /// <summary>Removes what a killed build left: half a new site, or an old one.</summary>
    public static void DropLeftover(OutputFolder folder, Disk disk)
    {
        if (Directory.Exists(folder.Staging))
        {
            disk.DeleteTree(folder.Staging);
        }
    }

    private static void Stage(OutputFolder folder, Difference difference, Disk disk)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException();
        }

        List<(string Path, UnixFileMode Mode)> modes = StageFolders(folder, difference, disk);
        var changed = difference.Writes.Select(f => f.Path).Concat(difference.Removals).ToHashSet(OutputFolder.PathComparer);
        string[] kept = [.. difference.Before.Entries.Where(e => e.Value.Kind != EntryKind.Folder && !changed.Contains(e.Key)).Select(e => e.Key)];
        Disk.ForEach(kept, (path, _) => disk.Link(folder.At(path), Path.Join(folder.Staging, path)));
        Disk.ForEach(difference.Writes, (file, _) => disk.Write(Path.Join(folder.Staging, file.Path), file.Bytes.Span));

        foreach ((string path, UnixFileMode mode) in modes)
        {
            disk.SetMode(path, mode);
        }
    }

    /// <summary>Makes all folders; what comes back are the modes to set, of those that had an unusual one.</summary>
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static List<(string Path, UnixFileMode Mode)> StageFolders(OutputFolder folder, Difference difference, Disk disk)
    {
        disk.MakeFolder(folder.Staging);
        UnixFileMode usual = File.GetUnixFileMode(folder.Staging);
        var modes = new List<(string Path, UnixFileMode Mode)>();
        foreach (string path in difference.Folders.Prepend(""))
        {
            string staged = Path.Join(folder.Staging, path);
            if (path.Length > 0)
            {
                disk.MakeFolder(staged);
            }

            bool isOld = path.Length == 0 || difference.Before.KindOf(path) == EntryKind.Folder;
            if (isOld && ModeOf(folder.At(path)) is var mode && mode != usual)
            {
                modes.Add((staged, mode));
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

    private static void RemoveOld(OutputFolder folder, Disk disk, DiagnosticBag diagnostics)
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
