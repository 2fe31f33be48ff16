using System.Globalization;

namespace DigestSite.Pages;

/// <summary>A date as pages show it.</summary>
/// <param name="Iso">For <c>datetime</c>: <c>2025-11-03</c>.</param>
/// <param name="Human">For people: <c>3 November 2025</c>.</param>
/// <param name="IsInferred">Whether its year follows from evidence only.</param>
internal sealed record DateText(string Iso, string Human, bool IsInferred)
{
    public static DateText Of(DateOnly date, bool isInferred = false) =>
        new(Routes.Iso(date), date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture), isInferred);
}
