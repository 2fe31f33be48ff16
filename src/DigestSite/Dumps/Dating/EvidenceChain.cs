using System.Globalization;
using DigestSite.Papers;

namespace DigestSite.Dumps.Dating;

/// <summary>The few reasons that decide a group's year, in order, and how much else agrees.</summary>
internal sealed class EvidenceChain
{
    private readonly YearGroup _group;

    // From each page the shared paper that leads one step nearer to a page that decides.
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
        if (page.Known is { } known)
        {
            chain.Add(new($"{known.Says}: that is final", known.Span));
        }
        else
        {
            CapturePage deciding = AddRoute(page, chain);
            if (_group.Exact.Find(e => e.Here.Page == deciding) is { } exact)
            {
                chain.Add(new(DatingReasons.Of(exact), DatingReasons.Span(exact.Here)));
            }
            else
            {
                Bound bound = Bound.Strongest(deciding)!.Value;
                chain.Add(new(DatingReasons.Of(bound), DatingReasons.Span(bound.Here)));
                AddSkippedYears(bound, chain);
            }
        }

        chain.Add(Conclusion(page, chain));
        return chain.ToEquatableArray();
    }

    private bool Decides(CapturePage page) => _group.Exact.Count > 0
        ? _group.Exact.Exists(e => e.Here.Page == page)
        : Bound.Strongest(page) is { } bound && page.EarliestYear(bound.NotBefore) == _group.Floor;

    private CapturePage AddRoute(CapturePage page, List<DateEvidence> chain)
    {
        CapturePage at = page;
        while (_nearer[at] is { } shared)
        {
            chain.Add(new(DatingReasons.Of(shared), DatingReasons.Span(shared.Here)));
            at = shared.There.Page;
        }

        return at;
    }

    private void AddSkippedYears(Bound bound, List<DateEvidence> chain)
    {
        for (int year = _group.Floor; year < _group.Year; year++)
        {
            if (_group.Pages.FirstOrDefault(p => !p.Fits(year)) is { } misfit)
            {
                string reason = string.Create(CultureInfo.InvariantCulture, $"not {year + misfit.Shift}, which does not have every day that {misfit.Dump.Name} prints");
                chain.Add(new(reason, DatingReasons.DateSpan(misfit.Dump)));
            }
            else if (_group.Excluded[year] != bound.Here)
            {
                chain.Add(new(DatingReasons.NotIn(_group.Excluded[year]), DatingReasons.Span(_group.Excluded[year])));
            }
        }
    }

    private DateEvidence Conclusion(CapturePage page, List<DateEvidence> chain)
    {
        int shown = chain.Select(e => e.Span).Distinct().Count(span => page.Clues.Any(c => DatingReasons.Span(c) == span));
        int agreeing = page.Clues.Count(c => Bound.Of(c) is not null || c.Paper?.Full.Count > 0) - shown;
        string day = page.Day.ToString();
        string so = page.Known is not null || _group.Exact.Count > 0
            ? $"so the capture is of {Routes.Iso(page.Date!.Value)}"
            : $"so {Routes.Iso(page.Date!.Value)} is the earliest {day} that fits";
        string own = _group.PrintsOwnYear ? ", of a source that prints every year, since it would be later than the as-of date otherwise" : "";
        string more = agreeing > 0 ? string.Create(CultureInfo.InvariantCulture, $"; {agreeing} more {(agreeing == 1 ? "listing agrees" : "listings agree")}") : "";
        return new(so + own + more, DatingReasons.DateSpan(page.Dump));
    }
}
