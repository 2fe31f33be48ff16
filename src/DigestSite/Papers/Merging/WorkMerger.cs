using DigestSite.Diagnostics;
using DigestSite.Papers.Permanence;

namespace DigestSite.Papers.Merging;

/// <summary>
/// Groups listings into works. Listings are one work when they share an arXiv id, or a title and no two different ids are
/// involved. The result depends on the set of listings alone: merging is commutative and idempotent.
/// </summary>
/// <param name="curated">The arXiv id that an editor gave the paper of this slug, or null.</param>
/// <param name="aliases">What editors say is one work; they may join even different ids.</param>
/// <param name="metadata">What is known of papers beside their listings; it gives ids to titles that have none, and makes no work by itself.</param>
internal sealed class WorkMerger(
    Ledger ledger, Func<Slug, ArxivId?> curated, DiagnosticBag diagnostics, IReadOnlyList<Alias>? aliases = null, Metadata? metadata = null)
{
    private readonly Metadata _metadata = metadata ?? Metadata.None;
    private readonly IReadOnlyList<Alias> _aliases = aliases ?? [];

    /// <summary>The works, oldest first: a total order by first capture, dump name and line.</summary>
    public IReadOnlyList<Work> Merge(IEnumerable<Capture> captures)
    {
        var works = new Dictionary<Identity, List<Appearance>>();
        foreach (TitleGroup sameTitle in new TitleGroups(ledger, _aliases, curated).Of(captures))
        {
            PlaceSameTitle(sameTitle, works);
        }

        return OneEach([.. works.Select(w => ToWork(w.Key, w.Value)).OrderByDescending(w => w.Oldest, Work.NewestFirst)]);
    }

    // When a recorded title turns out to name several works, the one under the recorded identity keeps the record, else the oldest.
    private static List<Work> OneEach(List<Work> works)
    {
        foreach (var rivals in works.Where(w => w.Recorded is not null).GroupBy(w => w.Recorded!.Slug).Where(g => g.Count() > 1).ToList())
        {
            Work keeper = rivals.FirstOrDefault(w => w.Arxiv is null == !w.Recorded!.First.IsArxiv) ?? rivals.First();
            foreach (Work rival in rivals.Where(w => w != keeper))
            {
                works[works.IndexOf(rival)] = rival with { Recorded = null };
            }
        }

        return works;
    }

    private void PlaceSameTitle(TitleGroup sameTitle, Dictionary<Identity, List<Appearance>> works)
    {
        ArxivId? given = GivenId(sameTitle);
        ArxivId[] printed = [.. sameTitle.PrintedIds.Distinct().Order()];
        ArxivId[] own = [.. printed.Where(id => !sameTitle.OtherIds.Contains(id))];
        printed = own.Length > 0 || given is not null ? own : printed;
        ArxivId[] known = given is null && printed.Length == 0 ? KnownIds(sameTitle) : printed;
        ArxivId? titleId = given ?? (known is [var only] ? only : null);
        if (given is null ? known.Length > 1 : known.Any(id => id != given))
        {
            ReportAmbiguous(sameTitle, given, known);
        }

        foreach (Appearance appearance in sameTitle.Appearances)
        {
            ArxivId? id = appearance.Listing.Arxiv is { } printedId && printed.Contains(printedId) ? printedId : titleId;
            Identity work = id is null ? sameTitle.Title : Identity.Of(id);
            if (!works.TryGetValue(work, out List<Appearance>? appearances))
            {
                works.Add(work, appearances = []);
            }

            appearances.Add(appearance);
        }
    }

    private ArxivId[] KnownIds(TitleGroup sameTitle) =>
        [.. sameTitle.Appearances.Select(a => TitleKey.Of(a.Listing)).Distinct(StringComparer.Ordinal).SelectMany(_metadata.IdsOf).Distinct().Order()];

    // What an editor says wins over what the ledger learned.
    private ArxivId? GivenId(TitleGroup sameTitle)
    {
        ArxivId? edited = sameTitle.Slug is { } slug ? curated(slug) : null;
        return edited ?? ledger.Find(sameTitle.Title)?.Identities.Select(i => i.Arxiv).FirstOrDefault(id => id is not null);
    }

    private void ReportAmbiguous(TitleGroup sameTitle, ArxivId? given, ArxivId[] printed)
    {
        string ids = string.Join(", ", printed.Append(given).OfType<ArxivId>().Distinct().Order());
        foreach (Appearance appearance in sameTitle.Appearances.Where(a => a.Listing.Arxiv is null))
        {
            SourceSpan title = appearance.Capture.Dump.TitleOf(appearance.Listing);
            diagnostics.Add(Catalog.TitleOfTwoPapers.At(title, appearance.Listing.Title, ids));
        }
    }

    private Work ToWork(Identity key, List<Appearance> appearances)
    {
        ArxivId? arxiv = key.Arxiv;
        appearances.Sort(Work.NewestFirst);
        string[] titles = [.. appearances.Select(a => TitleKey.Of(a.Listing)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new Work
        {
            Appearances = appearances.ToEquatableArray(),
            Metadata = arxiv is null ? [] : _metadata.Of(arxiv).ToEquatableArray(),
            Arxiv = arxiv,
            Recorded = Recorded(key, titles, arxiv),
        };
    }

    // A title leads to the recorded paper only where that paper is not known under another arXiv id, unless an editor corrects that.
    private RecordedPaper? Recorded(Identity key, string[] titles, ArxivId? arxiv) =>
        Own(ledger.Find(key)
            ?? titles
                .Select(t => ledger.Find(Identity.OfTitle(t)))
                .FirstOrDefault(r => r is not null && (arxiv is null || curated(r.Slug) == arxiv || r.Identities.All(i => i.Arxiv is null || i.Arxiv == arxiv))));

    // Of two recorded papers that an editor calls one, the one that the other is an alias of stays.
    private RecordedPaper? Own(RecordedPaper? recorded) =>
        recorded is null ? null
        : _aliases.FirstOrDefault(a => a.Recorded(ledger) == recorded) is not { } alias ? recorded
        : alias.OfSlug is { } slug ? ledger.Papers.GetValueOrDefault(slug, recorded)
        : ledger.Find(Identity.Of(alias.OfArxiv!)) ?? recorded;
}
