using DigestSite.Diagnostics;

namespace DigestSite.Papers.Permanence;

/// <summary>A published address never vanishes silently (law 6).</summary>
internal static class AddressProof
{
    /// <summary>Reports each recorded address that <paramref name="made"/> lacks, and each that it should not make.</summary>
    public static void Check(Ledger ledger, IReadOnlySet<SitePath> made, DiagnosticBag diagnostics)
    {
        foreach (RecordedUrl url in ledger.Urls.Values)
        {
            Check(url, made, diagnostics);
        }

        foreach (RecordedPaper paper in ledger.Papers.Values)
        {
            foreach (SitePath path in (SitePath[])[Routes.Paper(paper.Slug), Routes.ApiPaper(paper.Slug)])
            {
                if (!ledger.Urls.ContainsKey(path) && !made.Contains(path) && !IsGoneWithItsPage(path, paper, ledger))
                {
                    diagnostics.Add(Catalog.UrlVanished.At(paper.Span, path));
                }
            }
        }
    }

    private static void Check(RecordedUrl url, IReadOnlySet<SitePath> made, DiagnosticBag diagnostics)
    {
        bool isMade = made.Contains(url.Path);
        if (url.State == UrlState.Live && !isMade)
        {
            diagnostics.Add(Catalog.UrlVanished.At(url.Span, url.Path));
        }
        else if (url.State == UrlState.Retired && isMade)
        {
            diagnostics.Add(Catalog.UrlReturned.At(url.Span, url.Path));
        }

        if (url.Target is { } target && !made.Contains(target))
        {
            diagnostics.Add(Catalog.RedirectNowhere.At(url.Span, url.Path, target));
        }
    }

    // Retiring or redirecting a paper's page says enough of its API file.
    private static bool IsGoneWithItsPage(SitePath path, RecordedPaper paper, Ledger ledger) =>
        path == Routes.ApiPaper(paper.Slug)
        && ledger.Urls.TryGetValue(Routes.Paper(paper.Slug), out RecordedUrl? page) && page.State != UrlState.Live;
}
