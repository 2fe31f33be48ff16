using System.Text;
using DigestSite.Diagnostics;

namespace DigestSite.Scaffolding;

/// <summary>Writes new files: all or none, and never over one that exists.</summary>
internal static class NewFiles
{
    /// <summary>False when nothing was written; why has then been reported.</summary>
    /// <param name="folder">Where the files' paths begin; made when it does not exist.</param>
    /// <param name="then">What belongs to it: when it says no, the files are taken away again.</param>
    public static bool Write(string folder, IReadOnlyList<NewFile> files, DiagnosticBag diagnostics, Func<bool>? then = null)
    {
        string[] existing = [.. files.Select(f => Path.Combine(folder, f.Path)).Where(Path.Exists)];
        foreach (string path in existing)
        {
            diagnostics.Add(Catalog.NeverOverwritten.At(SourceSpan.File(Shown(path))));
        }

        if (existing.Length > 0)
        {
            return false;
        }

        var written = new List<string>();
        var made = new List<string>();
        bool isDone = files.All(f => TryWrite(Path.Combine(folder, f.Path), f.Bytes.Span, written, made, diagnostics)) && then?.Invoke() != false;
        if (!isDone)
        {
            written.ForEach(File.Delete);
            foreach (string empty in Enumerable.Reverse(made).Where(m => Directory.Exists(m) && !Directory.EnumerateFileSystemEntries(m).Any()))
            {
                Directory.Delete(empty);
            }
        }

        return isDone;
    }

    /// <summary>Puts <paramref name="text"/> in the place of a file's content, in one step. False when that failed, which has then been reported.</summary>
    /// <param name="failed">What to report; it is told the reason.</param>
    public static bool Replace(string path, string text, DiagnosticDescriptor failed, DiagnosticBag diagnostics)
    {
        try
        {
            string target = File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } linked ? linked.FullName : path;
            string beside = Beside(target);
            byte[] preamble = File.Exists(target) && File.ReadAllBytes(target).AsSpan().StartsWith(Encoding.UTF8.Preamble) ? [.. Encoding.UTF8.Preamble] : [];
            File.WriteAllBytes(beside, [.. preamble, .. Encoding.UTF8.GetBytes(text)]);
            File.Move(beside, target, overwrite: true);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(failed.At(SourceSpan.File(Shown(path)), failure.Message));
            return false;
        }
    }

    // Who looks on never sees half a file. A name with a dot is no dump and no page.
    private static string Beside(string path) => Path.Combine(Path.GetDirectoryName(path) ?? "", $".{Path.GetFileName(path)}.digest-new");

    // The folders that must be made for a file, outermost first.
    public static List<string> MissingFolders(string path)
    {
        var missing = new List<string>();
        for (string? folder = Path.GetDirectoryName(Path.GetFullPath(path)); folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
        {
            missing.Insert(0, folder);
        }

        return missing;
    }

    private static bool TryWrite(string path, ReadOnlySpan<byte> bytes, List<string> written, List<string> made, DiagnosticBag diagnostics)
    {
        string beside = Beside(path);
        try
        {
            foreach (string folder in MissingFolders(path))
            {
                Directory.CreateDirectory(folder);
                made.Add(folder);
            }

            File.WriteAllBytes(beside, bytes);
            File.Move(beside, path, overwrite: false);
            written.Add(path);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            RemoveIfThere(beside);
            diagnostics.Add(Catalog.NotWritten.At(SourceSpan.File(Shown(path)), failure.Message));
            return false;
        }
    }

    private static void RemoveIfThere(string path)
    {
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    private static string Shown(string path) => path.Replace('\\', '/');
}
