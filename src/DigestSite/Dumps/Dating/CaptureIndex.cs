using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Dumps.Dating;

/// <summary>All pages by dump name, the papers they share, and the groups of pages that elide one year.</summary>
internal sealed class CaptureIndex
{
    private readonly List<CapturePage> _pages = [];
    private readonly Dictionary<string, PaperTrail> _papers = new(StringComparer.Ordinal);
    private readonly List<YearGroup> _groups = [];

    public IReadOnlyList<YearGroup> Groups => _groups;

    public static CaptureIndex Of(IReadOnlyList<Dump> dumps, DatingFacts facts, DiagnosticBag diagnostics)
    {
        var index = new CaptureIndex();
        foreach (Dump dump in dumps.OrderBy(d => d.Name, StringComparer.Ordinal))
        {
            if (KnownDate.TryRead(dump, facts, diagnostics, out PrintedDate day, out KnownDate? known))
            {
                index.Add(new CapturePage(dump, day, known), facts, diagnostics);
            }
        }

        foreach (PaperTrail paper in index._papers.Values)
        {
            paper.FindFullDates();
            Share(paper);
        }

        index.GroupPages();
        index._groups.ForEach(Exclude);
        foreach (PaperTrail paper in index._papers.Values)
        {
            Assign(paper);
        }

        index._groups.ForEach(g => g.Exact.AddRange(g.Pages.SelectMany(p => p.Exact)));
        return index;
    }

    private void Add(CapturePage page, DatingFacts facts, DiagnosticBag diagnostics)
    {
        _pages.Add(page);
        if (page.Known is { } known)
        {
            page.Group = new YearGroup([page]) { Year = known.Date.Year - page.Shift };
            _groups.Add(page.Group);
        }

        foreach (Listing listing in page.Dump.Listings)
        {
            PaperTrail? paper = facts.PaperOf(listing) is { } key ? Paper(key) : null;
            var clue = new Clue(page, listing, paper, facts.ArxivOf(listing), DayOf(listing, page, diagnostics));
            page.Add(clue);
            paper?.Add(clue);
        }
    }

    private PaperTrail Paper(string key)
    {
        if (!_papers.TryGetValue(key, out PaperTrail? paper))
        {
            paper = new();
            _papers.Add(key, paper);
        }

        return paper;
    }

    private static PrintedDate? DayOf(Listing listing, CapturePage page, DiagnosticBag diagnostics)
    {
        if (listing.Published is not { Exists: true } printed)
        {
            return null; // Where the calendar has no such day, the reader has said so.
        }

        if (printed.Year is not null || page.CanShow(printed))
        {
            return printed;
        }

        string capture = page.Known is { } known ? Routes.Iso(known.Date) : page.Day.ToString();
        diagnostics.Add(Catalog.ElidedAfterCapture.At(DatingReasons.DateSpan(page.Dump, listing), DatingReasons.Quote(listing), printed, capture));
        return null;
    }

    // Each page is joined to the first that prints the same day: enough to reach one from another in two steps.
    private static void Share(PaperTrail paper)
    {
        var firsts = new List<Clue>();
        foreach (Clue clue in paper.Clues)
        {
            if (clue.Elided is null || clue.Page.Known is not null)
            {
                continue;
            }

            Clue? first = firsts.Find(f => f.Elided == clue.Elided);
            if (first is null)
            {
                firsts.Add(clue);
            }
            else if (first.Page != clue.Page)
            {
                clue.Page.Shared.Add(new(clue, first));
                first.Page.Shared.Add(new(first, clue));
            }
        }
    }

    private void GroupPages()
    {
        foreach (CapturePage start in _pages.Where(p => p.Known is null))
        {
            if (start.Group != YearGroup.None)
            {
                continue;
            }

            var pages = new List<CapturePage> { start };
            var group = new YearGroup(pages);
            start.Group = group;
            for (int i = 0; i < pages.Count; i++)
            {
                foreach (CapturePage next in pages[i].Shared.Select(s => s.There.Page).Where(p => p.Group == YearGroup.None))
                {
                    next.Group = group;
                    pages.Add(next);
                }
            }

            pages.Sort(static (a, b) => string.CompareOrdinal(a.Dump.Name, b.Dump.Name));
            _groups.Add(group);
        }
    }

    private static void Exclude(YearGroup group)
    {
        foreach (Clue clue in group.Pages.Where(p => !p.Dump.PrintsYears).SelectMany(p => p.Clues))
        {
            if (clue.Full is { } full)
            {
                group.Excluded.TryAdd(full.Year, clue);
            }
        }
    }

    private static void Assign(PaperTrail paper)
    {
        foreach (Clue clue in paper.Clues.Where(c => c.Elided is not null && c.Page.Known is null))
        {
            YearGroup group = clue.Page.Group;
            if (paper.Full.Count == 0 && (group.Papers.Count == 0 || group.Papers[^1] != paper))
            {
                group.Papers.Add(paper);
            }

            foreach (Clue full in paper.Full)
            {
                DateOnly date = full.Published!.Value;
                if (clue.Elided!.Value.In(date.Year) == date && !clue.Page.Exact.Exists(e => e.Year == date.Year))
                {
                    clue.Page.Exact.Add(new(date.Year, clue, full));
                }
            }
        }
    }
}
