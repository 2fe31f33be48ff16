using DigestSite.Diagnostics;

namespace DigestSite.Links;

/// <summary>Proves that every link of the finished site leads somewhere, from the bytes that would be written and nothing else.</summary>
internal static class LinkProof
{
    /// <summary>Reads every file and reports each link that does not hold. No network is asked.</summary>
    /// <param name="quoted">Addresses that captured text mentions: they are its authors', so they are counted and not judged.</param>
    /// <param name="unjudged">Addresses of other sites that are counted and not judged.</param>
    public static LinkReport Check(IReadOnlyList<OutputFile> files, BaseUrl baseUrl, DiagnosticBag diagnostics, IReadOnlySet<string>? quoted = null, EquatableArray<AddressPattern> unjudged = default)
    {
        var site = new SiteFiles(files, baseUrl, quoted, unjudged);
        PageProof[] proofs = Read(site);
        IEnumerable<Finding> findings = proofs.SelectMany(p => p.Findings).Concat(proofs.SelectMany(p => BrokenFragments(p, proofs, site)));
        new Findings(files, baseUrl).Report(findings, diagnostics);
        return new(proofs.Sum(p => p.Links), proofs.Count(p => p.Anchors is not null), External(proofs, files), site.Unlinked());
    }

    private static PageProof[] Read(SiteFiles site)
    {
        var proofs = new PageProof[site.Files.Count];
        Parallel.For(
            0,
            proofs.Length,
            () => new LinkJudge(site),
            (file, _, judge) =>
            {
                proofs[file] = judge.Judge(file);
                return judge;
            },
            judge => judge.Dispose());
        return proofs;
    }

    private static IEnumerable<Finding> BrokenFragments(PageProof page, PageProof[] proofs, SiteFiles site)
    {
        foreach (FragmentLink link in page.Fragments)
        {
            HashSet<string> anchors = proofs[link.Target].Anchors!;
            if (!Fragments.IsOn(anchors, link.Fragment))
            {
                string address = site.BaseUrl.Href(site.Files[link.Target].Path);
                yield return new(Fragments.Missing($"`{address}`", link.Fragment, anchors), link.At);
            }
        }
    }

    private static ExternalLink[] External(PageProof[] proofs, IReadOnlyList<OutputFile> files) =>
    [
        .. proofs
            .SelectMany(p => p.External)
            .GroupBy(link => link.Url, StringComparer.Ordinal)
            .Select(group => (First: group.MinBy(link => (files[link.File].Path, link.Range.Offset)), Pages: group.Select(link => link.File).Distinct().Count()))
            .Select(link => new ExternalLink(link.First.Url, files[link.First.File], link.First.Place, link.First.Range, link.Pages))
            .OrderBy(link => link.Url, StringComparer.Ordinal),
    ];
}
