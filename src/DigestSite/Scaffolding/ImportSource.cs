using DigestSite.Diagnostics;
using DigestSite.Dumps;
using DigestSite.Papers;

namespace DigestSite.Scaffolding;

/// <summary>A file that is to be imported.</summary>
/// <param name="Path">As it was given.</param>
/// <param name="Format">What it is, by its content.</param>
internal sealed record ImportSource(string Path, byte[] Bytes, DumpFormat Format)
{
    /// <summary>arXiv's answers say nothing of a day: they belong in content/metadata, and an editor may give them one.</summary>
    public bool IsMetadata => Format == DumpFormat.Arxiv;

    /// <summary>What its name ends in when it is kept.</summary>
    public string Extension => Format switch
    {
        DumpFormat.DailyPapers => ".json",
        DumpFormat.WebPage => ".html",
        DumpFormat.Markdown => ".md",
        DumpFormat.Arxiv => ".xml",
        _ => ".txt",
    };

    /// <summary>Null when it is no file that can be imported, which has then been reported.</summary>
    public static ImportSource? Read(string path, DiagnosticBag diagnostics)
    {
        string shown = path.Replace('\\', '/');
        if (WhyNot(path) is var (reason, wayOut))
        {
            diagnostics.Add(Catalog.NotImportable.At(SourceSpan.File(shown), reason, wayOut));
            return null;
        }

        if (InputFile.Read(path, shown, diagnostics) is not { } bytes)
        {
            return null;
        }

        var found = new DiagnosticBag();
        SourceText? source = DumpFile.Decode(shown, bytes, found);
        IReadOnlyList<Diagnostic> faults = found.InOrder();
        foreach (Diagnostic fault in faults)
        {
            diagnostics.Add(fault.Id == Catalog.InvalidText.Id ? Refused(fault) : fault);
        }

        if (source is null || faults.Any(f => f.Id == Catalog.InvalidText.Id))
        {
            return null;
        }

        if (DumpReader.FormatOf(path, source) is not { } format)
        {
            diagnostics.Add(Catalog.UnknownDumpFormat.At(SourceSpan.File(shown), System.IO.Path.GetFileName(path)));
            return null;
        }

        return new(shown, bytes, format);
    }

    /// <summary>What is a warning of a file that is kept, as an error of one that is not yet.</summary>
    /// <remarks>Its titles would become addresses that stay, and out there the page is saved anew in a moment.</remarks>
    public static Diagnostic Refused(Diagnostic damage) =>
        damage with { Severity = Severity.Error, WayOut = "save the whole page again, as UTF-8, since titles become addresses that stay; or " + damage.WayOut };

    // Told before anything is opened: a pipe would keep the program waiting, a device might never end. Neither has a length.
    private static (string Reason, string WayOut)? WhyNot(string path)
    {
        if (Directory.Exists(path))
        {
            return ("it is a folder", $"name the files in it: `digest import {System.IO.Path.TrimEndingDirectorySeparator(path)}/*`");
        }

        if (LengthOf(path) is not { } length)
        {
            return ("there is no such file", "check the name, and that it is written as seen from this folder");
        }

        return length == 0 ? ("it is empty, or no plain file", "save the listing page, its text, or the answer of its API in a file and import that") : null;
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
