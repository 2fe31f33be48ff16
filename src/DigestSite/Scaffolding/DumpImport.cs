using DigestSite.Diagnostics;
using DigestSite.Dumps;
using DigestSite.Explaining;
using DigestSite.Papers;
using DigestSite.Papers.Permanence;

namespace DigestSite.Scaffolding;

/// <summary>A capture that is going to stand in content/dumps or content/metadata.</summary>
/// <param name="Path">Its path within the content folder.</param>
/// <param name="Evidence">Why it gets its date, as <c>explain dump</c> has it; null of metadata.</param>
/// <param name="Papers">How many of its listings are of papers that the site did not have; of metadata, of those that it has.</param>
internal sealed record ImportedDump(ImportSource Source, string Path, string? Evidence, int Listings, int Papers);

/// <summary>What an import would do.</summary>
/// <param name="Known">Files whose bytes stand there already, with the name there.</param>
/// <param name="Recorded">The ledger after it; null when there is nothing to do.</param>
/// <param name="Difference">What the ledger learns.</param>
internal sealed record ImportPlan(
    IReadOnlyList<ImportedDump> Dumps, IReadOnlyList<(ImportSource Source, string Name)> Known, Ledger? Recorded, string Difference);

/// <summary>
/// Takes captures into the content folder. They are dated together with what is there and the whole site is built with them in memory, so
/// that what is written in the end builds, and is recorded.
/// </summary>
internal sealed class DumpImport(BuildOptions options, DiagnosticBag diagnostics)
{
    /// <summary>Null when anything is wrong with any of the files, or with the site; why has then been reported.</summary>
    /// <param name="year">The year of all of them, where it is given by hand.</param>
    /// <param name="progress">Told the name of each pass as it begins.</param>
    public ImportPlan? Plan(IReadOnlyList<string> paths, int? year, Action<string>? progress = null)
    {
        ImportSource?[] read = [.. paths.Distinct(StringComparer.Ordinal).Select(p => ImportSource.Read(p, diagnostics))];
        if (diagnostics.HasErrors)
        {
            return null;
        }

        var known = new List<(ImportSource, string)>();
        List<ImportSource> unknown = NotYetThere(read.OfType<ImportSource>(), known);
        if (unknown.Count == 0)
        {
            return new([], known, null, "");
        }

        var names = new ImportNames(options);
        ExtraDump[] asGiven = [.. unknown.Select(s => new ExtraDump(names.Provisional(s), s.Path, s.Bytes, s.IsMetadata ? null : year, s.IsMetadata))];
        if (Dated(asGiven) is not { } dated)
        {
            return null;
        }

        ExtraDump[] asWritten = [.. asGiven.Select(e => e with { Name = FinalName(e, dated, names), Year = null })];
        BuiltSite site = new SiteBuilder(options with { ExtraDumps = asWritten }, diagnostics, progress) { IsRecording = true }.Build();
        if (diagnostics.HasErrors || site is not { Compiled: { } compiled, Recorded: { } recorded })
        {
            return null;
        }

        HashSet<string> added = [.. asWritten.Select(e => e.Name)];
        return new(
            [.. unknown.Select((s, i) => s.IsMetadata ? ImportedMetadata(s, asWritten[i].Name, compiled) : Imported(s, asWritten[i].Name, Evidence(dated, asGiven[i].Name), compiled, added))],
            known,
            recorded,
            Recording.Difference(compiled.Ledger, recorded));
    }

    /// <summary>Writes the captures byte for byte, and the ledger; all or nothing. False when that failed, which has then been reported.</summary>
    public bool Write(ImportPlan plan) => plan.Recorded is null || NewFiles.Write(
        options.Content,
        [.. plan.Dumps.Select(d => new NewFile(d.Path, d.Source.Bytes))],
        diagnostics,
        then: () => LedgerWriting.Write(options, plan.Recorded, diagnostics));

    // Dated by themselves first: only the date gives them their names.
    private CompiledContent? Dated(ExtraDump[] dumps)
    {
        var found = new DiagnosticBag();
        CompiledContent? compiled = new SiteBuilder(options with { ExtraDumps = dumps }, found).Compile();
        HashSet<string> sources = [.. dumps.Select(d => d.Source)];
        if (compiled is not null && !found.HasErrors)
        {
            return ReportDamage(found, sources) ? null : compiled;
        }

        foreach (Diagnostic fault in found.InOrder())
        {
            bool asksForYear = fault.Id == Catalog.YearUnknown.Id && sources.Contains(fault.Span.FileName);
            diagnostics.Add(asksForYear ? fault with { WayOut = "give the year it was captured in: `digest import --year 2025 …`" } : fault);
        }

        return null;
    }

    // A text that breaks off in a title.
    private bool ReportDamage(DiagnosticBag found, HashSet<string> sources)
    {
        Diagnostic[] damage = [.. found.InOrder().Where(d => sources.Contains(d.Span.FileName) && d.Id == Catalog.BareTitle.Id && IsLast(d.Span))];
        foreach (Diagnostic fault in damage)
        {
            diagnostics.Add(ImportSource.Refused(fault));
        }

        return damage.Length > 0;
    }

    private static bool IsLast(SourceSpan span) => Enumerable.Range(span.Line + 1, span.Source!.LineCount - span.Line).All(line => span.Source.Line(line).IsWhiteSpace());

    private List<ImportSource> NotYetThere(IEnumerable<ImportSource> sources, List<(ImportSource, string)> known)
    {
        var unknown = new List<ImportSource>();
        foreach (ImportSource source in sources)
        {
            if (unknown.Find(u => u.Bytes.AsSpan().SequenceEqual(source.Bytes))?.Path is { } twin)
            {
                known.Add((source, twin));
            }
            else if (SameInFolder(source.Bytes) is { } name)
            {
                known.Add((source, $"{options.Content}/{name}".Replace('\\', '/')));
            }
            else
            {
                unknown.Add(source);
            }
        }

        return unknown;
    }

    private string? SameInFolder(byte[] bytes) => CapturedFiles.Folders
        .Select(folder => (Name: folder, Info: new DirectoryInfo(Path.Combine(options.Content, folder))))
        .Where(f => f.Info.Exists)
        .SelectMany(f => f.Info.EnumerateFiles().Select(file => (Name: $"{f.Name}/{file.Name}", File: file)))
        .Where(f => f.File.Length == bytes.Length && !f.File.Name.StartsWith('.'))
        .OrderBy(f => f.Name, StringComparer.Ordinal)
        .FirstOrDefault(f => InputFile.Read(f.File.FullName, f.File.Name, diagnostics)?.AsSpan().SequenceEqual(bytes) == true).Name;

    private static string FinalName(ExtraDump given, CompiledContent dated, ImportNames names) =>
        given.IsMetadata ? names.Final(given.Name) : names.Final(dated.Captures.First(c => c.Name == given.Name));

    private static string Evidence(CompiledContent dated, string name) => DumpExplanation.OfDate(dated, dated.Dumps.First(d => d.Name == name));

    private static ImportedDump ImportedMetadata(ImportSource source, string name, CompiledContent compiled)
    {
        int known = compiled.Site.Archive.Papers.Count(p => p.Metadata.Any(m => m.Dump.Name == name));
        return new(source, $"{CapturedFiles.MetadataFolder}/{name}", null, compiled.Metadata.First(d => d.Name == name).Listings.Count, known);
    }

    private static ImportedDump Imported(ImportSource source, string name, string evidence, CompiledContent compiled, HashSet<string> added)
    {
        Paper[] papers = [.. compiled.Site.Archive.Papers.Where(p => p.Appearances.Any(a => a.Capture.Name == name))];
        int seen = papers.Count(p => compiled.Ledger.Papers.ContainsKey(p.Slug) || p.Appearances.Any(a => !added.Contains(a.Capture.Name)));
        return new(source, $"{CapturedFiles.DumpsFolder}/{name}", evidence, compiled.Dumps.First(d => d.Name == name).Listings.Count, papers.Length - seen);
    }
}
