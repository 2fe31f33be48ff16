namespace DigestSite.Collecting;

/// <summary>Counts in days from Monday to Friday. Holidays are no matter: a day without a list is an empty day.</summary>
internal static class Weekdays
{
    public static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>Those from <paramref name="first"/> to <paramref name="last"/>, both ends included, the newest first.</summary>
    public static IEnumerable<DateOnly> Back(DateOnly last, DateOnly first)
    {
        for (DateOnly day = last; day >= first; day = day.AddDays(-1))
        {
            if (IsWeekday(day))
            {
                yield return day;
            }
        }
    }

    /// <summary>The weekday before a day.</summary>
    public static DateOnly Before(DateOnly day) => Back(day.AddDays(-1), day.AddDays(-3)).First();

    /// <summary>So many before and so many after a day, which is not among them; the oldest first.</summary>
    public static IEnumerable<DateOnly> Around(DateOnly day, int count) =>
        Back(day.AddDays(-1), day.AddDays(-1 - 2 * count)).Take(count).Reverse().Concat(Back(day.AddDays(1 + 2 * count), day.AddDays(1)).Reverse().Take(count));

    /// <summary>The weekday after a day.</summary>
    public static DateOnly After(DateOnly day) => Back(day.AddDays(3), day.AddDays(1)).Last();

    /// <summary>How many have passed whole between two days, neither of them counted.</summary>
    public static int Between(DateOnly from, DateOnly to) => Back(to.AddDays(-1), from.AddDays(1)).Count();
}
