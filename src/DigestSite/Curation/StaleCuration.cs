using DigestSite.Diagnostics;
using DigestSite.Papers;
using DigestSite.Papers.Permanence;

namespace DigestSite.Curation;

/// <summary>Finds what editors said of papers and dumps that are not there.</summary>
internal static class StaleCuration
{
    /// <summary>Reports each entry of papers.yml and dumps.yml that is about nothing in the archive.</summary>
    /// <param name="papers">All papers, those taken down too.</param>
    /// <param name="ledger">What was said of a recorded paper or day waits for its dump to come back.</param>
    public static void Report(
        Content content, IReadOnlyCollection<Paper> papers, IReadOnlyCollection<string> dumpNames, Ledger ledger, DiagnosticBag diagnostics)
    {
        ReportPapers(content.Papers, papers, ledger, diagnostics);
        ReportNotes(content.Notes, papers, ledger, diagnostics);
        foreach (DumpSettings dump in content.Dumps.Where(d => !dumpNames.Contains(d.Name)))
        {
            diagnostics.Add(Catalog.DumpSettingsWithoutDump.At(dump.Span, dump.Name, Spelling.DidYouMean(dump.Name, dumpNames)));
        }
    }

    private static void ReportNotes(EquatableArray<NoteSource> notes, IReadOnlyCollection<Paper> papers, Ledger ledger, DiagnosticBag diagnostics)
    {
        HashSet<DateOnly> dates = [.. papers.SelectMany(p => p.Appearances).Select(a => a.Capture.Date), .. ledger.Dumps.Values.Select(d => d.Date)];
        foreach (NoteSource note in notes.Where(n => !dates.Contains(n.Date)))
        {
            string date = Routes.Iso(note.Date);
            diagnostics.Add(Catalog.NoteWithoutDigest.At(note.Source.At(0), date, Spelling.DidYouMean(date, dates.OrderDescending().Select(Routes.Iso))));
        }
    }

    private static void ReportPapers(PaperOverrides overrides, IReadOnlyCollection<Paper> papers, Ledger ledger, DiagnosticBag diagnostics)
    {
        Dictionary<Slug, Paper> bySlug = papers.ToDictionary(p => p.Slug);
        ILookup<ArxivId, Paper> byArxiv = papers.Where(p => p.Arxiv is not null).ToLookup(p => p.Arxiv!);
        var seen = new Dictionary<Paper, PaperOverride>(ReferenceEqualityComparer.Instance);
        foreach (PaperOverride o in overrides.All)
        {
            Paper? paper = o.Key.Slug is { } slug ? bySlug.GetValueOrDefault(slug) : byArxiv[o.Arxiv!].FirstOrDefault();
            if (paper is null && o.Key.Slug is { } known && ledger.Papers.ContainsKey(known))
            {
                continue;
            }

            if (paper is null)
            {
                // An editor rarely mistypes the first letter, and thousands of names are slow to compare.
                string[] near = [.. papers.Select(p => o.Key.Slug is null ? p.Arxiv?.ToString() : p.Slug.ToString()).OfType<string>().Where(n => n[0] == o.Key.Text[0])];
                diagnostics.Add(Catalog.OverrideWithoutPaper.At(o.Span, o.Key, Spelling.DidYouMean(o.Key.Text, near)));
            }
            else if (!seen.TryAdd(paper, o))
            {
                diagnostics.Add(Catalog.TwoOverrides.At(o.Span, o.Key, seen[paper].Key, seen[paper].Span.Line));
            }
        }
    }
}
