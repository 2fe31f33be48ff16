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
            if (url.Target is { } target)
            {
                CheckRedirect(url, target, ledger, made, diagnostics);
            }
        }

        foreach (RecordedPaper paper in ledger.Papers.Values)
        {
            // The API file goes where its page goes, and what is said of the page is said of both.
            SitePath page = Routes.Paper(paper.Slug);
            if (!ledger.Urls.ContainsKey(page) && !made.Contains(page))
            {
                diagnostics.Add(Catalog.UrlVanished.At(paper.Span, page, "say where it went with a line of its own"));
            }
        }
    }

    private static void Check(RecordedUrl url, IReadOnlySet<SitePath> made, DiagnosticBag diagnostics)
    {
        bool isMade = made.Contains(url.Path);
        if (url.State == UrlState.Live && !isMade)
        {
            diagnostics.Add(Catalog.UrlVanished.At(url.Span, url.Path, "change this line to where it went"));
        }
        else if (url.State == UrlState.Retired && isMade)
        {
            diagnostics.Add(Catalog.UrlReturned.At(url.Span, url.Path));
        }
    }

    private static void CheckRedirect(RecordedUrl url, SitePath target, Ledger ledger, IReadOnlySet<SitePath> made, DiagnosticBag diagnostics)
    {
        if (!made.Contains(target))
        {
            diagnostics.Add(Catalog.RedirectNowhere.At(url.Span, url.Path, target, "not made by this build"));
        }
        else if (ledger.Urls.TryGetValue(target, out RecordedUrl? next) && next.Target is not null)
        {
            diagnostics.Add(Catalog.RedirectNowhere.At(url.Span, url.Path, target, "a redirect itself"));
        }
        else if (!made.Contains(url.Path))
        {
            diagnostics.Add(Catalog.RedirectNowhere.At(url.Span, url.Path, target, "a file of another kind"));
        }
    }
}
