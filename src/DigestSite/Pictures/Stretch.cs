using System.Globalization;

namespace DigestSite.Pictures;

/// <summary>A stretch of time that a bar stands for.</summary>
/// <param name="Start">Its first day.</param>
/// <param name="Name">In full: <c>March 2025</c>.</param>
/// <param name="Mark">In short, for an axis: <c>Mar 2025</c>.</param>
internal sealed record Stretch(DateOnly Start, string Name, string Mark)
{
    // So many bars can be told apart on a phone.
    private const int MostMonths = 36;
    private const int MostYears = 40;

    public static Stretch Day(DateOnly date) => new(date, Text(date, "d MMMM yyyy"), Text(date, "d MMM yyyy"));

    /// <summary>Stretches without a gap from the first day to the last: months, or years, or several years, whichever are few enough.</summary>
    public static IReadOnlyList<Stretch> Between(DateOnly first, DateOnly last)
    {
        DateOnly month = Tally.MonthOf(first);
        int months = ((last.Year - first.Year) * 12) + last.Month - first.Month + 1;
        if (months <= MostMonths)
        {
            return [.. Enumerable.Range(0, months).Select(month.AddMonths).Select(m => new Stretch(m, Text(m, "MMMM yyyy"), Text(m, "MMM yyyy")))];
        }

        int years = last.Year - first.Year + 1;
        int step = (years + MostYears - 1) / MostYears;
        return [.. Enumerable.Range(0, (years + step - 1) / step).Select(i => Years(first.Year + (i * step), step))];
    }

    /// <summary>Where a day falls among stretches in order.</summary>
    public static int IndexOf(IReadOnlyList<Stretch> stretches, DateOnly date)
    {
        int index = stretches.Count - 1;
        while (index > 0 && stretches[index].Start > date)
        {
            index--;
        }

        return index;
    }

    private static Stretch Years(int year, int step)
    {
        string name = step == 1 ? Text(new(year, 1, 1), "yyyy") : string.Create(CultureInfo.InvariantCulture, $"{year}–{Math.Min(year + step - 1, DateOnly.MaxValue.Year)}");
        return new(new DateOnly(year, 1, 1), name, Text(new(year, 1, 1), "yyyy"));
    }

    private static string Text(DateOnly date, string format) => date.ToString(format, CultureInfo.InvariantCulture);
}
