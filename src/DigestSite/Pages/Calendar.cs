using System.Globalization;
using DigestSite.Papers;

namespace DigestSite.Pages;

/// <summary>Digests as a calendar shows them.</summary>
internal sealed class Calendar
{
    private const int DaysPerWeek = 7;

    private readonly SiteFrame _frame;
    private readonly HashSet<DateOnly> _digests;
    private readonly HashSet<IsoWeek> _weeks;

    public Calendar(SiteFrame frame, Archive archive)
    {
        _frame = frame;
        _digests = [.. archive.Digests.Select(d => d.Date)];
        _weeks = [.. archive.Digests.Select(d => IsoWeek.Of(d.Date))];
    }

    /// <summary>The month that <paramref name="first"/> begins, week by week.</summary>
    public CalendarPart Month(DateOnly first)
    {
        var weeks = new List<CalendarWeek>();
        for (DateOnly monday = IsoWeek.Of(first).Monday; monday <= LastOf(first); monday = monday.AddDays(DaysPerWeek))
        {
            IsoWeek week = IsoWeek.Of(monday);
            weeks.Add(new(week.Number, _weeks.Contains(week) ? _frame.Href(Routes.Week(week)) : null, Days(monday, first.Month)));
        }

        return new(NameOf(first), [.. weeks]);
    }

    /// <summary>The months of a year that have digests, in order.</summary>
    public MonthCell[] Year(int year) =>
    [
        .. _digests.Where(d => d.Year == year).GroupBy(FirstOf).OrderBy(m => m.Key)
            .Select(m => new MonthCell(m.Key.ToString("MMMM", CultureInfo.InvariantCulture), _frame.Href(Routes.Month(m.Key)), SiteFrame.Count(m.Count(), "digest"))),
    ];

    /// <summary>Such as <c>November 2025</c>.</summary>
    public static string NameOf(DateOnly month) => month.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    public static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    private static DateOnly LastOf(DateOnly first) => first.AddMonths(1).AddDays(-1);

    private CalendarDay[] Days(DateOnly monday, int month)
    {
        var days = new CalendarDay[DaysPerWeek];
        for (int i = 0; i < days.Length; i++)
        {
            DateOnly day = monday.AddDays(i);
            days[i] = day.Month != month
                ? new("", null)
                : new(day.Day.ToString(CultureInfo.InvariantCulture), _digests.Contains(day) ? _frame.Href(Routes.Digest(day)) : null);
        }

        return days;
    }
}
