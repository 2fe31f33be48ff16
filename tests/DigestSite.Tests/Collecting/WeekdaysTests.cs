using System.Globalization;
using DigestSite.Collecting;

namespace DigestSite.Tests.Collecting;

public class WeekdaysTests
{
    [Theory]
    [InlineData("2025-11-07", "2025-11-06", "2025-11-10")]
    [InlineData("2025-11-10", "2025-11-07", "2025-11-11")]
    [InlineData("2025-11-08", "2025-11-07", "2025-11-10")]
    [InlineData("2025-11-09", "2025-11-07", "2025-11-10")]
    [InlineData("2024-12-31", "2024-12-30", "2025-01-01")]
    public void A_weekday_has_neighbours(string day, string before, string after) =>
        Assert.Equal((Day(before), Day(after)), (Weekdays.Before(Day(day)), Weekdays.After(Day(day))));

    [Theory]
    [InlineData("2025-11-03", "2025-11-03", 0)]
    [InlineData("2025-11-03", "2025-11-04", 0)]
    [InlineData("2025-11-03", "2025-11-07", 3)]
    [InlineData("2025-11-07", "2025-11-10", 0)]
    [InlineData("2025-11-07", "2025-11-13", 3)]
    [InlineData("2025-11-10", "2025-11-03", 0)]
    public void Weekdays_that_passed_whole_are_counted(string from, string to, int expected) => Assert.Equal(expected, Weekdays.Between(Day(from), Day(to)));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
