using System.Globalization;
using DigestSite.Curation;
using DigestSite.Diagnostics;
using DigestSite.Dumps;
using DigestSite.Papers;
using DigestSite.Papers.Permanence;

namespace DigestSite.Scaffolding;

/// <summary>The file names that imported captures get, none of which anything else has, had or is said to have.</summary>
internal sealed class ImportNames
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _provisional = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _final = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Knows every name that is in use.</summary>
    /// <param name="options">Where the captures, the ledger and dumps.yml are: what these say of a dump that is gone must not fall on another.</param>
    public ImportNames(BuildOptions options)
    {
        var unread = new DiagnosticBag(); // The build that follows reports what is wrong with these files.
        foreach (string folder in CapturedFiles.Folders.Select(f => Path.Combine(options.Content, f)).Where(Directory.Exists))
        {
            _taken.UnionWith(Directory.EnumerateFileSystemEntries(folder).Select(p => Path.GetFileName(p)));
        }

        _taken.UnionWith(ContentLoader.Load(ContentFiles.Read(options.Content, unread), unread)?.Dumps.Select(d => d.Name) ?? []);
        string ledger = LedgerWriting.PathOf(options);
        if (File.Exists(ledger) && InputFile.Read(ledger, ledger, unread) is { } bytes && Utf8Text.Decode(bytes, ledger, unread) is { } source)
        {
            _taken.UnionWith(LedgerFile.Read(source, unread).Dumps.Keys);
        }
    }

    /// <summary>The name that a capture is dated under: its own, since that may hold the date.</summary>
    public string Provisional(ImportSource source)
    {
        string stem = string.Concat(Path.GetFileNameWithoutExtension(source.Path).Select(c => char.IsControl(c) ? '-' : c));
        return Free(_provisional, stem.StartsWith('.') ? "capture" + stem : stem, source.Extension);
    }

    /// <summary>The name that metadata is kept under: its own.</summary>
    public string Final(string provisional) => Free(_final, Path.GetFileNameWithoutExtension(provisional), Path.GetExtension(provisional));

    /// <summary>
    /// The name that it is kept under: <c>2025-11-03.txt</c>. A year that is only inferred does not begin the name, where it would be
    /// taken for known: <c>inferred-2025-11-03.txt</c>.
    /// </summary>
    public string Final(Capture capture) =>
        Free(_final, (capture.IsInferred ? "inferred-" : "") + Routes.Iso(capture.Date), Path.GetExtension(capture.Name));

    private string Free(HashSet<string> given, string stem, string extension)
    {
        string name = stem + extension;
        for (int number = 2; _taken.Contains(name) || !given.Add(name); number++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}{extension}");
        }

        return name;
    }
}
