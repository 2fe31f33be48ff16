using DigestSite.Curation;
using DigestSite.Diagnostics;
using DigestSite.Papers;
using DigestSite.Scaffolding;

namespace DigestSite.Enriching;

/// <summary>What an enrichment would do.</summary>
/// <param name="Wanted">How many papers have no arXiv id.</param>
/// <param name="Records">How many papers of arXiv's were looked at.</param>
/// <param name="Told">How many papers were found and are left to the editor.</param>
/// <param name="Ids">What is proposed, by slug.</param>
/// <param name="Papers">papers.yml with it; null when nothing is proposed.</param>
internal sealed record EnrichmentPlan(int Wanted, int Records, int Told, IReadOnlyList<NewPaperId> Ids, ExtendedPapers? Papers);

/// <summary>
/// Gives papers without an arXiv id the one that arXiv's metadata has under their title, in papers.yml, for an editor to review. What
/// contradicts, or could be several, is told and not written.
/// </summary>
/// <param name="progress">Told the name of each step as it begins.</param>
internal sealed class Enrichment(BuildOptions options, DiagnosticBag diagnostics, Action<string>? progress = null)
{
    private readonly string _path = Path.Combine(options.Content, ContentFiles.PapersName);

    /// <summary>Null when there is anything wrong with the site or the metadata, which has then been reported.</summary>
    /// <param name="read">Has the metadata read: <see cref="ArxivMetadata.Read(string)"/> or <see cref="ArxivMetadata.Scan"/>.</param>
    public EnrichmentPlan? Plan(Func<ArxivMetadata, int?> read)
    {
        if (Compiled(options) is not { } compiled)
        {
            return null;
        }

        var wanted = new WantedTitles(compiled.Papers);
        int? records = read(new ArxivMetadata(wanted, diagnostics, progress));
        if (records is null || diagnostics.HasErrors)
        {
            return null;
        }

        var matching = new Matching(compiled, wanted, diagnostics);
        IReadOnlyList<NewPaperId> ids = matching.Proposed();
        var plan = new EnrichmentPlan(wanted.Papers.Count, records.Value, matching.Told, ids, null);
        if (ids.Count == 0 || diagnostics.HasErrors)
        {
            return diagnostics.HasErrors ? null : plan;
        }

        SourceText file = compiled.Site.Texts.Papers is [var there] ? there : new(_path.Replace('\\', '/'), "");
        ExtendedPapers? papers = new NewPaperIds(ids).AddTo(file, diagnostics);
        return papers is not null && IsRight(papers, ids, compiled) ? plan with { Papers = papers } : null;
    }

    /// <summary>Writes papers.yml in one step; false when it could not be, which has then been reported.</summary>
    public bool Write(EnrichmentPlan plan)
    {
        if (plan.Papers is not { } papers)
        {
            return true;
        }

        return IsAsRead(papers) && NewFiles.Replace(_path, papers.Text.Text, Catalog.NotWritten, diagnostics);
    }

    private CompiledContent? Compiled(BuildOptions of)
    {
        var found = new DiagnosticBag();
        CompiledContent? compiled = new SiteBuilder(of, found, progress).Compile();
        foreach (Diagnostic error in found.InOrder().Where(d => d.Severity == Severity.Error))
        {
            diagnostics.Add(error);
        }

        return found.HasErrors ? null : compiled;
    }

    // The site with the new text is compiled before it is written: each paper has its id and is the paper that it was.
    private bool IsRight(ExtendedPapers papers, IReadOnlyList<NewPaperId> ids, CompiledContent before)
    {
        if (Compiled(options with { PapersText = papers.Text.Text }) is not { } after)
        {
            return false;
        }

        Dictionary<Slug, Paper> known = before.Papers.ToDictionary(p => p.Paper.Slug, p => p.Paper);
        Dictionary<Slug, ArxivId> given = ids.ToDictionary(i => i.Slug, i => i.Arxiv);
        bool isRight = after.Papers.Count == before.Papers.Count && after.Papers.All(p =>
            known.TryGetValue(p.Paper.Slug, out Paper? old)
            && p.Paper.Arxiv == (given.GetValueOrDefault(p.Paper.Slug) ?? old.Arxiv)
            && (p.Paper.Identity == old.Identity || !before.Ledger.Papers.ContainsKey(old.Slug)));
        return isRight ? true : throw new InvalidOperationException("an id changed another paper than its own");
    }

    // Reading takes its time, in which an editor may have written.
    private bool IsAsRead(ExtendedPapers papers)
    {
        string now = Path.Exists(_path) && InputFile.Read(_path, papers.Text.Name, diagnostics) is { } bytes && Utf8Text.Decode(bytes, papers.Text.Name, diagnostics) is { } file ? file.Text : "";
        if (now == papers.Before)
        {
            return true;
        }

        diagnostics.Add(Catalog.PapersChanged.At(SourceSpan.File(papers.Text.Name)));
        return false;
    }
}
