using DigestSite.Curation;
using DigestSite.Papers;
using DigestSite.Papers.Merging;

namespace DigestSite.Explaining;

/// <summary>Why a listing is of the paper it was merged into.</summary>
internal static class MergeReasons
{
    /// <summary>All that holds, strongest first; never empty.</summary>
    public static IReadOnlyList<string> Of(CompiledContent compiled, CuratedPaper curated, Listing listing)
    {
        Paper paper = curated.Paper;
        var title = Identity.OfTitle(TitleKey.Of(listing));
        var reasons = new List<string>();
        if (listing.Arxiv is { } printed && printed == paper.Arxiv)
        {
            reasons.Add("it prints the same arXiv id");
        }

        if (title == Identity.OfTitle(TitleKey.Of(paper.Appearances[0].Listing)))
        {
            reasons.Add("the same title as the newest");
        }

        reasons.AddRange((curated.Edited?.Aliases ?? [])
            .Where(a => a.Value.Arxiv is { } id ? listing.Arxiv == id : a.Value.Slug is { } slug ? Slug.FromTitle(listing.Title) == slug : title == a.Value.Title)
            .Select(a => $"papers.yml calls `{a.Value}` an alias [{Account.Place(a.Span)}]"));
        if (compiled.Ledger.Find(title) is { } recorded && recorded.Slug == paper.Slug)
        {
            reasons.Add($"the ledger knows this title as the paper's [{Account.Place(recorded.Span)}]");
        }

        if (paper.Arxiv is not null && compiled.Content.ArxivOf(Slug.FromTitle(listing.Title)) == paper.Arxiv)
        {
            PaperOverride given = compiled.Content.Papers.For(Slug.FromTitle(listing.Title), null)!;
            reasons.Add($"papers.yml gives this title the paper's arXiv id [{Account.Place(given.Given?.Span ?? given.Span)}]");
        }

        if (listing.Arxiv is null && curated.Paper.Metadata.FirstOrDefault(m => Identity.OfTitle(TitleKey.Of(m.Listing)) == title) is { } known)
        {
            reasons.Add($"{known.Dump.Source.Name} gives this title the paper's arXiv id");
        }

        return reasons.Count > 0 ? reasons : ["a name that leads here"];
    }

    /// <summary>Where the paper's arXiv id comes from.</summary>
    public static string ArxivSource(CompiledContent compiled, CuratedPaper curated)
    {
        ArxivId id = curated.Paper.Arxiv!;
        return curated.Edited?.Arxiv == id ? $"papers.yml [{Account.Place(curated.Edited.Given?.Span ?? curated.Edited.Span)}]"
            : curated.Paper.Appearances.FirstOrDefault(a => a.Listing.Arxiv == id) is { } place ? $"printed [{Account.Place(place)}]"
            : curated.Paper.Metadata.FirstOrDefault(m => curated.Paper.Appearances.Any(a => TitleKey.Of(a.Listing) == TitleKey.Of(m.Listing))) is { } known
                ? $"the metadata, by its title [{Account.Place(known.Dump.TitleOf(known.Listing))}]"
            : compiled.Ledger.Find(Identity.Of(id)) is { } recorded ? $"the ledger [{Account.Place(recorded.Span)}]"
            : "merged with a listing that has it";
    }
}
