using DigestSite.Diagnostics;

namespace DigestSite.Publishing;

/// <summary>Keeps a second build away. The operating system lets go of it when the process ends, however it ends.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream _file;

    private FolderLock(FileStream file, bool isBeside)
    {
        _file = file;
        IsBeside = isBeside;
    }

    /// <summary>Whether something can be created beside the output folder.</summary>
    public bool IsBeside { get; }

    /// <summary>The lock, or null when another build holds it.</summary>
    public static FolderLock? Take(OutputFolder folder, DiagnosticBag diagnostics)
    {
        string path = folder.Lock;
        try
        {
            try
            {
                return new(Open(path), isBeside: true);
            }
            catch (Exception failure) when (Disk.IsFailure(failure) && !IsHeld(failure))
            {
                path = folder.LockInside;
                return new(Open(path), isBeside: false);
            }
        }
        catch (IOException failure) when (IsHeld(failure))
        {
            diagnostics.Add(Catalog.OutputLocked.At(SourceSpan.File(folder.Name), path));
            return null;
        }
    }

    public void Dispose() => _file.Dispose();

    // .NET deletes before it unlocks, and looks again after it has locked: no two builds can hold two files of one name.
    private static FileStream Open(string path) =>
        new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);

    // EWOULDBLOCK of Linux and of macOS, ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows.
    private static bool IsHeld(Exception failure) => failure.HResult is 11 or 35 or unchecked((int)0x80070020) or unchecked((int)0x80070021);
}
