using System.Collections.Concurrent;
using DigestSite.Diagnostics;

namespace DigestSite.Publishing;

/// <summary>
/// A site on its way into the output folder. Each file is compared with what stands there as soon as it is finished and, where it differs, written
/// beside the folder, so that the bytes of a large site need not all be in memory. Nothing of it is seen before <see cref="Commit"/>.
/// </summary>
internal sealed class Publication : IDisposable
{
    private readonly OutputFolder _folder;
    private readonly Disk _disk;
    private readonly FolderLock _lock;
    private readonly Tree _before;
    private readonly IReadOnlyList<string> _created;
    private readonly HashSet<string> _written;
    private readonly string[] _paths;
    private readonly ConcurrentBag<ChangedFile> _changed = [];
    private readonly StagedSite? _staged;
    private readonly Func<string, string> _atHome;
    private readonly Func<string, string>? _atStage;
    private Exception? _failure;

    private Publication(OutputFolder folder, PublishOptions options, Disk disk, FolderLock taken, HashSet<string> written, Tree before, IReadOnlyList<SiteFile> files, IReadOnlyList<string> created)
    {
        (_folder, _disk, _lock, _written, _before, _created) = (folder, disk, taken, written, before, created);
        _paths = files.Count == 0 ? [] : [.. files.Select(f => f.Path), Manifest.FileName];
        var layout = Layout.Of(before, written, _paths.ToHashSet(OutputFolder.PathComparer));

        // A journal is made at the end, out of all that changed.
        bool mayExchange = OperatingSystem.IsLinux() && taken.IsBeside && options.Way == PublishWay.Exchange && layout.ForeignCount <= options.MostForeignLinked;
        _staged = mayExchange ? new(folder, disk, before.Entries.FirstOrDefault(e => e.Value.Kind == EntryKind.File).Key) : null;
        (_atHome, _atStage) = (folder.At, _staged is null ? null : _staged.At);
    }

    /// <summary>Takes the folder, which is created when missing, finishes what a killed build had begun, and looks at what is there.</summary>
    /// <param name="files">Every file that there will be; none at all to clean.</param>
    /// <returns>Null after an error, which is reported.</returns>
    public static Publication? Begin(string outputFolder, IReadOnlyList<SiteFile> files, DiagnosticBag diagnostics, PublishOptions? options = null) =>
        Guarded(outputFolder, diagnostics, () =>
        {
            options ??= new();
            if (!SiteFile.AreSound(files, diagnostics) || OutputFolder.Open(outputFolder, options.Home, diagnostics) is not { } folder)
            {
                return null;
            }

            string[] created = [.. Missing(folder.Root)];
            Directory.CreateDirectory(folder.Root);
            Publication? begun = Guarded(outputFolder, diagnostics, () => Begin(folder, files, diagnostics, options, created));
            if (begun is null)
            {
                DeleteEmpty(created);
            }

            return begun;
        });

    /// <summary>Takes a finished file, on any thread. What the disk refuses is told by <see cref="Commit"/>.</summary>
    /// <returns>The file, without its bytes in memory where they are on the disk.</returns>
    public OutputFile Keep(OutputFile file) => Keep(file.Path.FilePath, file.Bytes) is { } read ? file.KeptBy(read) : file;

    /// <summary>Makes the folder hold the new site.</summary>
    /// <returns>What was done; null after an error, which is reported: then the site is as it was.</returns>
    public PublishResult? Commit(DiagnosticBag diagnostics)
    {
        PublishResult? result = Guarded(_folder.Name, diagnostics, () => Bring(diagnostics));
        if (result is null)
        {
            Abandon();
        }

        return result;
    }

    /// <summary>Whether a killed build has left something to be finished in the folder, which a build with errors must leave alone.</summary>
    public static bool IsInterrupted(string outputFolder) => Directory.Exists(Path.Join(outputFolder, OutputFolder.JournalName));

    /// <summary>Drops what was kept and lets go of the folder, which is as it was.</summary>
    public void Abandon()
    {
        _disk.TryDeleteTree(_folder.Staging);
        Dispose();
        DeleteEmpty(_created);
    }

    /// <summary>Lets go of the folder. What was neither committed nor abandoned is dropped by the next build.</summary>
    public void Dispose() => _lock.Dispose();

    private static Publication? Begin(OutputFolder folder, IReadOnlyList<SiteFile> files, DiagnosticBag diagnostics, PublishOptions options, string[] created)
    {
        var disk = new Disk(options.BeforeStep);
        FolderLock? taken = FolderLock.Take(folder, diagnostics);
        Publication? begun = null;
        try
        {
            if (taken is not null && Journal.RollForward(folder, disk, diagnostics))
            {
                StagedSite.DropLeftover(folder, disk);
                Tree before = Tree.Scan(folder.Root);
                begun = Manifest.Read(folder, before, diagnostics) is { } written ? new(folder, options, disk, taken, written, before, files, created) : null;
            }

            return begun;
        }
        finally
        {
            if (begun is null)
            {
                taken?.Dispose();
            }
        }
    }

    // The folders that have to be made, the deepest first.
    private static IEnumerable<string> Missing(string folder)
    {
        for (string? path = folder; path is not null && !Directory.Exists(path); path = Path.GetDirectoryName(path))
        {
            yield return path;
        }
    }

    private static void DeleteEmpty(IReadOnlyList<string> folders)
    {
        foreach (string folder in folders)
        {
            new Disk(null).TryDeleteFolderIfEmpty(folder);
        }
    }

    private static T? Guarded<T>(string outputFolder, DiagnosticBag diagnostics, Func<T?> work)
        where T : class
    {
        try
        {
            return work();
        }
        catch (Exception failure) when (Disk.IsFailure(failure))
        {
            diagnostics.Add(Catalog.PublishingFailed.At(SourceSpan.File(outputFolder), failure.Message));
            return null;
        }
    }

    // How to get the bytes back from the disk; null where they are not there.
    private Func<ReadOnlyMemory<byte>>? Keep(string path, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            if (_before.HasFile(_folder, path, bytes.Span))
            {
                return Reading(_atHome, path, bytes.Length);
            }

            if (_staged is null || _failure is not null || !_staged.TryWrite(path, bytes.Span))
            {
                _changed.Add(InMemory(path, bytes));
                return null;
            }

            Func<ReadOnlyMemory<byte>> read = Reading(_atStage!, path, bytes.Length);
            _changed.Add(new(path, read));
            return read;
        }
        catch (Exception failure) when (Disk.IsFailure(failure))
        {
            Fail(failure);
            return null;
        }
    }

    // In methods of their own: one that made both would hold the bytes by either.
    private Func<ReadOnlyMemory<byte>> Reading(Func<string, string> at, string path, int length) => () =>
    {
        try
        {
            byte[] bytes = File.ReadAllBytes(at(path));
            return bytes.Length == length ? bytes : throw new IOException($"{at(path)} was changed meanwhile");
        }
        catch (Exception failure) when (Disk.IsFailure(failure))
        {
            Fail(failure);
            return Enumerable.Repeat((byte)' ', length).ToArray();
        }
    };

    // The first one is the cause of the others.
    private void Fail(Exception failure) => Interlocked.CompareExchange(ref _failure, failure, null);

    private static ChangedFile InMemory(string path, ReadOnlyMemory<byte> bytes) => new(path, () => bytes);

    private PublishResult? Bring(DiagnosticBag diagnostics)
    {
        if (_paths.Length > 0)
        {
            Keep(Manifest.FileName, Manifest.Of(_paths));
        }

        if (Volatile.Read(ref _failure) is { } failure)
        {
            diagnostics.Add(Catalog.PublishingFailed.At(SourceSpan.File(_folder.Name), failure.Message));
            return null;
        }

        // Rendering takes a while, in which others may have changed what is theirs.
        Tree now = Tree.Scan(_folder.Root);
        if (_paths.Concat(_written).Any(p => !_before.HasSame(p, now)))
        {
            diagnostics.Add(Catalog.OutputChanged.At(SourceSpan.File(_folder.Name)));
            return null;
        }

        var layout = Layout.Of(now, _written, _paths.ToHashSet(OutputFolder.PathComparer));
        var difference = Difference.Of(now, _written, layout, [.. _changed.OrderBy(f => f.Path, StringComparer.Ordinal)], _paths);
        if (layout.ReportObstacles(_folder, now, _written, difference.Writes, diagnostics) || !(difference.IsEmpty || Apply(difference, diagnostics)))
        {
            return null;
        }

        int writes = difference.Writes.Count(f => f.Path != Manifest.FileName);
        return new(writes, Math.Max(0, _paths.Length - 1) - writes, difference.Removals.Count(p => p != Manifest.FileName));
    }

    private bool Apply(Difference difference, DiagnosticBag diagnostics)
    {
        try
        {
            if (_staged is not null)
            {
                return _staged.Publish(difference, diagnostics);
            }
        }
        catch (PlatformNotSupportedException)
        {
            // The journal works everywhere.
        }

        bool isDone = Journal.Publish(_folder, difference, _disk, diagnostics);
        _staged?.Drop();
        return isDone;
    }
}
