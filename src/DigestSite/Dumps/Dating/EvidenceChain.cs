using System.Globalization;
using DigestSite.Papers;

namespace DigestSite.Dumps.Dating;

/// <summary>The few reasons that decide the years of a group's pages, in order, and how much else agrees.</summary>
internal sealed class EvidenceChain
{
    private readonly YearGroup _group;

    // From each page the shared paper that leads one step nearer to a page that decides; null on such a page.
    private readonly Dictionary<CapturePage, SharedDay?> _nearer = [];

    public EvidenceChain(YearGroup group)
    {
        _group = group;
        var pages = new Queue<CapturePage>(group.Pages.Where(Decides));
        foreach (CapturePage page in pages)
        {
            _nearer.Add(page, null);
        }

        while (pages.TryDequeue(out CapturePage? page))
        {
            foreach (SharedDay shared in page.Shared)
            {
                if (_nearer.TryAdd(shared.There.Page, new SharedDay(shared.There, shared.Here)))
                {
                    pages.Enqueue(shared.There.Page);
                }
            }
        }
    }

    public EquatableArray<DateEvidence> Of(CapturePage page)
    {
        var chain = new List<DateEvidence>();
        var shown = new HashSet<Clue>();
        if (page.Known is { } known)
        {
            chain.Add(new($"{known.Says}: that is final", known.Span));
        }
        else
        {
            CapturePage deciding = AddRoute(page, chain, shown);
            AddDecision(deciding, chain, shown);
        }

        chain.Add(new(Conclusion(page, shown), DatingReasons.DateSpan(page.Dump)));
        return chain.ToEquatableArray();
    }

    private static void Add(Clue clue, string reason, List<DateEvidence> chain, HashSet<Clue> shown)
    {
        chain.Add(new(reason, DatingReasons.Span(clue)));
        shown.Add(clue);
    }

    private static Clue? Printing(CapturePage page, int year) => page.Clues.FirstOrDefault(c => c.Full?.Year == year);

    private CapturePage AddRoute(CapturePage page, List<DateEvidence> chain, HashSet<Clue> shown)
    {
        CapturePage at = page;
        while (_nearer[at] is { } shared)
        {
            // Two steps by the same listing are one: of a paper's pages each is joined to the first alone.
            while (_nearer[shared.There.Page] is { } next && next.Here == shared.There)
            {
                shared = shared with { There = next.There };
            }

            Add(shared.Here, DatingReasons.Of(shared), chain, shown);
            at = shared.There.Page;
        }

        return at;
    }

    private void AddDecision(CapturePage page, List<DateEvidence> chain, HashSet<Clue> shown)
    {
        if (page.Exact.Count > 0)
        {
            Add(page.Exact[0].Here, DatingReasons.Of(page.Exact[0]), chain, shown);
            return;
        }

        Bound bound = StandsAlone(page) ? page.Grounds!.Value : _group.Decisive!.Value;
        Add(bound.Here, DatingReasons.Of(bound), chain, shown);
        for (int year = page.EarliestYear(bound.NotBefore); year < _group.Year; year++)
        {
            if (!_group.PrintsOwnYear && (Printing(page, year) ?? _group.Excluded.GetValueOrDefault(year)) is { } printed)
            {
                if (printed != bound.Here)
                {
                    Add(printed, DatingReasons.NotIn(printed), chain, shown);
                }
            }
            else if ((page.Fits(year) ? _group.Pages.FirstOrDefault(p => !p.Fits(year)) : page) is { } misfit)
            {
                string reason = string.Create(CultureInfo.InvariantCulture, $"not {year + misfit.Shift}, which does not have every day that {misfit.Dump.Name} prints");
                chain.Add(new(reason, DatingReasons.DateSpan(misfit.Dump)));
            }
        }
    }

    private bool Decides(CapturePage page) => _group.Exact.Count > 0
        ? page.Exact.Count > 0
        : _group.Decisive?.Here.Page == page || StandsAlone(page);

    // Whether a page's own grounds, and the years that it prints, tell its year without the rest of the group.
    private bool StandsAlone(CapturePage page)
    {
        if (page.Grounds is not { } bound)
        {
            return false;
        }

        int year = page.EarliestYear(bound.NotBefore);
        while (year < _group.Year && (!page.Fits(year) || (!_group.PrintsOwnYear && Printing(page, year) is not null)))
        {
            year++;
        }

        return year == _group.Year;
    }

    private string Conclusion(CapturePage page, HashSet<Clue> shown)
    {
        DateOnly date = page.Date!.Value;
        string so = page.Known is not null || _group.Exact.Count > 0
            ? $"so the capture is of {Routes.Iso(date)}"
            : $"so {Routes.Iso(date)} is the earliest {page.Day} that fits";
        string own = _group.PrintsOwnYear ? ", of a source that prints every year, since it would be later than the as-of date otherwise" : "";
        int agreeing = page.Clues.Count(c => !shown.Contains(c) && (Bound.Of(c) is { } bound ? bound.NotBefore <= date : c.Paper?.Full.Count > 0));
        string more = agreeing > 0 ? string.Create(CultureInfo.InvariantCulture, $"; {agreeing} more {(agreeing == 1 ? "listing agrees" : "listings agree")}") : "";
        return so + own + more;
    }
}
