using DigestSite.Diagnostics;

namespace DigestSite.Scaffolding;

/// <summary>A file that is to be imported.</summary>
/// <param name="Path">As it was given.</param>
internal sealed record ImportSource(string Path, byte[] Bytes)
{
    private const string TextExtension = ".txt";

    /// <summary>Null when it is no file that can be imported, which has then been reported.</summary>
    public static ImportSource? Read(string path, DiagnosticBag diagnostics)
    {
        string shown = path.Replace('\\', '/');
        if (WhyNot(path) is var (reason, wayOut))
        {
            diagnostics.Add(Catalog.NotImportable.At(SourceSpan.File(shown), reason, wayOut));
            return null;
        }

        if (!path.EndsWith(TextExtension, StringComparison.OrdinalIgnoreCase))
        {
            diagnostics.Add(Catalog.UnknownDumpFormat.At(SourceSpan.File(shown), System.IO.Path.GetFileName(path)));
            return null;
        }

        return InputFile.Read(path, shown, diagnostics) is { } bytes ? new(shown, bytes) : null;
    }

    // Told before anything is opened: a pipe would keep the program waiting, a device might never end. Neither has a length.
    private static (string Reason, string WayOut)? WhyNot(string path)
    {
        if (Directory.Exists(path))
        {
            return ("it is a folder", $"name the files in it: `digest import {System.IO.Path.TrimEndingDirectorySeparator(path)}/*.txt`");
        }

        if (LengthOf(path) is not { } length)
        {
            return ("there is no such file", "check the name, and that it is written as seen from this folder");
        }

        return length == 0 ? ("it is empty, or no plain file", "save the text of the listing page in a file and import that") : null;
    }

    // Of the file that a link leads to in the end; null when it leads nowhere, or in a circle.
    private static long? LengthOf(string path)
    {
        try
        {
            var file = new FileInfo(path);
            FileSystemInfo target = file.ResolveLinkTarget(returnFinalTarget: true) ?? file;
            return target is FileInfo { Exists: true } found ? found.Length : null;
        }
        catch (Exception failure) when (failure is IOException or ArgumentException)
        {
            return null;
        }
    }
}
