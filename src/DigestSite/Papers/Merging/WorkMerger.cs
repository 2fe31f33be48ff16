using DigestSite.Diagnostics;
using DigestSite.Papers.Permanence;

namespace DigestSite.Papers.Merging;

/// <summary>
/// Groups listings into works. Listings are one work when they share an arXiv id, or a title and no two different ids are
/// involved. The result depends on the set of listings alone: merging is commutative and idempotent.
/// </summary>
/// <param name="curated">The arXiv id that an editor gave the paper of this slug, or null.</param>
internal sealed class WorkMerger(Ledger ledger, Func<Slug, ArxivId?> curated, DiagnosticBag diagnostics)
{
    /// <summary>The works, oldest first: a total order by first capture, dump name and line.</summary>
    public IReadOnlyList<Work> Merge(IEnumerable<Capture> captures)
    {
        IGrouping<Identity, Appearance>[] titles =
        [
            .. captures
                .SelectMany(c => c.Dump.Listings.Select(l => new Appearance(c, l)))
                .Order(Work.NewestFirst)
                .GroupBy(a => TitleOf(a.Listing))
                .OrderByDescending(t => t.Last(), Work.NewestFirst),
        ];
        var works = new Dictionary<Identity, List<Appearance>>();
        var claimed = new HashSet<Slug>(ledger.Papers.Keys);
        foreach (IGrouping<Identity, Appearance> sameTitle in titles)
        {
            PlaceSameTitle(sameTitle, works, claimed);
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

    // Titles that the ledger knows as one paper are one title.
    private Identity TitleOf(Listing listing)
    {
        var title = Identity.OfTitle(TitleKey.Of(listing));
        return ledger.Find(title)?.Identities.Where(i => !i.IsArxiv).Order().Cast<Identity?>().FirstOrDefault() ?? title;
    }

    private void PlaceSameTitle(IGrouping<Identity, Appearance> sameTitle, Dictionary<Identity, List<Appearance>> works, HashSet<Slug> claimed)
    {
        ArxivId[] printed = [.. sameTitle.Select(a => a.Listing.Arxiv).OfType<ArxivId>().Distinct().Order()];
        ArxivId? given = GivenId(sameTitle, claimed);
        ArxivId? titleId = given ?? (printed is [var only] ? only : null);
        if (given is null ? printed.Length > 1 : printed.Any(id => id != given))
        {
            ReportAmbiguous(sameTitle, given, printed);
        }

        foreach (Appearance appearance in sameTitle)
        {
            ArxivId? id = appearance.Listing.Arxiv ?? titleId;
            Identity work = id is null ? sameTitle.Key : Identity.Of(id);
            if (!works.TryGetValue(work, out List<Appearance>? appearances))
            {
                works.Add(work, appearances = []);
            }

            appearances.Add(appearance);
        }
    }

    // What an editor says wins over what the ledger learned. Of several new titles with one slug, the oldest will have it.
    private ArxivId? GivenId(IGrouping<Identity, Appearance> sameTitle, HashSet<Slug> claimed)
    {
        RecordedPaper? recorded = ledger.Find(sameTitle.Key);
        if (recorded is null)
        {
            var slug = Slug.FromTitle(sameTitle.First().Listing.Title);
            return claimed.Add(slug) ? curated(slug) : null;
        }

        return curated(recorded.Slug) ?? recorded.Identities.Select(i => i.Arxiv).FirstOrDefault(id => id is not null);
    }

    private void ReportAmbiguous(IGrouping<Identity, Appearance> sameTitle, ArxivId? given, ArxivId[] printed)
    {
        string ids = string.Join(", ", printed.Append(given).OfType<ArxivId>().Distinct().Order());
        foreach (Appearance appearance in sameTitle.Where(a => a.Listing.Arxiv is null))
        {
            SourceSpan title = appearance.Capture.Dump.Source.At(appearance.Listing.TitleLine, 1, appearance.Listing.Title.Length);
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
            Arxiv = arxiv,
            Recorded = Recorded(key, titles, arxiv),
        };
    }

    // A title leads to the recorded paper only where that paper is not known under another arXiv id, unless an editor corrects that.
    private RecordedPaper? Recorded(Identity key, string[] titles, ArxivId? arxiv) =>
        ledger.Find(key)
        ?? titles
            .Select(t => ledger.Find(Identity.OfTitle(t)))
            .FirstOrDefault(r => r is not null && (arxiv is null || curated(r.Slug) == arxiv || r.Identities.All(i => i.Arxiv is null || i.Arxiv == arxiv)));
}
