namespace DigestSite.Publishing;

/// <summary>What has to happen to the output folder so that it holds the new site and all that is foreign.</summary>
internal sealed class Difference
{
    public required Tree Before { get; init; }

    /// <summary>Files to write, whether anything stands there or not.</summary>
    public required IReadOnlyList<ChangedFile> Writes { get; init; }

    /// <summary>Files of earlier builds that the new site does not have.</summary>
    public required IReadOnlyList<string> Removals { get; init; }

    /// <summary>Folders that only removed files were in, the deeper ones first.</summary>
    public required IReadOnlyList<string> EmptiedFolders { get; init; }

    /// <summary>All folders there are to be, the higher ones first.</summary>
    public required IReadOnlyList<string> Folders { get; init; }

    public bool IsEmpty => Writes.Count == 0 && Removals.Count == 0;

    /// <summary>Of what is there and what there is to be.</summary>
    /// <param name="written">What earlier builds wrote.</param>
    /// <param name="writes">What is not there yet, or not so, sorted.</param>
    /// <param name="paths">Every file there is to be.</param>
    public static Difference Of(Tree before, HashSet<string> written, Layout layout, IReadOnlyList<ChangedFile> writes, IReadOnlyList<string> paths)
    {
        var wanted = paths.ToHashSet(OutputFolder.PathComparer);
        return new()
        {
            Before = before,
            Writes = writes,
            Removals = [.. written.Where(p => !wanted.Contains(p) && before.KindOf(p) == EntryKind.File).Order(StringComparer.Ordinal)],
            EmptiedFolders = [.. layout.EmptiedFolders.OrderDescending(StringComparer.Ordinal)],
            Folders = [.. layout.Folders.Order(StringComparer.Ordinal)],
        };
    }
}

/// <summary>A file that is not in the output folder yet, or not so.</summary>
/// <param name="Bytes">Gets its bytes, from memory or from the disk.</param>
internal sealed record ChangedFile(string Path, Func<ReadOnlyMemory<byte>> Bytes);
