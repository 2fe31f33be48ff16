using DigestSite.Curation;
using DigestSite.Curation.Suggesting;
using DigestSite.Diagnostics;
using DigestSite.Dumps;
using DigestSite.Dumps.Dating;
using DigestSite.Feeds;
using DigestSite.Links;
using DigestSite.Pages;
using DigestSite.Papers;
using DigestSite.Papers.Merging;
using DigestSite.Papers.Permanence;
using DigestSite.Relating;
using DigestSite.Searching;
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

    /// <summary>Whether captures are dated as if none were recorded: that shows the evidence instead of the record.</summary>
    public bool IgnoresRecordedDates { get; init; }

    /// <summary>What earlier builds compiled of the templates, for a program that builds again and again; null for a single build.</summary>
    public CompiledTemplates? CompiledTemplates { get; init; }

    /// <summary>Whether editors are told where a word of theirs would help most, beside what is wrong.</summary>
    public bool WithSuggestions { get; init; }

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

        compiled = Relate(compiled with { Site = compiled.Site with { Templates = templates } });
        IReadOnlyList<PlannedFile> plan = Plan(compiled, templates);
        IReadOnlyList<OutputFile> files = WithPagefind(Render(plan), compiled.Site);
        LinkReport links = CheckLinks(files, compiled);
        ReportUnusedAssets(links, files);
        Ledger recorded = CheckLedger(compiled, files);
        ReportUnneededAcknowledgements();
        return new BuiltSite(compiled, files, links, recorded) { Templates = templates };
    }

    /// <summary>The first four passes: everything that <c>explain</c> needs. Null when the content cannot be used at all.</summary>
    public CompiledContent? Compile()
    {
        progress?.Invoke("load");
        var files = ContentFiles.Read(options.Content, diagnostics);
        files = options.PapersText is { } text ? files with { Papers = new(Display(Path.Combine(options.Content, ContentFiles.PapersName)), text) } : files;
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
        CompiledArchive compiled = new ArchiveCompiler(content, ledger, metadata, diagnostics).Compile(captures, notes, asOf);
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
        string path = Path.Combine(options.Content, LedgerName);
        string name = Display(path);
        return !Path.Exists(path) ? Ledger.Empty
            : InputFile.Read(path, name, diagnostics) is { } bytes
                && Utf8Text.Decode(bytes, name, diagnostics) is { } source
                && LineScreening.IsMerged(source, diagnostics) ? LedgerFile.Read(source, diagnostics)
            : null;
    }

    private TemplateSet? LoadTemplates()
    {
        TemplateFiles all = BuiltInTemplates.Under(TemplateFiles.Read(options.Templates, options.TemplatesMustExist, diagnostics));
        LostMarkup.Report(all.Templates, diagnostics);
        return TemplateSet.Load(all, [.. SitePages.Kinds, .. EntryTemplates.Kinds], Display(options.Templates), diagnostics, CompiledTemplates);
    }

    private CompiledContent Relate(CompiledContent compiled)
    {
        progress?.Invoke("relate");
        return compiled with { Site = compiled.Site with { Related = PaperRelations.Of(compiled.Site.Archive.Papers) } };
    }

    private IReadOnlyList<PlannedFile> Plan(CompiledContent compiled, TemplateSet templates)
    {
        progress?.Invoke("plan");
        IReadOnlyList<PlannedFile> pages = SitePages.Plan(compiled.Site, templates);
        IReadOnlyList<PlannedFile> made = PageMap.Plan([.. pages, .. SiteFeeds.Plan(compiled.Site).Select(f => EntryTemplates.WithTexts(f, compiled.Site)), .. Sitemap.Plan(compiled.Site, pages), .. SearchIndex.Plan(compiled.Site, PaperAuthors.Byline)], diagnostics);
        IReadOnlyList<PlannedFile> redirects = SitePages.PlanRedirects(compiled.Site, templates, Moved(compiled), made);
        return redirects.Count == 0 ? made : PageMap.Plan(made.Concat(redirects), diagnostics);
    }

    // What an editor called another name of a paper goes where that paper is, its page and its API file, and so does what led there.
    private static RecordedUrl[] Moved(CompiledContent compiled)
    {
        Dictionary<SitePath, RecordedUrl> merged = compiled.Site.Archive.Moved
            .SelectMany(m => (RecordedUrl[])
            [
                new(Routes.Paper(m.From), UrlState.Redirect, Routes.Paper(m.To), m.Span),
                new(Routes.ApiPaper(m.From), UrlState.Redirect, Routes.ApiPaper(m.To), m.Span),
            ])
            .ToDictionary(u => u.Path);
        IReadOnlyDictionary<SitePath, RecordedUrl> recorded = compiled.Ledger.Urls;
        return
        [
            .. recorded.Values.Select(u => u.Target is { } target && merged.TryGetValue(target, out RecordedUrl? on) ? u with { Target = on.Target } : u),
            .. merged.Values.Where(u => !recorded.TryGetValue(u.Path, out RecordedUrl? known) || known.Target is null),
        ];
    }

    private OutputFile[] Render(IReadOnlyList<PlannedFile> plan)
    {
        progress?.Invoke("render");
        var files = new OutputFile[plan.Count];
        Parallel.For(0, plan.Count, i => files[i] = new OutputFile(plan[i].Path, plan[i].Render(), plan[i].Source) { Texts = plan[i].Texts });
        return files;
    }

    private OutputFile[] WithPagefind(OutputFile[] files, SiteModel site)
    {
        if (!site.UsesPagefind)
        {
            return files;
        }

        progress?.Invoke("index for search");
        return [.. files.Concat(PagefindIndex.Make(site, PaperAuthors.Byline, options.Pagefind, diagnostics)).OrderBy(f => f.Path)];
    }

    private LinkReport CheckLinks(IReadOnlyList<OutputFile> files, CompiledContent compiled)
    {
        progress?.Invoke("check links");
        IEnumerable<string> quoted = compiled.Site.Archive.Papers.SelectMany(p => p.Links.Concat(((Uri?[])[p.Code?.Url, p.ProjectPage]).OfType<Uri>().Select(u => u.AbsoluteUri)))
            .SelectMany(l => (string[])[l, new Uri(l).AbsoluteUri]);
        EquatableArray<AddressPattern> unjudged = compiled.Site.Settings.UnjudgedLinks;
        LinkReport report = LinkProof.Check(files, compiled.Site.Settings.BaseUrl, diagnostics, quoted.ToHashSet(StringComparer.Ordinal), unjudged);
        foreach (AddressPattern pattern in unjudged.Where(p => !report.External.Any(e => p.Matches(e.Url))))
        {
            diagnostics.Add(Catalog.UnmatchedPattern.At(pattern.Span, pattern.Text));
        }

        return report;
    }

    // With errors about, the page that links to it may only be missing because of them.
    private void ReportUnusedAssets(LinkReport links, IReadOnlyList<OutputFile> files)
    {
        if (!diagnostics.HasFaults)
        {
            UnusedAssets.Report(links.Unlinked, files, diagnostics);
        }
    }

    // With errors about, what is missing is missing because of them: it is not worth a second error.
    private Ledger CheckLedger(CompiledContent compiled, IReadOnlyList<OutputFile> files)
    {
        HashSet<SitePath> made = [.. files.Select(f => f.Path)];
        Ledger recorded = Recording.Record(compiled.Ledger, compiled.Site.Archive, compiled.Captures, made, options.FreezesAuthority ? AuthorityProof.ToRecord(compiled.Content.Settings) : null);
        string difference = Recording.Difference(compiled.Ledger, recorded);
        if (diagnostics.HasFaults)
        {
            return recorded;
        }

        AddressProof.Check(compiled.Ledger, made, diagnostics);
        if (difference.Length > 0 && !IsRecording && !diagnostics.HasFaults)
        {
            diagnostics.Add(Catalog.Unrecorded.At(SourceSpan.File(Display(Path.Combine(options.Content, LedgerName))), difference));
        }

        return recorded;
    }

    // Errors keep passes from running, and so does recording from warning: then nobody can tell what is needed.
    private void ReportUnneededAcknowledgements()
    {
        if (!IsRecording && !diagnostics.HasFaults)
        {
            AcknowledgedFile.ReportUnneeded(diagnostics);
        }
    }

    private static string Display(string path) => path.Replace('\\', '/');
}
