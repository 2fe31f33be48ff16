using System.Globalization;
using DigestSite.Papers;

namespace DigestSite.Enriching;

/// <summary>What a paper and a record of the same title say of each other beside it.</summary>
/// <param name="Against">What shows that they are two; null when nothing does.</param>
/// <param name="For">What both say, in a few words.</param>
internal sealed record Judgement(string? Against, string For)
{
    // A listing may show the day of the announcement, which follows a weekend, and in another time zone.
    private const int DaysApart = 3;

    public static Judgement Of(Paper paper, ArxivRecord record)
    {
        Appearance oldest = paper.Appearances[^1];
        DateOnly first = record.Published ?? record.Id.Month;
        string? against =
            paper.Published is { } ours && record.Published is { } theirs && Math.Abs(ours.DayNumber - theirs.DayNumber) > DaysApart
                ? $"it was published {Routes.Iso(theirs)}, and this paper {Routes.Iso(ours)}"
            : first > oldest.Capture.Date.AddDays(1)
                ? $"it was published {(record.Published is null ? "no sooner than " : "")}{Routes.Iso(first)}, and this paper was listed {Routes.Iso(oldest.Capture.Date)} already"
            : paper.AuthorCount is { } count && record.AuthorCount is { } named && count != named
                ? $"it has {Authors(named)}, and this paper {Number(count)}"
            : null;
        return new(against, string.Join(", ", Agreeing(paper, record)));
    }

    private static IEnumerable<string> Agreeing(Paper paper, ArxivRecord record)
    {
        yield return "same title";
        if (record.Published is { } published)
        {
            yield return (paper.Published is null ? "there since " : "published ") + Routes.Iso(published);
        }

        if (paper.AuthorCount is not null && record.AuthorCount is { } authors)
        {
            yield return Authors(authors);
        }
        else if (paper.Published is null || record.Published is null)
        {
            yield return "nothing else to compare";
        }
    }

    private static string Authors(int count) => $"{Number(count)} {(count == 1 ? "author" : "authors")}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
