using DigestSite.Diagnostics;

namespace DigestSite.Collecting;

/// <summary>The site built with what was collected.</summary>
/// <param name="Kept">The answers that it builds with.</param>
/// <param name="Failed">Those that it does not build with, and why.</param>
/// <param name="Site">Built and without an error; null where the site has errors of its own.</param>
/// <param name="Found">All that was said of <paramref name="Site"/>, or of the site as it is.</param>
internal sealed record CollectedBuild(IReadOnlyList<Judged> Kept, IReadOnlyList<(Judged Answer, Diagnostic Because)> Failed, BuiltSite? Site, DiagnosticBag Found)
{
    /// <summary>Builds with as many of the answers as it can be built with.</summary>
    /// <param name="build">Builds the site with some of them in memory.</param>
    public static CollectedBuild Of(IReadOnlyList<Judged> answers, Func<IReadOnlyList<Judged>, (BuiltSite Site, DiagnosticBag Found)> build)
    {
        (BuiltSite site, DiagnosticBag found) = build(answers);
        if (!found.HasErrors)
        {
            return new(answers, [], site, found);
        }

        // With nothing collected yet, that there is no dump is no fault of the site's own.
        (BuiltSite bare, DiagnosticBag own) = answers.Count == 0 ? (site, found) : build([]);
        if (own.InOrder().Any(d => d.Severity == Severity.Error && (answers.Count == 0 || d.Descriptor != Catalog.NoDumps)))
        {
            return new([], [], null, own);
        }

        var kept = new List<Judged>();
        var failed = new List<(Judged, Diagnostic)>();
        (site, found) = (bare, own);
        Keep(answers);
        return new(kept, failed, found.HasErrors ? null : site, found);

        void Keep(IReadOnlyList<Judged> some)
        {
            (BuiltSite with, DiagnosticBag told) = build([.. kept, .. some]);
            if (!told.HasErrors)
            {
                kept.AddRange(some);
                (site, found) = (with, told);
            }
            else if (some.Count == 1)
            {
                failed.Add((some[0], told.InOrder().First(d => d.Severity == Severity.Error)));
            }
            else
            {
                int half = some.Count / 2;
                Keep([.. some.Take(half)]);
                Keep([.. some.Skip(half)]);
            }
        }
    }
}
