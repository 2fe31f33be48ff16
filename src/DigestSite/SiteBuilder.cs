using DigestSite.Curation;
using DigestSite.Diagnostics;
using DigestSite.Dumps;
using DigestSite.Dumps.Dating;
using DigestSite.Feeds;
using DigestSite.Links;
using DigestSite.Pages;
using DigestSite.Papers;
using DigestSite.Papers.Merging;
using DigestSite.Papers.Permanence;
using DigestSite.Templates;

namespace DigestSite;

/// <summary>
/// The build as one visible list of passes: content and dumps in, a finished site in memory out, or the reasons why not.
/// Publishing it is the caller's next step. Bad input is reported to the diagnostics and never thrown.
/// </summary>
/// <param name="progress">Told the name of each pass as it begins.</param>
internal sealed class SiteBuilder(BuildOptions options, DiagnosticBag diagnostics, Action<string>? progress = null)
{
    public const string LedgerName = "ledger.tsv";

    /// <summary>Whether the ledger is about to be brought up to date, so that what it lacks is not worth a warning.</summary>
    public bool IsRecording { get; init; }

    /// <summary>Runs every pass. The site is complete only when the diagnostics hold no error.</summary>
    public BuiltSite Build()
    {
        CompiledContent? compiled = null;
        TemplateSet? templates = null;
        Parallel.Invoke(() => compiled = Compile(), () => templates = LoadTemplates());
        if (compiled is null || templates is null)
        {
            return BuiltSite.Unfinished(compiled);
        }

        IReadOnlyList<PlannedFile> plan = Plan(compiled, templates);
        IReadOnlyList<OutputFile> files = Render(plan);
        LinkReport links = CheckLinks(files, compiled);
        Ledger recorded = CheckLedger(compiled, files);
        return new BuiltSite(compiled, files, links, recorded);
    }

    /// <summary>The first four passes: everything that <c>explain</c> needs. Null when the content cannot be used at all.</summary>
    public CompiledContent? Compile()
    {
        progress?.Invoke("load");
        Content? content = ContentLoader.Load(ContentFiles.Read(options.Content, diagnostics), diagnostics);
        Ledger ledger = LoadLedger();
        progress?.Invoke("read");
        IReadOnlyList<Dump> dumps = ReadDumps(content);
        if (content is null)
        {
            return null;
        }

        progress?.Invoke("date");
        IReadOnlyList<Capture> captures = DumpDating.Date(dumps, FactsFor(content, ledger), diagnostics);
        progress?.Invoke("compile");
        DateOnly asOf = options.AsOf ?? captures.Select(c => c.Date).DefaultIfEmpty(DateOnly.MinValue).Max();
        Archive archive = new ArchiveCompiler(content, ledger, diagnostics).Compile(captures, asOf);
        StaleCuration.Report(content, archive.Papers, DumpNames(), diagnostics);
        SiteSettings settings = options.BaseUrl is { } baseUrl ? content.Settings with { BaseUrl = baseUrl } : content.Settings;
        return new CompiledContent(new SiteModel(settings, archive, content.Pages, options.Generator), dumps, captures, ledger);
    }

    private string DumpFolder => Path.Combine(options.Content, "dumps");

    private Ledger LoadLedger()
    {
        string path = Path.Combine(options.Content, LedgerName);
        return File.Exists(path) && ContentFiles.Decode(File.ReadAllBytes(path), Display(path), diagnostics) is { } source
            ? LedgerFile.Read(source, diagnostics)
            : Ledger.Empty;
    }

    private List<Dump> ReadDumps(Content? content)
    {
        string[] names = DumpNames();
        if (names.Length == 0)
        {
            diagnostics.Add(Catalog.NoDumps.At(SourceSpan.File(Display(DumpFolder))));
        }

        var skipped = content?.Dumps.Where(d => d.Skip).Select(d => d.Name).ToHashSet(StringComparer.Ordinal);
        var dumps = new Dump?[names.Length];
        Parallel.For(0, names.Length, i => dumps[i] = skipped?.Contains(names[i]) == true ? null : ReadDump(names[i]));
        return [.. dumps.OfType<Dump>()];
    }

    private Dump? ReadDump(string name)
    {
        string path = Path.Combine(DumpFolder, name);
        return DumpFile.Decode(Display(path), File.ReadAllBytes(path), diagnostics) is { } source ? TextDumpReader.Read(name, source, diagnostics) : null;
    }

    private string[] DumpNames() =>
        Directory.Exists(DumpFolder) ? [.. Directory.GetFiles(DumpFolder, "*.txt").Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal)] : [];

    private DatingFacts FactsFor(Content content, Ledger ledger) => new()
    {
        Given = content.Dumps.Where(d => d.Year is not null).ToDictionary(d => d.Name, d => new GivenYear(d.Year!.Value, d.Year.Span), StringComparer.Ordinal),
        Recorded = ledger.Dumps.ToDictionary(d => d.Key, d => new RecordedDate(d.Value.Date, d.Value.Span), StringComparer.Ordinal),
        PaperOf = TitleKey.Of,
        ArxivOf = l => l.Arxiv ?? content.ArxivOf(ledger.Find(Identity.OfTitle(TitleKey.Of(l)))?.Slug ?? Slug.FromTitle(l.Title)),
        AsOf = options.AsOf,
    };

    private TemplateSet? LoadTemplates() =>
        TemplateSet.Load(TemplateFiles.Read(options.Templates, diagnostics), SitePages.Kinds, Display(options.Templates), diagnostics);

    private IReadOnlyList<PlannedFile> Plan(CompiledContent compiled, TemplateSet templates)
    {
        progress?.Invoke("plan");
        IReadOnlyList<PlannedFile> pages = SitePages.Plan(compiled.Site, templates);
        IEnumerable<PlannedFile> redirects = SitePages.PlanRedirects(compiled.Site, templates, compiled.Ledger.Urls.Values);
        return PageMap.Plan([.. pages, .. redirects, .. SiteFeeds.Plan(compiled.Site), .. Sitemap.Plan(compiled.Site, pages)], diagnostics);
    }

    private OutputFile[] Render(IReadOnlyList<PlannedFile> plan)
    {
        progress?.Invoke("render");
        var files = new OutputFile[plan.Count];
        Parallel.For(0, plan.Count, i => files[i] = new OutputFile(plan[i].Path, plan[i].Render(), plan[i].Source));
        return files;
    }

    private LinkReport CheckLinks(IReadOnlyList<OutputFile> files, CompiledContent compiled)
    {
        progress?.Invoke("check links");
        IEnumerable<string> quoted = compiled.Site.Archive.Papers.SelectMany(p => p.Links).SelectMany(l => (string[])[l, new Uri(l).AbsoluteUri]);
        return LinkProof.Check(files, compiled.Site.Settings.BaseUrl, diagnostics, quoted.ToHashSet(StringComparer.Ordinal));
    }

    // With errors about, what is missing is missing because of them: it is not worth a second error.
    private Ledger CheckLedger(CompiledContent compiled, IReadOnlyList<OutputFile> files)
    {
        HashSet<SitePath> made = [.. files.Select(f => f.Path)];
        Ledger recorded = Recording.Record(compiled.Ledger, compiled.Site.Archive, compiled.Captures, made);
        string difference = Recording.Difference(compiled.Ledger, recorded);
        if (diagnostics.HasErrors)
        {
            return recorded;
        }

        AddressProof.Check(compiled.Ledger, made, diagnostics);
        if (difference.Length > 0 && !IsRecording)
        {
            diagnostics.Add(Catalog.Unrecorded.At(SourceSpan.File(Display(Path.Combine(options.Content, LedgerName))), difference));
        }

        return recorded;
    }

    private static string Display(string path) => path.Replace('\\', '/');
}
