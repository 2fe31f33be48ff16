using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Dumps.Dating;

/// <summary>Finds the year of every capture from evidence, all dumps together, and says why.</summary>
/// <remarks>
/// A page prints its own day without a year and elides the year of every paper of the capture's year. A year printed in full is therefore not the
/// capture's. Only a page that elides nothing may be of a source that prints every year, its own too: for such a page this yields
/// to what is harder (a known year, the as-of date) and holds otherwise, since an eliding source's page of January looks the same.
/// </remarks>
internal static class DumpDating
{
    // One date may be off, even of a day that has no more papers.
    private const int FewestNewer = 2;

    // Around the end of a year a list may stand still for a week.
    private const int MostDaysOlder = 10;

    /// <summary>
    /// The captures by date, then name, whatever the order of <paramref name="dumps"/>. A dump whose year cannot be known is reported and left out.
    /// </summary>
    public static IReadOnlyList<Capture> Date(IReadOnlyList<Dump> dumps, DatingFacts facts, DiagnosticBag diagnostics)
    {
        CaptureIndex index = CaptureIndex.Of(dumps, facts, diagnostics);
        new YearSolver(index.Groups, facts.AsOf).Solve();
        var captures = new List<Capture>();
        foreach (YearGroup group in index.Groups)
        {
            if (IsDated(group, facts, diagnostics))
            {
                var chain = new EvidenceChain(group);
                captures.AddRange(group.Pages.Select(page => Settle(page, chain, facts, diagnostics)));
            }
        }

        return [.. captures.OrderBy(c => c.Date).ThenBy(c => c.Name, StringComparer.Ordinal)];
    }

    private static Capture Settle(CapturePage page, EvidenceChain chain, DatingFacts facts, DiagnosticBag diagnostics)
    {
        DateOnly date = page.Date!.Value;
        if (date > facts.AsOf)
        {
            diagnostics.Add(Catalog.AfterAsOf.At(
                DatingReasons.DateSpan(page.Dump), Routes.Iso(date), Routes.Iso(facts.AsOf.Value), DatingReasons.Yaml(page.Dump.Name, facts.AsOf.Value.Year)));
        }
        else if (facts.RecordedOn is { } today && date > today.AddDays(1) && !facts.Recorded.ContainsKey(page.Dump.Name))
        {
            // Where the day begins first it is one day on.
            diagnostics.Add(Catalog.DayToCome.At(DatingReasons.DateSpan(page.Dump), Routes.Iso(date)));
        }

        return new() { Dump = page.Dump, Date = date, IsInferred = page.Known?.IsInferred ?? true, Evidence = chain.Of(page) };
    }

    private static bool IsDated(YearGroup group, DatingFacts facts, DiagnosticBag diagnostics)
    {
        if (group.Pages[0].Known is { } known)
        {
            ReportAgainst(group.Pages[0], known, facts, diagnostics);
            return true;
        }

        if (group.Exact.Count > 0)
        {
            return !ReportContradiction(group, diagnostics);
        }

        if (group.Year is { } year and not YearGroup.NoYear)
        {
            return true;
        }

        foreach (CapturePage page in group.Pages)
        {
            string yaml = DatingReasons.Yaml(page.Dump.Name, facts.AsOf?.Year);
            SourceSpan span = DatingReasons.DateSpan(page.Dump);
            diagnostics.Add(group.Year is null ? Catalog.YearUnknown.At(span, yaml) : Catalog.NoYearFits.At(span, WhyNone(page), yaml));
        }

        return false;
    }

    private static void ReportAgainst(CapturePage page, KnownDate known, DatingFacts facts, DiagnosticBag diagnostics)
    {
        if (page.Dump.PrintsYears)
        {
            if (!facts.GivenDates.ContainsKey(page.Dump.Name))
            {
                ReportNewerPapers(page, known, diagnostics);
                ReportOlderPapers(page, known, diagnostics);
            }

            return;
        }

        foreach ((Clue clue, string reason) in Contradictions.Of(page))
        {
            diagnostics.Add(known.IsRecorded
                ? Catalog.AgainstRecord.At(DatingReasons.Span(clue), reason, known.Says, Routes.Iso(known.Date))
                : Catalog.AgainstKnownYear.At(DatingReasons.Span(clue), reason, known.Says));
        }
    }

    // The day that was asked for is a fact, and a date in an answer may be off: only when most of them are is it the answer for another day.
    private static void ReportNewerPapers(CapturePage page, KnownDate known, DiagnosticBag diagnostics)
    {
        Clue[] newer = [.. page.Clues.Where(c => Bound.Of(c)?.NotBefore > known.Date)];
        if (newer.Length >= FewestNewer && newer.Length * 2 > page.Clues.Count)
        {
            Bound first = Bound.Of(newer[0])!.Value;
            diagnostics.Add(Catalog.NamedBeforePapers.At(
                DatingReasons.Span(newer[0]), known.Says, newer.Length, page.Clues.Count, DatingReasons.Of(first)));
        }
    }

    // A list of papers by day is of the day on which they came, or of the working day before.
    private static void ReportOlderPapers(CapturePage page, KnownDate known, DiagnosticBag diagnostics)
    {
        if (page.Dump is { IsNamedForDay: true, Date.Full: { } newest } && !known.IsRecorded && newest.AddDays(MostDaysOlder) < known.Date)
        {
            diagnostics.Add(Catalog.NamedAfterPapers.At(DatingReasons.DateSpan(page.Dump), known.Says, Routes.Iso(newest), DatingReasons.YamlDate(page.Dump.Name, known.Date)));
        }
    }

    private static bool ReportContradiction(YearGroup group, DiagnosticBag diagnostics)
    {
        ExactYear first = group.Exact[0];
        if (group.Exact.Find(e => e.Year != first.Year) is { } other)
        {
            Report(DatingReasons.Span(other.Here), DatingReasons.Of(other), first);
            return true;
        }

        bool contradicted = false;
        foreach (CapturePage page in group.Pages)
        {
            ExactYear exact = page.Exact.Count > 0 ? page.Exact[0] : first;
            if (!page.Fits(exact.Year))
            {
                Report(DatingReasons.DateSpan(page.Dump), $"{page.Dump.Name} prints a day that this year does not have", exact);
                contradicted = true;
                continue;
            }

            foreach ((Clue clue, string reason) in Contradictions.Of(page))
            {
                Report(DatingReasons.Span(clue), reason, exact);
                contradicted = true;
            }
        }

        return contradicted;

        void Report(SourceSpan span, string reason, ExactYear exact) =>
            diagnostics.Add(Catalog.PagesContradict.At(span, reason, DatingReasons.Of(exact), OtherPlace(span, exact)));

        static string OtherPlace(SourceSpan span, ExactYear exact) =>
            DatingReasons.Place(DatingReasons.Span(exact.Here) == span ? exact.There : exact.Here);
    }

    private static string WhyNone(CapturePage page)
    {
        foreach (Clue clue in page.Clues)
        {
            Clue? other = clue is { Elided: null, Paper: { Earliest: null } paper } ? paper.Clues.FirstOrDefault(c => c.Elided is not null) : null;
            if (other is not null && other.Page != page && other.Page.Group.Year == YearGroup.NoYear)
            {
                return $"{DatingReasons.Quote(clue.Listing)} is listed here, and the page that dates it, at {DatingReasons.Place(other)}, would always be later";
            }
        }

        return "no year has every day that it and the pages of its year print";
    }
}
