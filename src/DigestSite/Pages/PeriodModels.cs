namespace DigestSite.Pages;

/// <summary>A week or a month: its digests, and their papers by theme.</summary>
/// <param name="Kind"><c>Week</c> or <c>Month</c>.</param>
/// <param name="Title"><c>Week 45 of 2025</c>, <c>November 2025</c>.</param>
/// <param name="Days">Its first and last day; null for a month, whose name says them.</param>
/// <param name="Calendar">The month's days; null for a week.</param>
/// <param name="Month">The month that a week begins in; null for a month.</param>
/// <param name="Previous">The period before it that has digests; null for the first.</param>
internal sealed record PeriodPage(
    SitePart Site,
    PagePart Page,
    string Kind,
    string Title,
    string? Days,
    string Papers,
    CalendarPart? Calendar,
    LinkPart? Month,
    DigestRow[] Digests,
    ThemeTitles[] Groups,
    LinkPart? Previous,
    LinkPart? Next,
    bool HasInferredDate) : PageModel(Site, Page);

/// <summary>The papers of one theme by title alone.</summary>
/// <param name="Papers">Of many, those that most listings and upvotes name.</param>
/// <param name="More">How many are not named; null where all are.</param>
internal sealed record ThemeTitles(string Title, string Href, int Count, LinkPart[] Papers, string? More);

/// <summary>A month as a table: a row a week, a column a day, Monday first.</summary>
internal sealed record CalendarPart(string Title, CalendarWeek[] Weeks);

/// <summary>A week of a month.</summary>
/// <param name="Number">By ISO 8601.</param>
/// <param name="Href">Its page; null for a week without digests.</param>
/// <param name="Days">Seven; those of other months are empty.</param>
internal sealed record CalendarWeek(int Number, string? Href, CalendarDay[] Days);

/// <summary>A day of a month.</summary>
/// <param name="Text">Its number; empty outside the month.</param>
/// <param name="Href">Its digest; null where there is none.</param>
internal sealed record CalendarDay(string Text, string? Href);

/// <summary>A month with digests in the list of a year.</summary>
/// <param name="Digests">Such as <c>3 digests</c>.</param>
internal sealed record MonthCell(string Title, string Href, string Digests);
