using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Dumps;

/// <summary>The folder of captured listings: every <c>*.txt</c> in it is a dump.</summary>
/// <param name="Names">The file names of all dumps, sorted, also of those that could not be read.</param>
/// <param name="Dumps">Those that could be read and are not skipped, in the same order.</param>
internal sealed record DumpFolder(IReadOnlyList<string> Names, IReadOnlyList<Dump> Dumps)
{
    private const string Extension = ".txt";

    /// <summary>Reads a folder. What is no dump, or cannot be read, is reported and left out.</summary>
    /// <param name="skipped">Names of dumps to leave out.</param>
    /// <param name="extra">Dumps that are read as if they were in the folder, where none has their name.</param>
    public static DumpFolder Read(string folder, IReadOnlySet<string> skipped, IReadOnlyList<ExtraDump> extra, DiagnosticBag diagnostics)
    {
        string display = folder.Replace('\\', '/');
        Dictionary<string, ExtraDump> extraByName = extra.ToDictionary(e => e.Name, StringComparer.Ordinal);
        string[] names = [.. NamesIn(folder, display, diagnostics).Concat(extraByName.Keys).Order(StringComparer.Ordinal)];
        if (names.Length == 0)
        {
            diagnostics.Add(Catalog.NoDumps.At(SourceSpan.File(display)));
        }

        var dumps = new Dump?[names.Length];
        Parallel.For(0, names.Length, i =>
        {
            ExtraDump? given = extraByName.GetValueOrDefault(names[i]);
            string shown = given?.Source ?? $"{display}/{names[i]}";
            if (!skipped.Contains(names[i])
                && (given?.Bytes ?? InputFile.Read(Path.Combine(folder, names[i]), shown, diagnostics)) is { } bytes
                && DumpFile.Decode(shown, bytes, diagnostics) is { } source
                && LineScreening.IsMerged(source, diagnostics))
            {
                dumps[i] = TextDumpReader.Read(names[i], source, diagnostics);
            }
        });
        return new(names, [.. dumps.OfType<Dump>()]);
    }

    private static List<string> NamesIn(string folder, string display, DiagnosticBag diagnostics)
    {
        var names = new List<string>();
        foreach (string name in InputFolder.Entries(folder, display, diagnostics).Select(e => e.Name).Where(n => n[0] != '.'))
        {
            if (name.Any(char.IsControl))
            {
                diagnostics.Add(Catalog.DumpName.At(SourceSpan.File($"{display}/{name}")));
            }
            else if (!name.EndsWith(Extension, StringComparison.Ordinal))
            {
                diagnostics.Add(Catalog.NotADump.At(SourceSpan.File($"{display}/{name}"), name));
            }
            else
            {
                names.Add(name);
            }
        }

        return names;
    }
}
