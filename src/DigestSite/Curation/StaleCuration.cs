using DigestSite.Diagnostics;
using DigestSite.Papers;
using DigestSite.Papers.Permanence;

namespace DigestSite.Curation;

/// <summary>Finds what editors said of papers and dumps that are not there.</summary>
internal static class StaleCuration
{
    /// <summary>Reports each entry of papers.yml and dumps.yml that is about nothing in the archive.</summary>
    /// <param name="papers">All papers, those taken down too.</param>
    /// <param name="moved">Recorded papers that are aliases now.</param>
    /// <param name="ledger">What was said of a recorded paper or day waits for its dump to come back.</param>
    public static void Report(
        Content content, IReadOnlyCollection<Paper> papers, EquatableArray<MovedPaper> moved, IReadOnlyCollection<string> dumpNames, Ledger ledger, DiagnosticBag diagnostics)
    {
        ReportPapers(content.Papers, papers, moved, ledger, diagnostics);
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

    /// <summary>Reports each recorded capture that is no longer there: its papers and addresses go with it.</summary>
    public static void ReportGone(Ledger ledger, IReadOnlyCollection<string> dumpNames, DiagnosticBag diagnostics)
    {
        foreach (RecordedDump gone in ledger.Dumps.Values.Where(d => !dumpNames.Contains(d.Name)))
        {
            diagnostics.Add(Catalog.CaptureGone.At(gone.Span, gone.Name));
        }
    }

    /// <summary>Tells of each note that a site built for <paramref name="asOf"/> does not show.</summary>
    public static void ReportUnseen(EquatableArray<NoteSource> notes, DateOnly asOf, DiagnosticBag diagnostics)
    {
        foreach (NoteSource note in notes.Where(n => !n.IsPublished(asOf)))
        {
            diagnostics.Add(note.IsDraft
                ? Catalog.NoteNotShown.At(note.Source.At(0), "it is a draft", "take `draft: true` away when it is ready; `--drafts` shows it before")
                : Catalog.NoteNotShown.At(note.Source.At(0), $"it waits for {Routes.Iso(note.PublishAfter!.Value)}, and the site is built for {Routes.Iso(asOf)}", $"build with `--as-of {Routes.Iso(note.PublishAfter!.Value)}` on that day, or take `publish_after` away"));
        }
    }

    // The entry whose paper took this one in.
    private static PaperOverride? MovedInto(PaperOverride entry, PaperOverrides overrides, EquatableArray<MovedPaper> moved) =>
        moved.FirstOrDefault(m => m.From == entry.Key.Slug) is { } move ? overrides.For(move.To, null) : null;

    private static void ReportPapers(PaperOverrides overrides, IReadOnlyCollection<Paper> papers, EquatableArray<MovedPaper> moved, Ledger ledger, DiagnosticBag diagnostics)
    {
        Dictionary<Slug, Paper> bySlug = papers.ToDictionary(p => p.Slug);
        ILookup<ArxivId, Paper> byArxiv = papers.Where(p => p.Arxiv is not null).ToLookup(p => p.Arxiv!);
        var seen = new Dictionary<Paper, PaperOverride>(ReferenceEqualityComparer.Instance);
        foreach (PaperOverride o in overrides.All)
        {
            Paper? paper = o.Key.Slug is { } slug ? bySlug.GetValueOrDefault(slug) : byArxiv[o.Arxiv!].FirstOrDefault();
            if (paper is null && MovedInto(o, overrides, moved) is { } own)
            {
                diagnostics.Add(Catalog.AliasHasEntry.At(o.Span, o.Key, own.Key, own.Span.Line));
            }
            else if (paper is null && o.Key.Slug is { } known && ledger.Papers.ContainsKey(known))
            {
                continue;
            }
            else if (paper is null && o.Aliases.Select(a => a.Value.Of(o.Key).Recorded(ledger)).FirstOrDefault(r => r is not null) is { } recorded)
            {
                diagnostics.Add(Catalog.RecordedNameStays.At(o.Span, o.Key, recorded.Slug));
            }
            else if (paper is null)
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
