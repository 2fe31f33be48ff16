namespace DigestSite.Papers.Merging;

/// <summary>The abstract that is shown of all that were captured.</summary>
/// <param name="Text">White space folded.</param>
/// <param name="Reason">Why it is this one, for <c>explain</c>.</param>
/// <param name="Capture">The listing's capture; null when it is from a file that makes no digest.</param>
internal sealed record AbstractChoice(string Text, Dump Dump, Listing Listing, Capture? Capture, string Reason)
{
    /// <summary>
    /// The best: arXiv's own, which has lost neither backslashes nor ends, of its latest version; then a whole one before one that the page
    /// cut off; then the newest. Null when no source has one.
    /// </summary>
    public static AbstractChoice? Of(Work work)
    {
        AbstractChoice[] found =
        [
            .. work.Metadata.Where(e => e.Listing.Abstract is not null).Select(e => new AbstractChoice(e.Listing.Abstract!, e.Dump, e.Listing, null, "")),
            .. work.Appearances.Where(a => a.Listing.Abstract is not null).Select(a => new AbstractChoice(a.Listing.Abstract!, a.Capture.Dump, a.Listing, a.Capture, "")),
        ];
        AbstractChoice? best = found
            .OrderByDescending(c => c.IsArxivs)
            .ThenBy(c => c.IsCut)
            .ThenByDescending(c => c.IsArxivs ? c.Listing.Details?.Version ?? 0 : 0)
            .ThenByDescending(c => c.Capture is not null)
            .FirstOrDefault();
        return best is null ? null : best with { Reason = ReasonFor(best, found) };
    }

    private bool IsArxivs => Dump.Format == DumpFormat.Arxiv;

    private bool IsCut => Text.EndsWith('…') || Text.EndsWith("...", StringComparison.Ordinal);

    private static string ReasonFor(AbstractChoice best, AbstractChoice[] found) =>
        best.IsArxivs ? found.Any(c => !c.IsArxivs) ? "arXiv's own text; listing pages damage formulas" : "arXiv's own text"
        : found.Length == 1 ? "the only one"
        : !best.IsCut && found[0] != best && found.Any(c => c.IsCut) ? "the newest that is not cut off"
        : "the newest";
}
