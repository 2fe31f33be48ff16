using System.Buffers;
using System.IO.Enumeration;

namespace DigestSite.Publishing;

internal enum EntryKind
{
    File,
    Folder,

    /// <summary>A symbolic link to anything, or another entry that leads elsewhere.</summary>
    Link,
}

/// <summary>One file, folder or link as a scan finds it.</summary>
/// <param name="Length">In bytes; 0 of a folder.</param>
/// <param name="Modified">When it last changed; nothing of a folder.</param>
internal readonly record struct TreeEntry(EntryKind Kind, long Length, DateTimeOffset Modified);

/// <summary>What is in the output folder, by path with <c>/</c>; links are not followed, what publishing keeps for itself is left out.</summary>
internal sealed class Tree
{
    // Small enough to stay in the cache, large enough for nearly every page.
    private const int BufferSize = 64 * 1024;

    private readonly Dictionary<string, TreeEntry> _entries;

    private Tree(Dictionary<string, TreeEntry> entries) => _entries = entries;

    public IReadOnlyDictionary<string, TreeEntry> Entries => _entries;

    public static Tree Scan(string root)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };
        var found = new FileSystemEnumerable<(string Path, TreeEntry Entry)>(
            root,
            (ref FileSystemEntry entry) => (PathOf(ref entry, root), Describe(ref entry)),
            options)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !IsOwn(ref entry, root),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsOwn(ref entry, root) && !IsLink(ref entry),
        };
        var entries = new Dictionary<string, TreeEntry>(OutputFolder.PathComparer);
        foreach ((string path, TreeEntry entry) in found)
        {
            entries[path] = entry;
        }

        return new(entries);
    }

    public EntryKind? KindOf(string path) => _entries.TryGetValue(path, out TreeEntry entry) ? entry.Kind : null;

    /// <summary>Whether a file with these bytes stands there.</summary>
    public bool HasFile(OutputFolder folder, string path, ReadOnlySpan<byte> bytes) =>
        _entries.TryGetValue(path, out TreeEntry entry) && entry.Kind == EntryKind.File && entry.Length == bytes.Length && HasBytes(folder.At(path), bytes);

    /// <summary>Whether what is at this path, or that nothing is there, is so in the other too.</summary>
    public bool HasSame(string path, Tree other) => _entries.TryGetValue(path, out TreeEntry entry) ? other._entries.TryGetValue(path, out TreeEntry there) && entry == there : !other._entries.ContainsKey(path);

    public bool IsSameAs(Tree other) =>
        _entries.Count == other._entries.Count
        && _entries.All(e => other._entries.TryGetValue(e.Key, out TreeEntry entry) && entry == e.Value);

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

    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    private static bool IsOwn(ref FileSystemEntry entry, string root) =>
        entry.Directory.Length == root.Length && entry.FileName is ".digest-journal" or ".digest-lock";

    private static string PathOf(ref FileSystemEntry entry, string root)
    {
        ReadOnlySpan<char> above = entry.Directory.Length == root.Length ? default : entry.Directory[(root.Length + 1)..];
        string path = above.Length == 0 ? entry.FileName.ToString() : string.Concat(above, "/", entry.FileName);
        return Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');
    }

    private static TreeEntry Describe(ref FileSystemEntry entry) =>
        IsLink(ref entry) ? new(EntryKind.Link, 0, entry.LastWriteTimeUtc)
        : entry.IsDirectory ? new(EntryKind.Folder, 0, default)
        : new(EntryKind.File, entry.Length, entry.LastWriteTimeUtc);
}
