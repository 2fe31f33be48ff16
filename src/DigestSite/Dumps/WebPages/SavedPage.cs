using DigestSite.Papers;

namespace DigestSite.Dumps.WebPages;

/// <summary>What a saved page has.</summary>
/// <param name="Title">Of the page, as its tab shows it.</param>
/// <param name="Properties">The values of <c>data-props</c> that may hold papers, in order.</param>
/// <param name="Cards">The papers that readers see, one a card.</param>
/// <param name="Date">The day of the page, by its own address or else as it prints it.</param>
/// <param name="DateLine">Where that stands, from 1; 0 where it does not.</param>
internal sealed record SavedPage(
    PageText Title, IReadOnlyList<PageText> Properties, EquatableArray<Listing> Cards, PrintedDate? Date, int DateLine);

/// <summary>A text of a page.</summary>
/// <param name="Offset">Where it begins in the file.</param>
internal readonly record struct PageText(string Text, int Offset);
