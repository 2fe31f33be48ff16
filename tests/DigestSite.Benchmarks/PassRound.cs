using DigestSite.Curation;
using DigestSite.Diagnostics;
using DigestSite.Feeds;
using DigestSite.Feeds.Api;
using DigestSite.Links;
using DigestSite.Mail;
using DigestSite.Pages;
using DigestSite.Papers;
using DigestSite.Papers.Permanence;
using DigestSite.Publishing;
using DigestSite.Relating;
using DigestSite.Searching;
using DigestSite.Templates;

namespace DigestSite.Benchmarks;

/// <summary>
/// Every pass of a build once, one after the other, nothing beside it, each on what those before it made: so each pays for its own work,
/// and for no text that was read or kept in an earlier round. A real build runs some of them at the same time.
/// </summary>
internal sealed class PassRound(BuildOptions options, PassCosts costs)
{
    private readonly DiagnosticBag _diagnostics = new();

    /// <summary>Runs all passes and publishes the site twice.</summary>
    /// <param name="output">A folder that is not there yet.</param>
    /// <returns>How many files the site has.</returns>
    public int Run(string output)
    {
        CompiledContent compiled = new ContentCompiler(options, _diagnostics, costs.Begin).Compile() ?? throw Failure();
        Theme(compiled);
        costs.Begin("hash sources");
        string content = SiteInputs.OfContent(options.Content);
        costs.Begin("templates");
        (TemplateSet templates, string hash) = LoadTemplates();
        costs.Begin("related");
        var related = PaperRelations.Of(compiled.Site.Archive.Papers);
        compiled = compiled with { Site = compiled.Site with { Templates = templates, Relations = new(related) } };
        costs.Begin("plan");
        IReadOnlyList<PlannedFile> plan = Plan(compiled.Site, templates, new() { Content = content, Templates = hash });
        OutputFile[] files = Render(plan);
        ProveLinks(compiled.Site.Settings.BaseUrl, files);
        Record(compiled, files);
        costs.End();
        return Publish(output, files);
    }

    // Of `compile`, where each paper is scored as its turn comes.
    private void Theme(CompiledContent compiled)
    {
        EquatableArray<Paper> papers = compiled.Site.Archive.Papers;
        costs.Begin("theme, alone");
        var themer = new Themer(compiled.Content.Themes, compiled.Content.Tags);
        Parallel.For(0, papers.Count, i => themer.Score(papers[i].Title, papers[i].Abstract));
    }

    private (TemplateSet Templates, string Hash) LoadTemplates()
    {
        TemplateFiles all = BuiltInTemplates.Under(TemplateFiles.Read(options.Templates, options.TemplatesMustExist, _diagnostics));
        TemplateSet templates = TemplateSet.Load(all, [.. SitePages.Kinds, .. EntryTemplates.Kinds, .. MailTemplates.Kinds], options.Templates, _diagnostics) ?? throw Failure();
        return (templates, SiteInputs.OfTemplates(all));
    }

    private IReadOnlyList<PlannedFile> Plan(SiteModel site, TemplateSet templates, BuildInputs inputs)
    {
        IReadOnlyList<PlannedFile> pages = SitePages.Plan(site, templates);
        return PageMap.Plan(
            [
                .. pages,
                .. SiteFeeds.Plan(site),
                .. Sitemap.Plan(site, pages),
                .. SearchIndex.Plan(site, PaperAuthors.Byline),
                StaticApi.PlanBuild(site, inputs, options.BuiltAt, pages.Count(p => p.Path.IsPage)),
            ],
            _diagnostics);
    }

    // Kind by kind, pages first: they read the text of each paper that feeds and the index show again.
    private OutputFile[] Render(IReadOnlyList<PlannedFile> plan)
    {
        var files = new OutputFile[plan.Count];
        ILookup<string, int> byKind = Enumerable.Range(0, plan.Count).ToLookup(i => FileKind.Of(plan[i].Path), StringComparer.Ordinal);
        foreach (string kind in FileKind.All)
        {
            int[] places = [.. byKind[kind]];
            costs.Begin($"render {kind}");
            Parallel.ForEach(places, i => files[i] = new OutputFile(plan[i].Path, plan[i].Render(), plan[i].Source) { Texts = plan[i].Texts });
        }

        return files;
    }

    private void ProveLinks(BaseUrl baseUrl, OutputFile[] files)
    {
        costs.Begin("link proof");
        var proof = new LinkProof([.. files.Select(f => f.Path)], baseUrl);
        Parallel.For(
            0,
            files.Length,
            proof.NewReader,
            (i, _, reader) =>
            {
                reader.Read(i, files[i]);
                return reader;
            },
            reader => reader.Dispose());
        proof.Report(files, _diagnostics);
    }

    private void Record(CompiledContent compiled, OutputFile[] files)
    {
        costs.Begin("record");
        HashSet<SitePath> made = [.. files.Select(f => f.Path)];
        Ledger recorded = Recording.Record(compiled.Ledger, compiled.Site.Archive, compiled.Captures, made, compiled.Site.Archive.AsOf);
        Recording.Difference(compiled.Ledger, recorded);
        AddressProof.Check(compiled.Ledger, made, _diagnostics);
    }

    private int Publish(string output, OutputFile[] files)
    {
        costs.Begin("publish, fresh");
        PublishResult fresh = Publisher.Publish(output, files, _diagnostics) ?? throw Failure();
        costs.Begin("publish, unchanged");
        PublishResult again = Publisher.Publish(output, files, _diagnostics) ?? throw Failure();
        costs.End();
        return _diagnostics.HasErrors ? throw Failure()
            : (fresh.Written, again.Unchanged) == (files.Length, files.Length) ? files.Length
            : throw new InvalidOperationException($"{output}: {fresh} of {files.Length} files, then {again}");
    }

    private InvalidOperationException Failure() => new(string.Join('\n', _diagnostics.InOrder().Take(5)));
}
