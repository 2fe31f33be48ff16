using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Curation;

/// <summary>Finds what editors said of papers and dumps that are not there.</summary>
internal static class StaleCuration
{
    /// <summary>Reports each entry of papers.yml and dumps.yml that is about nothing in the archive.</summary>
    /// <param name="isRecorded">Whether a paper once had this slug: what was said of it waits for its dump to come back.</param>
    public static void Report(
        Content content, IReadOnlyCollection<Paper> papers, IReadOnlyCollection<string> dumpNames, Func<Slug, bool> isRecorded, DiagnosticBag diagnostics)
    {
        ReportPapers(content.Papers, papers, isRecorded, diagnostics);
        foreach (DumpSettings dump in content.Dumps.Where(d => !dumpNames.Contains(d.Name)))
        {
            diagnostics.Add(Catalog.DumpSettingsWithoutDump.At(dump.Span, dump.Name, Spelling.DidYouMean(dump.Name, dumpNames)));
        }
    }

    private static void ReportPapers(PaperOverrides overrides, IReadOnlyCollection<Paper> papers, Func<Slug, bool> isRecorded, DiagnosticBag diagnostics)
    {
        Dictionary<Slug, Paper> bySlug = papers.ToDictionary(p => p.Slug);
        ILookup<ArxivId, Paper> byArxiv = papers.Where(p => p.Arxiv is not null).ToLookup(p => p.Arxiv!);
        var seen = new Dictionary<Paper, PaperOverride>(ReferenceEqualityComparer.Instance);
        foreach (PaperOverride o in overrides.All)
        {
            Paper? paper = o.Slug is { } slug ? bySlug.GetValueOrDefault(slug) : byArxiv[o.Arxiv!].FirstOrDefault();
            if (paper is null && o.Slug is { } known && isRecorded(known))
            {
                continue;
            }

            if (paper is null)
            {
                // An editor rarely mistypes the first letter, and thousands of names are slow to compare.
                string[] near = [.. papers.Select(p => o.Slug is null ? p.Arxiv?.ToString() : p.Slug.ToString()).OfType<string>().Where(n => n[0] == o.Key[0])];
                diagnostics.Add(Catalog.OverrideWithoutPaper.At(o.Span, o.Key, Spelling.DidYouMean(o.Key, near)));
            }
            else if (!seen.TryAdd(paper, o))
            {
                diagnostics.Add(Catalog.TwoOverrides.At(o.Span, o.Key, seen[paper].Key, seen[paper].Span.Line));
            }
        }
    }
}
