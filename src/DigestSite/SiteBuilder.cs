using DigestSite.Curation;
using DigestSite.Diagnostics;
using DigestSite.Feeds;
using DigestSite.Feeds.Api;
using DigestSite.Links;
using DigestSite.Mail;
using DigestSite.Pages;
using DigestSite.Papers.Permanence;
using DigestSite.Publishing;
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

    /// <summary>Where addresses went that this build no longer makes, for a ledger that is about to know it.</summary>
    public IReadOnlyList<Reroute> Reroutes { get; init; } = [];

    /// <summary>Whether captures are dated as if none were recorded: that shows the evidence instead of the record.</summary>
    public bool IgnoresRecordedDates { get; init; }

    /// <summary>What earlier builds compiled of the templates, for a program that builds again and again; null for a single build.</summary>
    public CompiledTemplates? CompiledTemplates { get; init; }

    /// <summary>Whether editors are told where a word of theirs would help most, beside what is wrong.</summary>
    public bool WithSuggestions { get; init; }

    /// <summary>Whether the links of the finished files are read in a second way too, which must find the same.</summary>
    public bool ReadsLinksTwice { get; init; }

    /// <summary>
    /// Asked, once all paths are known, for what takes each finished file on any thread and gives back what the build goes on with: the same file, its bytes
    /// perhaps no longer in memory. Null to keep them there.
    /// </summary>
    public Func<IReadOnlyList<PlannedFile>, Func<OutputFile, OutputFile>?>? Keeping { get; init; }

    /// <summary>Told of every file there will be and of the address of the site, before any is rendered, when nothing is wrong so far.</summary>
    public Action<IReadOnlyList<PlannedFile>, BaseUrl>? Planned { get; init; }

    /// <summary>What stands in for each planned file when it is rendered, for a program that takes its time; null to render it itself.</summary>
    public Func<PlannedFile, PlannedFile>? Watched { get; init; }

    /// <summary>Runs every pass. The site is complete only when the diagnostics hold no error.</summary>
    public BuiltSite Build()
    {
        CompiledContent? compiled = null;
        (TemplateSet? templates, string hash) = (null, "");
        string content = "";
        Parallel.Invoke(() => compiled = Compile(), () => (templates, hash) = LoadTemplates(), () => content = SiteInputs.OfContent(options.Content));
        if (compiled is null || templates is null)
        {
            return BuiltSite.Unfinished(compiled);
        }

        compiled = WithRelations(compiled, templates);
        progress?.Invoke("relate and plan");
        Task relating = Task.Run(() => _ = compiled.Site.Related);
        IReadOnlyList<PlannedFile> planned = Plan(compiled, templates, new() { Content = content, Templates = hash });
        Ledger ledger = Rerouted(compiled, planned);
        IReadOnlyList<PlannedFile> plan = WithPagefind(WithRedirects(planned, compiled, ledger, templates), compiled.Site);
        if (!diagnostics.HasErrors)
        {
            Planned?.Invoke(plan, compiled.Site.Settings.BaseUrl);
        }

        relating.GetAwaiter().GetResult();

        LinkProof proof = BeginProof(plan, compiled.Site);
        OutputFile[] files = Render(Watched is { } watched ? [.. plan.Select(watched)] : plan, proof);
        LinkReport links = ProveLinks(proof, files, compiled.Site.Settings);
        if (ReadsLinksTwice)
        {
            SecondReading.Compare(files, diagnostics);
        }

        ReportUnusedAssets(links, files);
        HostingLimits.Report(files, Display(Path.Combine(options.Content, "site.yml")), diagnostics);
        Ledger recorded = CheckLedger(ledger, compiled, files);
        ReportUnneededAcknowledgements();
        return new BuiltSite(compiled, files, links, recorded) { Templates = templates };
    }

    /// <summary>The first four passes: everything that <c>explain</c> needs. Null when the content cannot be used at all.</summary>
    public CompiledContent? Compile() =>
        new ContentCompiler(options, diagnostics, progress) { IgnoresRecordedDates = IgnoresRecordedDates, WithSuggestions = WithSuggestions }.Compile();

    private (TemplateSet? Templates, string Hash) LoadTemplates()
    {
        TemplateFiles own = TemplateFiles.Read(options.Templates, options.TemplatesMustExist, diagnostics);
        TemplateFiles all = BuiltInTemplates.Under(own);
        var templates = TemplateSet.Load(all, [.. SitePages.Kinds, .. EntryTemplates.Kinds, .. MailTemplates.Kinds], Display(options.Templates), diagnostics, CompiledTemplates);
        if (templates is not null)
        {
            LostMarkup.Report(all.Templates, diagnostics);
        }

        return (templates, SiteInputs.OfTemplates(all));
    }

    private static CompiledContent WithRelations(CompiledContent compiled, TemplateSet templates) =>
        compiled with { Site = compiled.Site with { Templates = templates, Relations = new(() => PaperRelations.Of(compiled.Site.Archive.Papers)) } };

    private IReadOnlyList<PlannedFile> Plan(CompiledContent compiled, TemplateSet templates, BuildInputs inputs)
    {
        IReadOnlyList<PlannedFile> pages = SitePages.Plan(compiled.Site, templates);
        return PageMap.Plan([.. pages, .. SiteFeeds.Plan(compiled.Site), .. Sitemap.Plan(compiled.Site, pages), .. SearchIndex.Plan(compiled.Site, PaperAuthors.Byline), StaticApi.PlanBuild(compiled.Site, inputs, options.BuiltAt, pages.Count(p => p.Path.IsPage))], diagnostics);
    }

    private IReadOnlyList<PlannedFile> WithRedirects(IReadOnlyList<PlannedFile> made, CompiledContent compiled, Ledger ledger, TemplateSet templates)
    {
        IReadOnlyList<PlannedFile> redirects = SitePages.PlanRedirects(compiled.Site, templates, MovedAddresses.Of(compiled.Site.Archive, ledger), made);
        return redirects.Count == 0 ? made : PageMap.Plan(made.Concat(redirects), diagnostics);
    }

    // With errors about, what is missing is missing because of them: nobody can tell what is gone.
    private Ledger Rerouted(CompiledContent compiled, IReadOnlyList<PlannedFile> made) =>
        Reroutes.Count == 0 || diagnostics.HasFaults
            ? compiled.Ledger
            : new Rerouting(compiled.Ledger, made.Select(f => f.Path).ToHashSet(), MovedAddresses.Merged(compiled.Site.Archive), compiled.Site.Settings.BaseUrl, diagnostics).Apply(Reroutes);

    private IReadOnlyList<PlannedFile> WithPagefind(IReadOnlyList<PlannedFile> plan, SiteModel site)
    {
        if (!site.UsesPagefind)
        {
            return plan;
        }

        progress?.Invoke("index for search");
        IReadOnlyList<OutputFile> index = PagefindIndex.Make(site, PaperAuthors.Byline, options.Pagefind, diagnostics);
        return [.. plan.Concat(index.Select(f => new PlannedFile(f.Path, f.Source, () => f.Bytes))).OrderBy(f => f.Path)];
    }

    private static LinkProof BeginProof(IReadOnlyList<PlannedFile> plan, SiteModel site)
    {
        IEnumerable<string> quoted = site.Archive.Papers.SelectMany(p => p.Links.Concat(((Uri?[])[p.Code?.Url, p.ProjectPage]).OfType<Uri>().Select(u => u.AbsoluteUri)))
            .SelectMany(l => (string[])[l, new Uri(l).AbsoluteUri]);
        return new([.. plan.Select(f => f.Path)], site.Settings.BaseUrl, quoted.ToHashSet(StringComparer.Ordinal), site.Settings.UnjudgedLinks);
    }

    // The links of a file are noted while its bytes are at hand. A thread takes one file after the other: none has a share that it is left alone with.
    private OutputFile[] Render(IReadOnlyList<PlannedFile> plan, LinkProof proof)
    {
        progress?.Invoke("render");
        var files = new OutputFile[plan.Count];
        Func<OutputFile, OutputFile>? keep = Keeping?.Invoke(plan);
        int[] order = [.. Enumerable.Range(0, plan.Count).OrderBy(i => plan[i].Turn)];
        int next = -1;
        Parallel.For(0, Environment.ProcessorCount, (_, state) =>
        {
            using LinkProof.Reader reader = proof.NewReader();
            for (int n = Interlocked.Increment(ref next); n < order.Length && !state.IsExceptional; n = Interlocked.Increment(ref next))
            {
                PlannedFile planned = plan[order[n]];
                var file = new OutputFile(planned.Path, planned.Render(), planned.Source) { Texts = planned.Texts };
                reader.Read(order[n], file);
                files[order[n]] = keep?.Invoke(file) ?? file;
            }
        });
        return files;
    }

    private LinkReport ProveLinks(LinkProof proof, OutputFile[] files, SiteSettings settings)
    {
        progress?.Invoke("prove links");
        LinkReport report = proof.Report(files, diagnostics);
        foreach (AddressPattern pattern in settings.UnjudgedLinks.Concat(settings.AskedLinks).Where(p => !report.External.Any(e => p.Matches(e.Url))))
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
    private Ledger CheckLedger(Ledger ledger, CompiledContent compiled, IReadOnlyList<OutputFile> files)
    {
        HashSet<SitePath> made = [.. files.Select(f => f.Path)];
        Ledger recorded = Recording.Record(ledger, compiled.Site.Archive, compiled.Captures, made, options.RecordedOn ?? compiled.Site.Archive.AsOf, options.FreezesAuthority ? AuthorityProof.ToRecord(compiled.Content.Settings) : null);
        string difference = Recording.Difference(ledger, recorded);
        if (diagnostics.HasFaults)
        {
            return recorded;
        }

        AddressProof.Check(ledger, made, diagnostics);
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
