using DigestSite.Curation;
using DigestSite.Diagnostics;
using DigestSite.Dumps.Dating;
using DigestSite.Papers;
using DigestSite.Papers.Merging;
using DigestSite.Papers.Permanence;

namespace DigestSite;

/// <summary>What editors, the ledger and the metadata know of captures and papers before any is dated.</summary>
internal static class FactsForDating
{
    /// <summary>Gathers them.</summary>
    /// <param name="pinned">Whose dates are final: the ledger, or an empty one.</param>
    public static DatingFacts Of(Content content, Ledger ledger, Ledger pinned, Metadata metadata, BuildOptions options) => new()
    {
        Given = content.Dumps.Where(d => d.Year is not null).Select(d => (d.Name, Year: new GivenYear(d.Year!.Value, d.Year.Span)))
            .Concat(options.ExtraDumps.Where(d => d.Year is not null).Select(d => (d.Name, Year: new GivenYear(d.Year!.Value, SourceSpan.File("--year")))))
            .ToDictionary(d => d.Name, d => d.Year, StringComparer.Ordinal),
        GivenDates = content.Dumps.Where(d => d.Date is not null).ToDictionary(d => d.Name, d => new GivenDate(d.Date!.Value, d.Date.Span), StringComparer.Ordinal),
        Recorded = pinned.Dumps.ToDictionary(d => d.Key, d => new RecordedDate(d.Value.Date, d.Value.Span), StringComparer.Ordinal),
        PaperOf = TitleKey.Of,
        ArxivOf = l => l.Arxiv ?? (SlugOf(l, ledger) is { } slug ? content.ArxivOf(slug) : null) ?? metadata.IdOf(l),
        AsOf = options.AsOf,
        RecordedOn = options.RecordedOn,
    };

    // A slug that a recorded paper has is not a new title's, however alike the two look.
    private static Slug? SlugOf(Listing listing, Ledger ledger)
    {
        if (ledger.Find(Identity.OfTitle(TitleKey.Of(listing))) is { } recorded)
        {
            return recorded.Slug;
        }

        var slug = Slug.FromTitle(listing.Title);
        return ledger.Papers.ContainsKey(slug) ? null : slug;
    }
}
