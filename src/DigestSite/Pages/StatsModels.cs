using DigestSite.Templates;

namespace DigestSite.Pages;

/// <summary>The archive in numbers and pictures.</summary>
/// <param name="Facts">Numbers in words; none while there is no paper.</param>
/// <param name="Figures">Those that the archive has enough for.</param>
/// <param name="Recurring">The papers that came back most often.</param>
internal sealed record StatsPage(SitePart Site, PagePart Page, FactPart[] Facts, FigurePart[] Figures, RecurringPart[] Recurring, string MapHref) : PageModel(Site, Page);

/// <summary>A picture and the numbers behind it.</summary>
/// <param name="Summary">What it shows, in a sentence or two.</param>
/// <param name="Columns">The heads of the table.</param>
internal sealed record FigurePart(string Title, string Summary, Html Picture, string[] Columns, TableRow[] Rows);

/// <summary>A row of a table.</summary>
/// <param name="Href">Where its head leads; null when nowhere.</param>
internal sealed record TableRow(string Head, string? Href, string[] Cells);

/// <summary>A paper that several digests list.</summary>
/// <param name="Digests">Such as <c>3 digests</c>.</param>
internal sealed record RecurringPart(string Title, string Href, string Digests);

/// <summary>The papers placed by likeness.</summary>
/// <param name="Figure">Null while there is no paper.</param>
/// <param name="Legend">The themes on it.</param>
/// <param name="Left">Says which papers are shown where not all are; null where all are.</param>
internal sealed record MapPage(SitePart Site, PagePart Page, FigurePart? Figure, LegendPart[] Legend, string? Left, string StatsHref) : PageModel(Site, Page);

/// <summary>How the papers of a theme look on the map.</summary>
/// <param name="Count">How many of them are shown.</param>
internal sealed record LegendPart(Html Mark, string Title, string Href, int Count);
