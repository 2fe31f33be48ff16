using System.Globalization;

namespace DigestSite.Papers;

/// <summary>A date as a listing page prints it: <c>Nov 3</c> (the year elided) or <c>Oct 6, 2024</c>.</summary>
internal readonly record struct PrintedDate(int? Year, int Month, int Day)
{
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>Whether the calendar has this day; an elided year may be a leap year.</summary>
    public bool Exists => Month is >= 1 and <= 12 && Year is null or >= 1 and <= 9999 && Day >= 1 && Day <= DateTime.DaysInMonth(Year ?? 2000, Month);

    /// <summary>This date in <paramref name="year"/>, or null where that year does not have it (Feb 29).</summary>
    public DateOnly? In(int year) =>
        year is >= 1 and <= 9999 && Day <= DateTime.DaysInMonth(year, Month) ? new DateOnly(year, Month, Day) : null;

    /// <summary>The full date, or null while the year is elided.</summary>
    public DateOnly? Full => Year is { } year ? In(year) : null;

    /// <summary>The number of the month whose English abbreviation is <paramref name="name"/>, or 0.</summary>
    public static int MonthNumber(ReadOnlySpan<char> name)
    {
        for (int i = 0; i < Months.Length; i++)
        {
            if (name.SequenceEqual(Months[i]))
            {
                return i + 1;
            }
        }

        return 0;
    }

    /// <summary>As the page prints it.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Months[Month - 1]} {Day}{(Year is { } year ? $", {year:D4}" : "")}");
}
