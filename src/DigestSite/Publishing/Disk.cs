using System.Runtime.ExceptionServices;
using Microsoft.Win32.SafeHandles;

namespace DigestSite.Publishing;

/// <summary>Every change that publishing makes to the disk, one step each.</summary>
/// <param name="beforeStep">Hears of each step before it is made; may throw.</param>
internal sealed class Disk(Action<string>? beforeStep)
{
    /// <summary>Whether this says that the disk did not do as told, and not that the program is wrong.</summary>
    public static bool IsFailure(Exception exception) => exception is IOException or UnauthorizedAccessException;

    /// <summary>Does it for each in parallel; a failure surfaces as itself.</summary>
    public static void ForEach<T>(IReadOnlyList<T> items, Action<T, int> action)
    {
        try
        {
            Parallel.For(0, items.Count, i => action(items[i], i));
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }
    }

    /// <summary>Writes a file that is not there yet.</summary>
    public void Write(string path, ReadOnlySpan<byte> bytes, bool throughToDisk = false)
    {
        beforeStep?.Invoke($"write {path}");
        using SafeFileHandle file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.Write(file, bytes, fileOffset: 0);
        if (throughToDisk)
        {
            RandomAccess.FlushToDisk(file);
        }
    }

    public void MakeFolder(string path)
    {
        beforeStep?.Invoke($"make folder {path}");
        Directory.CreateDirectory(path);
    }

    public void Link(string from, string to)
    {
        beforeStep?.Invoke($"link {to}");
        LinuxCalls.Link(from, to);
    }

    public void SetMode(string path, UnixFileMode mode)
    {
        beforeStep?.Invoke($"set mode {path}");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    public void Exchange(string left, string right)
    {
        beforeStep?.Invoke($"exchange {left}");
        LinuxCalls.Exchange(left, right);
    }

    public void Move(string from, string to)
    {
        beforeStep?.Invoke($"move {to}");
        File.Move(from, to, overwrite: true);
    }

    public void Delete(string path)
    {
        beforeStep?.Invoke($"delete {path}");
        File.Delete(path);
    }

    /// <summary>Deletes a folder unless somebody has put something into it.</summary>
    public void DeleteFolderIfEmpty(string path)
    {
        beforeStep?.Invoke($"delete folder {path}");
        if (!Directory.EnumerateFileSystemEntries(path).Any())
        {
            Directory.Delete(path);
        }
    }

    /// <summary>As <see cref="DeleteFolderIfEmpty"/>, after a failure that is the one to report.</summary>
    public void TryDeleteFolderIfEmpty(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                DeleteFolderIfEmpty(path);
            }
        }
        catch (Exception failure) when (IsFailure(failure))
        {
            // An empty folder more.
        }
    }

    /// <summary>Deletes a folder and what is in it; of a symbolic link, the link alone.</summary>
    public void DeleteTree(string path)
    {
        beforeStep?.Invoke($"delete tree {path}");
        Directory.Delete(path, recursive: true);
    }

    /// <summary>Tidies up after a failure; what cannot be deleted now is deleted by the next build.</summary>
    public void TryDeleteTree(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                DeleteTree(path);
            }
        }
        catch (Exception failure) when (IsFailure(failure))
        {
            // The failure that led here is the one to report.
        }
    }
}
