using DigestSite.Diagnostics;

namespace DigestSite.Links;

/// <summary>Proves that every link of a site leads somewhere, from the bytes that would be written and nothing else. No network is asked.</summary>
/// <remarks>Where each file goes is known first; then each is read by <see cref="Reader"/>, in any order and on any thread, and at last <see cref="Report"/> compares.</remarks>
/// <param name="paths">Where the files go.</param>
/// <param name="quoted">Addresses that captured text mentions: they are its authors', so they are counted and not judged.</param>
/// <param name="unjudged">Addresses of other sites that are counted and not judged.</param>
internal sealed class LinkProof(IReadOnlyList<SitePath> paths, BaseUrl baseUrl, IReadOnlySet<string>? quoted = null, EquatableArray<AddressPattern> unjudged = default)
{
    private readonly SiteFiles _site = new(paths, baseUrl, quoted, unjudged);
    private readonly PageProof[] _proofs = new PageProof[paths.Count];

    /// <summary>The proof of a whole site whose files are there already.</summary>
    public static LinkReport Check(IReadOnlyList<OutputFile> files, BaseUrl baseUrl, DiagnosticBag diagnostics)
    {
        var proof = new LinkProof([.. files.Select(f => f.Path)], baseUrl);
        using (Reader reader = proof.NewReader())
        {
            for (int i = 0; i < files.Count; i++)
            {
                reader.Read(i, files[i]);
            }
        }

        return proof.Report(files, diagnostics);
    }

    public Reader NewReader() => new(this);

    /// <summary>Reports each link that does not hold, when all files have been read.</summary>
    public LinkReport Report(IReadOnlyList<OutputFile> files, DiagnosticBag diagnostics)
    {
        IEnumerable<Finding> findings = _proofs.SelectMany(p => p.Findings).Concat(_proofs.SelectMany(BrokenFragments));
        new Findings(files, _site.BaseUrl).Report(findings, diagnostics);
        return new(_proofs.Sum(p => p.Links), _proofs.Count(p => p.Anchors is not null), new(() => External(files)), [.. files.Where((_, i) => !_site.IsLinked(i))])
        {
            Sightings = Sightings(),
        };
    }

    // Only these are held on to, not the anchors beside them.
    private IEnumerable<Sighting> Sightings()
    {
        Sighting[][] byFile = [.. _proofs.Select(p => p.External)];
        return byFile.SelectMany(s => s);
    }

    private IEnumerable<Finding> BrokenFragments(PageProof page)
    {
        foreach (FragmentLink link in page.Fragments)
        {
            IReadOnlySet<string> anchors = _proofs[link.Target].Anchors!;
            if (!Fragments.IsOn(anchors, link.Fragment))
            {
                string address = _site.BaseUrl.Href(_site.Paths[link.Target]);
                yield return new(Fragments.Missing($"`{address}`", link.Fragment, anchors), link.At);
            }
        }
    }

    private ExternalLink[] External(IReadOnlyList<OutputFile> files) =>
    [
        .. _proofs
            .SelectMany(p => p.External)
            .GroupBy(link => link.Url, StringComparer.Ordinal)
            .Select(group => (First: group.MinBy(link => (files[link.File].Path, link.Range.Offset)), Pages: group.Select(link => link.File).Distinct().Count()))
            .Select(link => new ExternalLink(link.First.Url, files[link.First.File], link.First.Place, link.First.Range, link.Pages))
            .OrderBy(link => link.Url, StringComparer.Ordinal),
    ];

    /// <summary>Reads finished files one after the other. One a thread.</summary>
    internal sealed class Reader(LinkProof proof) : IDisposable
    {
        private readonly LinkJudge _judge = new(proof._site);

        public void Read(int file, OutputFile output) => proof._proofs[file] = _judge.Judge(file, output);

        public void Dispose() => _judge.Dispose();
    }
}
