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
    public static DumpFolder Read(string folder, IReadOnlySet<string> skipped, DiagnosticBag diagnostics)
    {
        string display = folder.Replace('\\', '/');
        string[] names = NamesIn(folder, display, diagnostics);
        var dumps = new Dump?[names.Length];
        Parallel.For(0, names.Length, i =>
        {
            string name = $"{display}/{names[i]}";
            if (!skipped.Contains(names[i])
                && InputFile.Read(Path.Combine(folder, names[i]), name, diagnostics) is { } bytes
                && DumpFile.Decode(name, bytes, diagnostics) is { } source
                && LineScreening.IsMerged(source, diagnostics))
            {
                dumps[i] = TextDumpReader.Read(names[i], source, diagnostics);
            }
        });
        return new(names, [.. dumps.OfType<Dump>()]);
    }

    private static string[] NamesIn(string folder, string display, DiagnosticBag diagnostics)
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

        if (names.Count == 0)
        {
            diagnostics.Add(Catalog.NoDumps.At(SourceSpan.File(display)));
        }

        return [.. names];
    }
}
