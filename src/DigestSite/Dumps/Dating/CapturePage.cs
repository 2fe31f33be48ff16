using DigestSite.Papers;

namespace DigestSite.Dumps.Dating;

/// <summary>One dump as dating sees it: its day, and what each listing says of its year.</summary>
/// <remarks>
/// All reckoning is in the year that a page elides. It is the capture's own but for one case: a page of Jan 1 that elides the year of a later day
/// (<c>Dec 31</c>) was printed while it was still last year in US Eastern, so what it elides is the year before.
/// </remarks>
internal sealed class CapturePage
{
    // A leap year and one that is not: what fits neither fits no year.
    private static readonly int[] AnyYear = [2000, 2001];

    private readonly List<Clue> _clues = [];
    private PrintedDate? _latestElided;
    private bool _elidesLeapDay;

    public CapturePage(Dump dump, PrintedDate day, KnownDate? known)
    {
        Dump = dump;
        Day = day;
        Known = known;
        bool elidesLaterDay = day is { Month: 1, Day: 1 } && dump.Listings.Any(l => l.Published is { Exists: true, Year: null } p && Order(p.Month, p.Day) > Order(1, 2));
        Shift = elidesLaterDay ? 1 : 0;
    }

    public Dump Dump { get; }

    /// <summary>The capture's month and day.</summary>
    public PrintedDate Day { get; }

    public KnownDate? Known { get; }

    /// <summary>The capture's year minus the year that the page elides.</summary>
    public int Shift { get; }

    /// <summary>In the order of the page.</summary>
    public IReadOnlyList<Clue> Clues => _clues;

    /// <summary>Whether the page prints a paper's date without a year: it leaves out its own.</summary>
    public bool Elides => _latestElided is not null;

    /// <summary>The papers that this page and others elide the year of, each with the other page's listing.</summary>
    public List<SharedDay> Shared { get; } = [];

    /// <summary>What fixes the year that the page elides, one reason of each year.</summary>
    public List<ExactYear> Exact { get; } = [];

    public YearGroup Group { get; set; } = YearGroup.None;

    /// <summary>The strongest bound that needs no inferred year; null without any.</summary>
    public Bound? Grounds { get; set; }

    /// <summary>The date of the capture, once its group has a year.</summary>
    public DateOnly? Date => Known?.Date ?? (Group.Year is { } year ? On(year) : null);

    public void Add(Clue clue)
    {
        _clues.Add(clue);
        if (clue.Elided is { } elided)
        {
            _latestElided = _latestElided is { } latest && Order(latest.Month, latest.Day) >= Order(elided.Month, elided.Day) ? latest : elided;
            _elidesLeapDay |= elided is { Month: 2, Day: 29 };
        }
    }

    /// <summary>The capture's date when <paramref name="elided"/> is the year that the page elides; null where that year has no such day.</summary>
    public DateOnly? On(int elided) => elided < int.MaxValue ? Day.In(elided + Shift) : null;

    /// <summary>The earliest year that the page can elide when it was captured on <paramref name="notBefore"/> or later.</summary>
    public int EarliestYear(DateOnly notBefore) =>
        notBefore.Year - Shift + (Order(Day.Month, Day.Day) >= Order(notBefore.Month, notBefore.Day) ? 0 : 1);

    /// <summary>Whether all that the page prints without a year can be of this year.</summary>
    public bool Fits(int year) =>
        On(year) is not null
        && (!_elidesLeapDay || new PrintedDate(null, 2, 29).In(year) is not null)
        && (_latestElided is null || Shows(_latestElided.Value, year));

    /// <summary>Whether the page can print this day without its year, which is never later than the capture (one day of slack: US Eastern).</summary>
    public bool CanShow(PrintedDate elided) =>
        Known is { } known ? Shows(elided, known.Date.Year - Shift) : AnyYear.Any(year => Shows(elided, year));

    // Days of the calendar in order, Feb 29 in its place in every year.
    private static int Order(int month, int day) => (month * 100) + day;

    private bool Shows(PrintedDate elided, int year) =>
        On(year) is { } capture && elided.In(year) is { } published && published.DayNumber <= capture.DayNumber + 1;
}

/// <summary>What one listing says of its page's date.</summary>
internal sealed class Clue(CapturePage page, Listing listing, PaperTrail? paper, ArxivId? arxiv, PrintedDate? printed)
{
    public CapturePage Page => page;

    public Listing Listing => listing;

    public PaperTrail? Paper => paper;

    public ArxivId? Arxiv => arxiv;

    /// <summary>The day of publication as printed, unless the page cannot print it.</summary>
    public PrintedDate? Printed => printed;

    /// <summary>The day printed without its year.</summary>
    public PrintedDate? Elided => printed is { Year: null } ? printed : null;

    /// <summary>The date printed with its year.</summary>
    public DateOnly? Full { get; } = printed?.Full;

    /// <summary>The day of publication as far as it is known now.</summary>
    public DateOnly? Published => Full ?? (Elided is { } elided && page.Group.Year is { } year ? elided.In(year) : null);
}

/// <summary>One paper that two pages print with the same day and no year: both elide the same year.</summary>
internal readonly record struct SharedDay(Clue Here, Clue There);
