using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Dumps;

/// <summary>A folder of captured files, each of which is a dump of any format.</summary>
/// <param name="Names">The file names of all dumps, sorted, also of those that could not be read.</param>
/// <param name="Dumps">Those that could be read and are not skipped, in the same order.</param>
internal sealed record DumpFolder(IReadOnlyList<string> Names, IReadOnlyList<Dump> Dumps)
{
    /// <summary>Reads a folder. What is no dump, or cannot be read, is reported and left out.</summary>
    /// <param name="skipped">Names of dumps to leave out.</param>
    /// <param name="extra">Dumps that are read as if they were in the folder, in place of a file that has their name.</param>
    public static DumpFolder Read(string folder, IReadOnlySet<string> skipped, IEnumerable<ExtraDump> extra, DiagnosticBag diagnostics)
    {
        string display = folder.Replace('\\', '/');
        Dictionary<string, ExtraDump> extraByName = extra.ToDictionary(e => e.Name, StringComparer.Ordinal);
        string[] names = [.. NamesIn(folder, display, diagnostics).Union(extraByName.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var dumps = new Dump?[names.Length];
        var isDump = new bool[names.Length];
        Array.Fill(isDump, true);
        Parallel.For(0, names.Length, i =>
        {
            ExtraDump? given = extraByName.GetValueOrDefault(names[i]);
            string shown = given?.Source ?? $"{display}/{names[i]}";
            if (!skipped.Contains(names[i])
                && (given?.Bytes ?? InputFile.Read(Path.Combine(folder, names[i]), shown, diagnostics)) is { } bytes
                && DumpFile.Decode(shown, bytes, diagnostics) is { } source
                && LineScreening.IsMerged(source, diagnostics))
            {
                dumps[i] = DumpReader.Read(names[i], source, diagnostics);
                isDump[i] = dumps[i] is not null;
                source.PutAway();
            }
        });
        Dump[] read = [.. dumps.OfType<Dump>()];
        ReportCopies(read, diagnostics);
        return new([.. names.Where((_, i) => isDump[i])], read);
    }

    // Byte for byte, but for what a program that moved the file may have made of its encoding and line ends.
    private static void ReportCopies(Dump[] dumps, DiagnosticBag diagnostics)
    {
        foreach (IGrouping<object, Dump> alike in dumps.Where(d => d.Listings.Count > 0).GroupBy(d => (object)(d.Format, d.Listings.Count, d.Listings[0].Title, d.Listings[^1].Title)))
        {
            foreach (IGrouping<string, Dump> same in alike.Skip(1).Any() ? alike.GroupBy(d => d.Source.Text.ReplaceLineEndings("\n"), StringComparer.Ordinal) : [])
            {
                foreach (Dump copy in same.Skip(1))
                {
                    diagnostics.Add(Catalog.CopiedDump.At(SourceSpan.File(copy.Source.Name), same.First().Source.Name));
                }
            }
        }
    }

    private static List<string> NamesIn(string folder, string display, DiagnosticBag diagnostics)
    {
        var names = new List<string>();
        foreach (FileSystemInfo entry in InputFolder.Entries(folder, display, diagnostics).Where(e => e.Name[0] != '.'))
        {
            if (entry.Name.Any(char.IsControl))
            {
                diagnostics.Add(Catalog.DumpName.At(SourceSpan.File($"{display}/{entry.Name}")));
            }
            else if ((entry is DirectoryInfo && !Path.HasExtension(entry.Name)) || IsBackup(entry.Name))
            {
                diagnostics.Add(Catalog.NotADump.At(SourceSpan.File($"{display}/{entry.Name}"), entry.Name));
            }
            else
            {
                names.Add(entry.Name);
            }
        }

        return names;
    }

    // What text editors and git leave beside a file.
    private static bool IsBackup(string name) => name.EndsWith('~') || Path.GetExtension(name) is ".bak" or ".orig" or ".rej" or ".tmp";
}
