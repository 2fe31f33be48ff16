using System.Globalization;

namespace DigestSite;

/// <summary>A week as ISO 8601 counts them: it begins on Monday and belongs to the year that has its Thursday.</summary>
internal readonly record struct IsoWeek(int Year, int Number)
{
    public static IsoWeek Of(DateOnly day)
    {
        DateTime date = day.ToDateTime(TimeOnly.MinValue);
        return new(ISOWeek.GetYear(date), ISOWeek.GetWeekOfYear(date));
    }

    public DateOnly Monday => DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, Number, DayOfWeek.Monday));

    /// <summary>As URLs have it: <c>2025-W45</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-W{Number:D2}");
}
