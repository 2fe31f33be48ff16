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
            Check(url, ledger, made, diagnostics);
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
                diagnostics.Add(Catalog.UrlVanished.At(paper.Span, page, WaysOut(page)));
            }
        }
    }

    private static void Check(RecordedUrl url, Ledger ledger, IReadOnlySet<SitePath> made, DiagnosticBag diagnostics)
    {
        bool isMade = made.Contains(url.Path);
        if (url.State == UrlState.Live && !isMade)
        {
            bool goesWithPage = PageOf(url.Path) is { } page && ledger.Urls.GetValueOrDefault(page) is { State: UrlState.Live } && !made.Contains(page);
            diagnostics.Add(Catalog.UrlVanished.At(url.Span, url.Path, goesWithPage ? $"say where its page went: this goes with `/{PageOf(url.Path)}`" : WaysOut(url.Path)));
        }
        else if (url.State == UrlState.Retired && isMade)
        {
            diagnostics.Add(Catalog.UrlReturned.At(url.Span, url.Path));
        }
    }

    /// <summary>The page that a file or a lower page goes with when that moves or goes; null for what stands for itself.</summary>
    public static SitePath? PageOf(SitePath path)
    {
        if (Routes.DigestOfApi(path) is { } digest)
        {
            return digest;
        }

        string text = path.ToString();
        int slash = text.AsSpan().TrimEnd('/').LastIndexOf('/');
        return slash < 0 ? null : new SitePath(text[..(slash + 1)]);
    }

    private static string WaysOut(SitePath path) =>
        $"say where it went: `digest record --redirect /{path} NEW`; or that it is gone for good: `digest record --retire /{path}`";

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
