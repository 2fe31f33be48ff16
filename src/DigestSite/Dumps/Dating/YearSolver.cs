namespace DigestSite.Dumps.Dating;

/// <summary>
/// Gives each group the earliest year that satisfies everything. A year only ever rises, and a year that rises only ever raises others,
/// so there is one least solution, whatever the order.
/// </summary>
internal sealed class YearSolver(IReadOnlyList<YearGroup> groups, DateOnly? asOf)
{
    // Years that skip an excluded leap year, over a turn of the century without one (2096 to 2104).
    private const int LongestGap = 8;

    private readonly Queue<YearGroup> _changed = new();
    private int _last;

    public void Solve()
    {
        _last = NewestYear() + LongestGap;
        foreach (YearGroup group in groups)
        {
            if (group.IsTorn)
            {
                continue;
            }

            if (group.IsFixed)
            {
                group.Year ??= group.Exact[0].Year;
                _changed.Enqueue(group);
                continue;
            }

            foreach (CapturePage page in group.Pages)
            {
                page.Grounds = Bound.Strongest(page);
                if (page.Grounds is { } bound)
                {
                    Raise(bound);
                }
            }
        }

        while (_changed.TryDequeue(out YearGroup? group))
        {
            foreach (PaperTrail paper in group.Papers)
            {
                Spread(paper);
            }
        }
    }

    // What a newly dated paper says of every page that lists it.
    private void Spread(PaperTrail paper)
    {
        if (!paper.Update())
        {
            return;
        }

        foreach (Clue clue in paper.Clues)
        {
            YearGroup group = clue.Page.Group;
            if (paper.Earliest is null)
            {
                Raise(group, YearGroup.NoYear, null);
            }
            else if (Bound.Elsewhere(clue) is { } bound && (paper.Earliest.Page.Group != group || bound.NotBefore > clue.Page.Date))
            {
                // A group is no evidence of its own year, unless it is evidence against it.
                Raise(bound);
            }
        }
    }

    private void Raise(Bound bound) => Raise(bound.Here.Page.Group, bound.Here.Page.EarliestYear(bound.NotBefore), bound);

    private void Raise(YearGroup group, int floor, Bound? bound)
    {
        if (group.IsFixed || floor <= group.Floor)
        {
            return;
        }

        group.Floor = floor;
        group.Decisive = bound;
        int year = Earliest(group);
        if (year != group.Year)
        {
            group.Year = year;
            _changed.Enqueue(group);
        }
    }

    // A page that elides nothing may stand alone in printing its own year too. It is not taken to, since a page of January
    // looks the same, unless it would be later than the as-of date otherwise.
    private int Earliest(YearGroup group)
    {
        int year = Earliest(group, group.Excluded.ContainsKey);
        if (group.Pages is [{ Elides: false } page] && asOf is { } latest && (year == YearGroup.NoYear || page.On(year) > latest))
        {
            int own = Earliest(group, _ => false);
            group.PrintsOwnYear = own != YearGroup.NoYear && page.On(own) <= latest;
            return group.PrintsOwnYear ? own : year;
        }

        return year;
    }

    private int Earliest(YearGroup group, Func<int, bool> isExcluded)
    {
        for (int year = group.Floor; year <= _last; year++)
        {
            if (!isExcluded(year) && group.Pages.All(p => p.Fits(year)))
            {
                return year;
            }
        }

        return YearGroup.NoYear;
    }

    private int NewestYear()
    {
        int newest = 1;
        foreach (YearGroup group in groups)
        {
            newest = Math.Max(newest, Math.Max(group.Year ?? 1, group.Excluded.Count == 0 ? 1 : group.Excluded.Keys.Max()));
            foreach (Clue clue in group.Pages.SelectMany(p => p.Clues))
            {
                newest = Math.Max(newest, clue.Arxiv?.Month.Year ?? 1);
            }
        }

        return newest;
    }
}
