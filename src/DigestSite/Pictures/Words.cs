using System.Globalization;

namespace DigestSite.Pictures;

/// <summary>Numbers in sentences.</summary>
internal static class Words
{
    /// <summary>With its noun: <c>1 paper</c>, <c>1,024 papers</c>.</summary>
    public static string Count(int count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";

    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A part of a whole: <c>12 %</c>; what is hardly any is <c>under 1 %</c>.</summary>
    public static string Share(int part, int whole)
    {
        int percent = whole == 0 ? 0 : (int)(((200L * part) + whole) / (2L * whole));
        return percent == 0 && part > 0 ? "under 1 %" : string.Create(CultureInfo.InvariantCulture, $"{percent} %");
    }

    public static string Day(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A few things in a sentence: <c>one, two and three</c>.</summary>
    public static string List(IReadOnlyList<string> things) =>
        things.Count < 2 ? string.Concat(things) : $"{string.Join(", ", things.Take(things.Count - 1))} and {things[^1]}";
}
