using System.Buffers;
using DigestSite.Diagnostics;

namespace DigestSite.Publishing;

/// <summary>What has to happen to the output folder so that it holds the new site and all that is foreign.</summary>
internal sealed class Difference
{
    // Small enough to stay in the cache, large enough for nearly every page.
    private const int BufferSize = 64 * 1024;

    public required Tree Before { get; init; }

    /// <summary>Files to write, whether anything stands there or not.</summary>
    public required IReadOnlyList<SiteFile> Writes { get; init; }

    /// <summary>Files of earlier builds that the new site does not have.</summary>
    public required IReadOnlyList<string> Removals { get; init; }

    /// <summary>Folders that only removed files were in, the deeper ones first.</summary>
    public required IReadOnlyList<string> EmptiedFolders { get; init; }

    /// <summary>All folders there are to be, the higher ones first.</summary>
    public required IReadOnlyList<string> Folders { get; init; }

    /// <summary>Files, links and folders there are to be that no build wrote.</summary>
    public required int ForeignCount { get; init; }

    public bool IsEmpty => Writes.Count == 0 && Removals.Count == 0;

    /// <summary>Compares the folder with the new site, content by content.</summary>
    /// <param name="files">The new site with its manifest; nothing at all to clean.</param>
    /// <param name="written">What earlier builds wrote.</param>
    /// <returns>Null when something foreign is in the way, which is reported.</returns>
    public static Difference? Between(OutputFolder folder, Tree before, HashSet<string> written, IReadOnlyList<SiteFile> files, DiagnosticBag diagnostics)
    {
        var wanted = files.Select(f => f.Path).ToHashSet(OutputFolder.PathComparer);
        var layout = Layout.Of(before, written, wanted);
        IReadOnlyList<SiteFile> writes = Changed(folder, before, files);
        if (layout.ReportObstacles(folder, before, written, writes, diagnostics))
        {
            return null;
        }

        return new()
        {
            Before = before,
            Writes = writes,
            Removals = [.. written.Where(p => !wanted.Contains(p) && before.KindOf(p) == EntryKind.File).Order(StringComparer.Ordinal)],
            EmptiedFolders = [.. layout.EmptiedFolders.OrderDescending(StringComparer.Ordinal)],
            Folders = [.. layout.Folders.Order(StringComparer.Ordinal)],
            ForeignCount = layout.ForeignCount,
        };
    }

    private static List<SiteFile> Changed(OutputFolder folder, Tree before, IReadOnlyList<SiteFile> files)
    {
        var isSame = new bool[files.Count];
        Disk.ForEach(files, (file, i) =>
            isSame[i] = before.Entries.TryGetValue(file.Path, out TreeEntry entry)
                && entry.Kind == EntryKind.File
                && entry.Length == file.Bytes.Length
                && HasBytes(folder.At(file.Path), file.Bytes.Span));
        return [.. files.Where((_, i) => !isSame[i])];
    }

    private static bool HasBytes(string path, ReadOnlySpan<byte> expected)
    {
        // Also keeps away from pipes, which have no length and no end.
        if (expected.IsEmpty)
        {
            return true;
        }

        byte[] buffer = ArrayPool<byte>.Shared.Rent(Math.Min(expected.Length, BufferSize));
        try
        {
            using Microsoft.Win32.SafeHandles.SafeFileHandle file = File.OpenHandle(path);
            int compared = 0;
            while (compared < expected.Length)
            {
                int count = RandomAccess.Read(file, buffer, compared);
                if (count == 0 || count > expected.Length - compared || !expected.Slice(compared, count).SequenceEqual(buffer.AsSpan(0, count)))
                {
                    return false;
                }

                compared += count;
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
