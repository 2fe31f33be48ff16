using DigestSite.Templates;

namespace DigestSite.Pictures;

/// <summary>A picture with the numbers behind it.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Summary">What it shows, in a sentence or two: also what a screen reader hears of the picture.</param>
/// <param name="Columns">The heads of the table, that of the first column too.</param>
internal sealed record Figure(string Title, string Summary, Html Picture, string[] Columns, FigureRow[] Rows);

/// <summary>A row of numbers.</summary>
/// <param name="Href">Where its head leads; null when nowhere.</param>
internal sealed record FigureRow(string Head, string? Href, string[] Cells);
