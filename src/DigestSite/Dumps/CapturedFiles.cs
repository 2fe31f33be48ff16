using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Dumps;

/// <summary>What was captured: content/dumps makes digests, content/metadata says more of their papers.</summary>
/// <param name="Names">The file names of all that make digests, sorted, also of those that could not be read.</param>
/// <param name="Dumps">Those of them that could be read and are not skipped, in the same order.</param>
/// <param name="Metadata">Files that make no digest, by name.</param>
internal sealed record CapturedFiles(IReadOnlyList<string> Names, IReadOnlyList<Dump> Dumps, IReadOnlyList<Dump> Metadata)
{
    public const string DumpsFolder = "dumps";
    public const string MetadataFolder = "metadata";

    /// <summary>Both, within the content folder.</summary>
    public static IReadOnlyList<string> Folders { get; } = [DumpsFolder, MetadataFolder];

    /// <summary>Reads both folders. What cannot be read is reported and left out.</summary>
    /// <param name="content">The content folder.</param>
    /// <param name="skipped">Names of files to leave out.</param>
    /// <param name="dated">Names of files to which an editor gave a date: in the folder of metadata, they make a digest too.</param>
    /// <param name="extra">Files that are read as if they were there.</param>
    public static CapturedFiles Read(
        string content, IReadOnlySet<string> skipped, IReadOnlySet<string> dated, IReadOnlyList<ExtraDump> extra, DiagnosticBag diagnostics)
    {
        var dumps = DumpFolder.Read(Path.Combine(content, DumpsFolder), skipped, extra.Where(e => !e.IsMetadata), diagnostics);
        var metadata = DumpFolder.Read(Path.Combine(content, MetadataFolder), skipped, extra.Where(e => e.IsMetadata), diagnostics);
        string display = content.Replace('\\', '/');
        foreach (string twice in metadata.Names.Intersect(dumps.Names, StringComparer.Ordinal))
        {
            diagnostics.Add(Catalog.DumpNameTwice.At(SourceSpan.File($"{display}/{MetadataFolder}/{twice}"), $"{display}/{DumpsFolder}/{twice}"));
        }

        string[] names = [.. dumps.Names.Union(metadata.Names.Where(dated.Contains), StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (names.Length == 0)
        {
            diagnostics.Add(Catalog.NoDumps.At(SourceSpan.File($"{display}/{DumpsFolder}")));
        }

        Dump[] known = [.. metadata.Dumps.Where(d => !dated.Contains(d.Name))];
        foreach (Dump nameless in known.Where(d => d.Listings.Count > 0 && !d.Listings.Any(l => l.Arxiv is not null)))
        {
            diagnostics.Add(Catalog.MetadataWithoutIds.At(nameless.Source.At(0), nameless.Name));
        }

        return new(names, [.. dumps.Dumps.Concat(metadata.Dumps.Where(d => dated.Contains(d.Name))).OrderBy(d => d.Name, StringComparer.Ordinal)], known);
    }
}
