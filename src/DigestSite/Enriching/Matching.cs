using DigestSite.Curation;
using DigestSite.Diagnostics;
using DigestSite.Papers;
using DigestSite.Papers.Permanence;
using DigestSite.Scaffolding;

namespace DigestSite.Enriching;

/// <summary>Decides what of the records that were found is proposed, and tells the editor of the rest.</summary>
internal sealed class Matching(CompiledContent compiled, WantedTitles wanted, DiagnosticBag diagnostics)
{
    /// <summary>How many papers were told.</summary>
    public int Told { get; private set; }

    /// <summary>The ids that nothing speaks against, by slug.</summary>
    public IReadOnlyList<NewPaperId> Proposed()
    {
        Dictionary<ArxivId, string> owners = Owners();
        var single = new List<(WantedPaper Paper, ArxivRecord Record)>();
        foreach (WantedPaper paper in wanted.Papers)
        {
            switch (wanted.FoundOf(paper))
            {
                case []:
                    break;
                case [var only]:
                    single.Add((paper, only));
                    break;
                case var several:
                    Tell(paper, Catalog.TitleOfSeveralIds, string.Join(", ", several.Select(Described)), paper.Slug, several[0].Id);
                    break;
            }
        }

        ILookup<ArxivId, WantedPaper> claims = single.ToLookup(s => s.Record.Id, s => s.Paper);
        return [.. single.Where(s => IsPlausible(s.Paper, s.Record, owners, claims[s.Record.Id])).Select(s => new NewPaperId(s.Paper.Slug, s.Record.Id, Comment(s.Paper, s.Record)))];
    }

    private bool IsPlausible(WantedPaper paper, ArxivRecord record, Dictionary<ArxivId, string> owners, IEnumerable<WantedPaper> claimants)
    {
        string? owner = owners.GetValueOrDefault(record.Id) ?? claimants.FirstOrDefault(c => c != paper)?.Slug.ToString();
        if (owner is not null)
        {
            Tell(paper, Catalog.IdOfAnotherPaper, record.Id, owner, paper.Slug);
        }
        else if (Judgement.Of(paper.Curated.Paper, record).Against is { } against)
        {
            Tell(paper, Catalog.IdContradicted, record.Id, against, paper.Slug);
        }
        else if (!IsAddressSure(paper.Curated.Paper))
        {
            Tell(paper, Catalog.AddressNotSure, record.Id);
        }
        else
        {
            return true;
        }

        return false;
    }

    private static string Comment(WantedPaper paper, ArxivRecord record) => "proposed by enrich: " + Judgement.Of(paper.Curated.Paper, record).For;

    private static string Described(ArxivRecord record) => record.Published is { } published ? $"{record.Id} of {Routes.Iso(published)}" : record.Id.ToString();

    // What tells a new paper's address from that of another of its title is made of its identity, which an id would change.
    private bool IsAddressSure(Paper paper) => compiled.Ledger.Papers.ContainsKey(paper.Slug) || Slug.FromTitle(paper.Appearances[0].Listing.Title) == paper.Slug;

    // Every id that is somebody's, by whatever word.
    private Dictionary<ArxivId, string> Owners()
    {
        var owners = new Dictionary<ArxivId, string>();
        foreach (CuratedPaper known in compiled.Papers.Where(p => p.Paper.Arxiv is not null))
        {
            owners.TryAdd(known.Paper.Arxiv!, known.Paper.Slug.ToString());
        }

        foreach (PaperOverride entry in compiled.Content.Papers.All)
        {
            foreach (ArxivId id in entry.Aliases.Select(a => a.Value.Arxiv).Append(entry.Arxiv).OfType<ArxivId>())
            {
                owners.TryAdd(id, entry.Key.Text);
            }
        }

        foreach (RecordedPaper recorded in compiled.Ledger.Papers.Values)
        {
            foreach (ArxivId id in recorded.Identities.Select(i => i.Arxiv).OfType<ArxivId>())
            {
                owners.TryAdd(id, recorded.Slug.ToString());
            }
        }

        return owners;
    }

    private void Tell(WantedPaper paper, DiagnosticDescriptor what, params object?[] arguments)
    {
        Appearance newest = paper.Curated.Paper.Appearances[0];
        diagnostics.Add(what.At(newest.Capture.Dump.TitleOf(newest.Listing), arguments));
        Told++;
    }
}
