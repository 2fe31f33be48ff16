using System.Globalization;
using DigestSite.Papers;

namespace DigestSite.Pages;

/// <summary>How weeks and months look to templates. A period without digests has no page.</summary>
internal sealed class PeriodPages
{
    // A busy month has a thousand papers; its digests name them all.
    private const int NamedAtMost = 150;
    private const int NamedByTheme = 8;

    private readonly SiteFrame _frame;
    private readonly PaperProjection _papers;
    private readonly DigestProjection _digests;
    private readonly Calendar _calendar;

    public PeriodPages(SiteFrame frame, PaperProjection papers, DigestProjection digests, Calendar calendar, Archive archive)
    {
        (_frame, _papers, _digests, _calendar) = (frame, papers, digests, calendar);
        Weeks = [.. archive.Digests.GroupBy(d => IsoWeek.Of(d.Date)).Select(g => new Period(Routes.Week(g.Key), Name(g.Key), g.Key.Monday, [.. g]))];
        Months = [.. archive.Digests.GroupBy(d => Calendar.FirstOf(d.Date)).Select(g => new Period(Routes.Month(g.Key), Calendar.NameOf(g.Key), g.Key, [.. g]))];
    }

    /// <summary>Every week with digests, newest first.</summary>
    public IReadOnlyList<Period> Weeks { get; }

    /// <summary>Every month with digests, newest first.</summary>
    public IReadOnlyList<Period> Months { get; }

    public PeriodPage Week(int index)
    {
        Period week = Weeks[index];
        DateText first = DateText.Of(week.First), last = DateText.Of(week.First.AddDays(6));
        DateOnly month = Calendar.FirstOf(week.Digests[^1].Date);
        return Page(Weeks, index, "Week", $"{first.Human} to {last.Human}") with { Month = new(Calendar.NameOf(month), _frame.Href(Routes.Month(month))) };
    }

    public PeriodPage Month(int index) => Page(Months, index, "Month", null) with { Calendar = _calendar.Month(Months[index].First) };

    private PeriodPage Page(IReadOnlyList<Period> all, int index, string kind, string? days)
    {
        Period period = all[index];
        Paper[] papers = [.. period.Digests.SelectMany(d => d.Papers).DistinctBy(p => p.Slug)];
        string count = SiteFrame.Count(papers.Length, "paper");
        string description = $"{period.Name}{(days is null ? "" : $" ({days})")}: {count} of {SiteFrame.Count(period.Digests.Length, "digest")}, by theme.";
        return new(
            _frame.Site(period.Path),
            _frame.Page(period.Path, period.Name, description, data: StructuredData.Collection(period.Name, _frame.Settings, new Crumb("Digests", Routes.Digests))),
            kind,
            period.Name,
            days,
            count,
            null,
            null,
            [.. period.Digests.Select(_digests.Row)],
            [.. Themes(papers)],
            index + 1 < all.Count ? Link(all[index + 1]) : null,
            index > 0 ? Link(all[index - 1]) : null,
            period.Digests.Any(d => d.IsInferred));
    }

    private IEnumerable<ThemeTitles> Themes(Paper[] papers) =>
        DigestProjection.ByTheme(papers).Select(g => Group(g.Key, [.. g], papers.Length > NamedAtMost ? NamedByTheme : int.MaxValue));

    private ThemeTitles Group(Theme theme, Paper[] papers, int named)
    {
        IEnumerable<Paper> first = papers.Length <= named ? papers : papers.OrderByDescending(p => p.Appearances.Count).ThenByDescending(p => p.Upvotes ?? 0).Take(named);
        int more = Math.Max(0, papers.Length - named);
        return new(theme.Title, _frame.Href(Routes.Theme(theme.Id)), papers.Length, [.. first.Select(_papers.Title)], more == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"and {more:N0} more, in the digests above"));
    }

    private LinkPart Link(Period period) => new(period.Name, _frame.Href(period.Path));

    private static string Name(IsoWeek week) => $"Week {week.Number} of {week.Year}";
}

/// <summary>A week or a month with digests.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Digests">Newest first.</param>
internal sealed record Period(SitePath Path, string Name, DateOnly First, Digest[] Digests);
