using DigestSite.Dumps;
using DigestSite.Papers;
using FsCheck;
using FsCheck.Fluent;

namespace DigestSite.Tests.Dumps;

/// <summary>Random listings, the ways in which captures print them, and damage.</summary>
internal static class DumpGenerators
{
    private static readonly string[] Words =
    [
        "model", "Grokking", "a", "the", "learning", "C++", "$L_2$", "(bounds)", "naïve", "深層", "“quoted”", "of", "é", "12", "T5\u200B", "AK", "new", "\U0001F600",
    ];

    // Every one damages a page in its own way.
    private static readonly string[] Junk =
    [
        "", "·", "-", "12", "Nov 3", "Feb 30", "Oct 6, 2024 2", "  • 3 authors", "• 3 authors · Oct 6, 2024", "Berkeley UC Berkeley", "Submitted by",
        "Submitted by alice", "Models", "new", "Daily Papers", "A sentence.", "See https://example.org/x for it", "\u200B", "\uFEFF", "\u00A0", "\0", "•",
        "99999999999", "A · B", "A · Nov 3", "· Nov", "\uD800", "1.2k", "Submitted", "by", Long,
    ];

    public static Gen<PrintedDate> Dates { get; } =
        from year in Gen.OneOf(Gen.Constant((int?)null), Gen.Choose(1991, 2031).Select(y => (int?)y))
        from month in Gen.Choose(1, 12)
        from day in Gen.Choose(1, 28)
        select new PrintedDate(year, month, day);

    public static Gen<Listing> Listings { get; } =
        from title in Titles()
        from text in Gen.OneOf(Abstracts(), Gen.Constant((string?)null))
        from who in Gen.Choose(0, 2)
        from authors in Gen.Choose(0, 2000)
        from isDated in Gen.Elements(true, false)
        from date in Dates
        from comments in Optional(Gen.Choose(0, 500))
        from votes in Optional(Gen.Choose(0, 100_000))
        from submitter in Gen.Elements<string?>(null, null, "alice", "Models", "12", "a-b_c")
        select new Listing
        {
            Title = title,
            Abstract = text,
            AuthorCount = who == 1 ? authors : null,
            Organization = who == 2 ? new Organization("Berkeley UC Berkeley") : null,
            Published = isDated || who == 2 ? date : null,
            Comments = isDated || who == 2 ? comments : null,
            Upvotes = votes,
            SubmittedBy = submitter,
            Lines = default,
            TitleLine = 0,
        };

    /// <summary>A page of random listings, whole and as the page itself would be copied.</summary>
    public static Gen<(PrintedDate Date, Listing[] Listings)> Pages { get; } =
        from date in Dates
        from listings in Listings.NonEmptyListOf()
        select (date, listings.ToArray());

    /// <summary>Ways in which one page reaches a file without a change of what it says.</summary>
    public static Gen<Func<string, string>> Variants { get; } = Gen.Elements<Func<string, string>>(
        page => page,
        page => page.Replace("\n", "\r\n", StringComparison.Ordinal),
        page => page.Replace('\n', '\r'),
        page => "\uFEFF" + page,
        page => page + "\n\n \u200B\n",
        page => page.Replace(' ', '\u00A0'),
        page => page.Replace(" ", " \u202F ", StringComparison.Ordinal),
        page => page.Replace("\n", " \t\n\u3000", StringComparison.Ordinal),
        page => page.Replace("\n\n", "\n\n\u200B\n\n", StringComparison.Ordinal),
        page => page.Replace("\n·\n", " · ", StringComparison.Ordinal),
        page => page.Replace("\n·\n", " ·\n", StringComparison.Ordinal),
        page => page.Replace("\n·\n", "\n· ", StringComparison.Ordinal),
        page => page.Replace("\n·\n", "\n\n·\n\n", StringComparison.Ordinal),
        page => page.Replace("  •", "•", StringComparison.Ordinal),
        page => page.Replace("byAK", "by AK", StringComparison.Ordinal),
        page => page.Replace("byAK and", "by\n\nAK\n\nand", StringComparison.Ordinal),
        page => page.Replace("Submitted by\n", "Submitted by ", StringComparison.Ordinal),
        page => page.Replace("Daily Papers\n\n", "Daily Papers\n\nView all\n\nDaily\n\nWeekly\n\nMonthly\n\n", StringComparison.Ordinal),
        page => page + "\n\nPrevious\n\nNext\n\nSystem theme\n\nCompany\nTOS\nPrivacy\nAbout\nCareers\nWebsite\nModels\nDatasets\nSpaces\nPricing\nDocs");

    /// <summary>A page after some damage: lines deleted, doubled, swapped or put in, and the end cut off.</summary>
    public static Gen<string> Damaged { get; } =
        from page in Pages
        from variant in Variants
        from damages in Damages().ListOf()
        from cut in Gen.Frequency((3, Gen.Constant(1000)), (1, Gen.Choose(0, 1000)))
        select Cut(damages.Aggregate(variant(ListingPrinter.Print(page.Date, page.Listings)), (text, damage) => damage(text)), cut);

    /// <summary>Lines that are each something, in no order.</summary>
    public static Gen<string> Heaps { get; } = Gen.Elements(Junk).ListOf().Select(lines => string.Join('\n', lines));

    private static string Long => string.Concat(Enumerable.Repeat("long text ", 30)) + "ends.";

    private static Gen<int?> Optional(Gen<int> numbers) => Gen.OneOf(numbers.Select(n => (int?)n), Gen.Constant((int?)null));

    private static Gen<string> Titles() =>
        from count in Gen.Choose(1, 12)
        from words in Gen.Elements(Words).ArrayOf(count)
        from end in Gen.Elements("", "?", "!", "", ": A Study", ".", " [1].")
        select "On " + string.Join(' ', words) + end;

    private static Gen<string?> Abstracts() =>
        from sentences in Titles().NonEmptyListOf()
        from repeats in Gen.Choose(1, 9)
        select (string?)string.Join(' ', Enumerable.Repeat(string.Join(". ", sentences) + '.', repeats));

    private static Gen<Func<string, string>> Damages() =>
        from kind in Gen.Choose(0, 3)
        from at in Gen.Choose(0, 1000)
        from other in Gen.Choose(0, 1000)
        from junk in Gen.Elements(Junk)
        select (Func<string, string>)(text =>
        {
            List<string> lines = [.. text.Split('\n')];
            int i = at * (lines.Count - 1) / 1000;
            int j = other * (lines.Count - 1) / 1000;
            switch (kind)
            {
                case 0: lines.RemoveAt(i); break;
                case 1: lines.Insert(j, lines[i]); break;
                case 2: (lines[i], lines[j]) = (lines[j], lines[i]); break;
                default: lines.Insert(i, junk); break;
            }

            return string.Join('\n', lines);
        });

    private static string Cut(string text, int thousandths) => text[..(int)((long)text.Length * thousandths / 1000)];
}
