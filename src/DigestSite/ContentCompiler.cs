using DigestSite.Curation;
using DigestSite.Curation.Suggesting;
using DigestSite.Diagnostics;
using DigestSite.Dumps;
using DigestSite.Dumps.Dating;
using DigestSite.Papers;
using DigestSite.Papers.Merging;
using DigestSite.Papers.Permanence;

namespace DigestSite;

/// <summary>The passes from files to the model: load, read, date, compile. What comes of the model is <see cref="SiteBuilder"/>'s.</summary>
/// <param name="progress">Told the name of each pass as it begins.</param>
internal sealed class ContentCompiler(BuildOptions options, DiagnosticBag diagnostics, Action<string>? progress)
{
    /// <inheritdoc cref="SiteBuilder.IgnoresRecordedDates"/>
    public bool IgnoresRecordedDates { get; init; }

    /// <inheritdoc cref="SiteBuilder.WithSuggestions"/>
    public bool WithSuggestions { get; init; }

    /// <summary>Null when the content cannot be used at all.</summary>
    public CompiledContent? Compile()
    {
        progress?.Invoke("load");
        var files = ContentFiles.Read(options.Content, diagnostics);
        files = options.PapersText is { } text ? files with { Papers = new(Shown(Path.Combine(options.Content, ContentFiles.PapersName)), text) } : files;
        Content? content = ContentLoader.Load(files, diagnostics);
        if (!Directory.Exists(options.Content))
        {
            return null;
        }

        Ledger? ledger = LoadLedger();
        progress?.Invoke("read");
        HashSet<string> skipped = [.. (content?.Dumps ?? []).Where(d => d.Skip).Select(d => d.Name)];
        HashSet<string> dated = [.. (content?.Dumps ?? []).Where(d => d.Date is not null).Select(d => d.Name)];
        var folder = CapturedFiles.Read(options.Content, skipped, dated, options.ExtraDumps, diagnostics);
        if (content is null || ledger is null)
        {
            return null;
        }

        AuthorityProof.Check(content.Settings, ledger, diagnostics);
        progress?.Invoke("date");
        var metadata = new Metadata(folder.Metadata);
        IReadOnlyList<Capture> captures = DumpDating.Date(folder.Dumps, FactsForDating.Of(content, ledger, IgnoresRecordedDates ? Ledger.Empty : ledger, metadata, options), diagnostics);
        progress?.Invoke("compile");
        DateOnly asOf = options.AsOf ?? captures.Select(c => c.Date).DefaultIfEmpty(DateOnly.MinValue).Max();
        IEnumerable<NoteSource> notes = content.Notes.Where(n => options.IncludeDrafts || n.IsPublished(options.IncludeScheduled ? DateOnly.MaxValue : asOf));
        CompiledArchive compiled = new ArchiveCompiler(content, ledger, metadata, diagnostics) { LatestChange = options.AsOf ?? DateOnly.MaxValue }.Compile(captures, notes, asOf);
        if (captures.Count == folder.Names.Count(n => !skipped.Contains(n)))
        {
            StaleCuration.Report(content, [.. compiled.Papers.Select(p => p.Paper)], compiled.Archive.Moved, folder.Names, ledger, diagnostics);
            ReportIdleCuration(content, compiled, captures, ledger);
        }

        StaleCuration.ReportGone(ledger, folder.Names, diagnostics);
        if (WithSuggestions)
        {
            StaleCuration.ReportUnseen(content.Notes, asOf, diagnostics);
            CurationSuggestions.Report(content, compiled.Papers, compiled.UnmatchedPhrases, ledger, diagnostics);
        }

        SiteSettings settings = options.BaseUrl is { } baseUrl ? content.Settings with { BaseUrl = baseUrl } : content.Settings;
        var site = new SiteModel(settings, compiled.Archive, content.Pages, options.Generator) { Texts = TextsOf(files, content) };
        return new CompiledContent(site, folder.Dumps, captures, ledger, content, compiled.Papers) { Metadata = folder.Metadata };
    }

    // What waits for a capture that is left out for now is not idle.
    private void ReportIdleCuration(Content content, CompiledArchive compiled, IReadOnlyList<Capture> captures, Ledger ledger)
    {
        if (ledger.Dumps.Keys.All(n => captures.Any(c => c.Name == n)))
        {
            IdleCuration.Report(content, compiled.Papers, compiled.UnmatchedPhrases, ledger, diagnostics);
        }
    }

    private static EditorsTexts TextsOf(ContentFiles files, Content content) => new()
    {
        Site = files.Site is { } site ? [site] : [],
        Papers = files.Papers is { } papers ? [papers] : [],
        Notes = content.Notes.ToDictionary(n => n.Date, n => n.Source),
    };

    // Null when there is one that cannot be read: what it pins would show as errors elsewhere.
    private Ledger? LoadLedger()
    {
        string path = Path.Combine(options.Content, SiteBuilder.LedgerName);
        string name = Shown(path);
        return !Path.Exists(path) ? Ledger.Empty
            : InputFile.Read(path, name, diagnostics) is { } bytes
                && Utf8Text.Decode(bytes, name, diagnostics) is { } source
                && LineScreening.IsMerged(source, diagnostics) ? LedgerFile.Read(source, diagnostics)
            : null;
    }

    private static string Shown(string path) => path.Replace('\\', '/');
}
