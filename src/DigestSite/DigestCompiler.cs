using DigestSite.Curation;
using DigestSite.Diagnostics;
using DigestSite.Papers;
using DigestSite.Papers.Permanence;

namespace DigestSite;

/// <summary>Groups papers by capture date and puts the editors' words with them.</summary>
internal sealed class DigestCompiler(Content content, Ledger ledger, DiagnosticBag diagnostics)
{
    /// <summary>No date of change is later.</summary>
    public DateOnly LatestChange { get; init; } = DateOnly.MaxValue;

    /// <summary>The digests, newest first.</summary>
    /// <param name="papers">All papers; those taken down are in no digest.</param>
    /// <param name="notes">The notes that readers are to see.</param>
    /// <param name="asOf">The day from which scheduled notes are published.</param>
    public EquatableArray<Digest> Compile(IReadOnlyList<Capture> captures, IReadOnlyList<CuratedPaper> papers, IEnumerable<NoteSource> notes, DateOnly asOf)
    {
        ILookup<DateOnly, (Paper Paper, Appearance Place)> places = papers
            .Where(c => c.Edited?.HiddenBecause is null)
            .SelectMany(c => c.Paper.Appearances.Select(a => (c.Paper, Place: a)))
            .ToLookup(p => p.Place.Capture.Date);
        Dictionary<DateOnly, NoteSource> noteOf = notes.ToDictionary(n => n.Date);
        Dictionary<string, DumpSettings> settingsOf = content.Dumps.ToDictionary(d => d.Name, StringComparer.Ordinal);
        Dictionary<Slug, CuratedPaper> bySlug = papers.ToDictionary(c => c.Paper.Slug);
        CuratedPaper[] hidden = [.. papers.Where(c => c.Edited?.HiddenBecause is not null)];
        return captures
            .GroupBy(c => c.Date)
            .OrderByDescending(g => g.Key)
            .Select(day =>
            {
                EquatableArray<Capture> ofDay = day.OrderBy(c => c.Name, StringComparer.Ordinal).ToEquatableArray();
                EquatableArray<Paper> listed = InOrder(places[day.Key]);
                return new Digest
                {
                    Date = day.Key,
                    Changed = ledger.Digests.TryGetValue(day.Key, out RecordedDigest? recorded) ? Earlier(recorded.Changed, LatestChange) : day.Key,
                    IsInferred = day.Any(c => c.IsInferred),
                    Captures = ofDay,
                    IsLate = ofDay.All(c => ledger.IsLate(c.Name, c.Date)),
                    Papers = listed,
                    Note = noteOf.TryGetValue(day.Key, out NoteSource? note) ? Resolved(note, listed, bySlug, hidden) with { IsPreview = !note.IsPublished(asOf) } : null,
                    Origins = ofDay.Select(c => OriginOf(settingsOf.GetValueOrDefault(c.Name))).OfType<CaptureOrigin>().Distinct().ToEquatableArray(),
                };
            })
            .ToEquatableArray();
    }

    /// <summary>The earlier of two days: what was recorded as of a later day than this build is not shown with that day.</summary>
    public static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static EquatableArray<Paper> InOrder(IEnumerable<(Paper Paper, Appearance Place)> listed) => listed
        .OrderBy(p => p.Place.Capture.Name, StringComparer.Ordinal)
        .ThenBy(p => p.Place.Listing.Place)
        .Select(p => p.Paper)
        .DistinctBy(p => p.Slug)
        .ToEquatableArray();

    private static CaptureOrigin? OriginOf(DumpSettings? dump) =>
        dump is null or { Title: null, Query: null, Url: null } ? null : new(dump.Title, dump.Query, dump.Url);

    private DigestNote Resolved(NoteSource note, EquatableArray<Paper> listed, Dictionary<Slug, CuratedPaper> bySlug, IReadOnlyList<CuratedPaper> hidden)
    {
        var picks = new Dictionary<Paper, (Pick Pick, SourceSpan Span)>();
        foreach (PickSource pick in note.Picks)
        {
            PaperKey key = pick.Paper.Value;
            if (listed.FirstOrDefault(p => IsMeant(bySlug[p.Slug], key)) is { } paper)
            {
                if (!picks.TryAdd(paper, (new(paper, pick.Sentence), pick.Paper.Span)))
                {
                    diagnostics.Add(Catalog.PickedTwice.At(pick.Paper.Span, key, picks[paper].Span.Line));
                }
            }
            else if (hidden.Any(h => IsMeant(h, key)))
            {
                diagnostics.Add(Catalog.PickIsHidden.At(pick.Paper.Span, key));
            }
            else
            {
                IEnumerable<string> near = listed.Select(p => key.Slug is null ? p.Arxiv?.ToString() : p.Slug.ToString()).OfType<string>();
                diagnostics.Add(Catalog.PickNotInDigest.At(pick.Paper.Span, key, Routes.Iso(note.Date), Spelling.DidYouMean(key.Text, near)));
            }
        }

        return new(note.Markdown, picks.Values.OrderBy(p => p.Span.Line).ThenBy(p => p.Span.Column).Select(p => p.Pick).ToEquatableArray());
    }

    // A name that is an alias now still means the paper.
    private static bool IsMeant(CuratedPaper curated, PaperKey key) =>
        key.IsOf(curated.Paper)
        || curated.Edited?.Aliases.Any(a => key.Arxiv is { } id ? a.Value.Arxiv == id : a.Value.Arxiv is null && a.Value.AsSlug == key.Slug) == true;
}
