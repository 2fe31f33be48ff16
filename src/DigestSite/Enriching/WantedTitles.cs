using DigestSite.Curation;
using DigestSite.Papers;
using DigestSite.Papers.Merging;

namespace DigestSite.Enriching;

/// <summary>A paper whose arXiv id is not known.</summary>
/// <param name="Keys">Its folded titles, those of all its listings and what editors call it; none when they are too general to prove anything.</param>
internal sealed record WantedPaper(CuratedPaper Curated, IReadOnlyList<string> Keys)
{
    public Slug Slug => Curated.Paper.Slug;
}

/// <summary>The titles to be looked for, and what was found of them.</summary>
internal sealed class WantedTitles
{
    // No work has so many: the rest would only take memory.
    private const int MostOfOneTitle = 8;

    private readonly Dictionary<string, List<ArxivRecord>> _found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ArxivRecord>>.AlternateLookup<ReadOnlySpan<char>> _foundOf;

    public WantedTitles(IEnumerable<CuratedPaper> papers)
    {
        Papers = [.. papers.Where(p => p.Paper.Arxiv is null && p.Edited?.HiddenBecause is null).Select(p => new WantedPaper(p, KeysOf(p))).OrderBy(p => p.Slug)];
        foreach (string key in Papers.SelectMany(p => p.Keys))
        {
            _found.TryAdd(key, []);
        }

        _foundOf = _found.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>By slug.</summary>
    public IReadOnlyList<WantedPaper> Papers { get; }

    public bool Has(ReadOnlySpan<char> key) => _foundOf.ContainsKey(key);

    /// <summary>Takes a record if its title is wanted.</summary>
    public void Add(ArxivRecord record)
    {
        if (_found.TryGetValue(TextFolding.FoldTitle(record.Title), out List<ArxivRecord>? ofTitle)
            && ofTitle.Count < MostOfOneTitle
            && !ofTitle.Exists(r => r.Id == record.Id))
        {
            ofTitle.Add(record);
        }
    }

    /// <summary>What arXiv has under any title of the paper, by id, each once.</summary>
    public IReadOnlyList<ArxivRecord> FoundOf(WantedPaper paper) => [.. paper.Keys.SelectMany(k => _found[k]).DistinctBy(r => r.Id).OrderBy(r => r.Id)];

    private static string[] KeysOf(CuratedPaper curated) =>
    [
        .. curated.Paper.Appearances.Select(a => a.Listing.Title)
            .Append(curated.Paper.Title)
            .Concat(curated.Edited?.Aliases.Where(a => a.Value.Title is not null).Select(a => a.Value.Text) ?? [])
            .Select(TextFolding.FoldTitle)
            .Where(k => k.Length > 0 && !TitleKey.IsGeneric(k))
            .Distinct(StringComparer.Ordinal),
    ];
}
