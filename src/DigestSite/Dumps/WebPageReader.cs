using DigestSite.Diagnostics;
using DigestSite.Dumps.DailyPapers;
using DigestSite.Dumps.WebPages;
using DigestSite.Papers;

namespace DigestSite.Dumps;

/// <summary>Reads a listing page that was saved as HTML: the items that its scripts are given or, without them, the cards that readers see.</summary>
internal static class WebPageReader
{
    /// <summary>Whether a file is of this format, by how it begins.</summary>
    /// <remarks>A Markdown page may begin with the address of its source: <c>&lt;https://…&gt;</c>.</remarks>
    public static bool Claims(ReadOnlySpan<char> text) => text.StartsWith("<") && !text.StartsWith("<http");

    public static Dump Read(string name, SourceText source, DiagnosticBag diagnostics)
    {
        var faults = new FaultLimit(diagnostics);
        SavedPage page = PageScan.Of(source, faults);
        (DayOfPapers Day, int Line)? found = null;
        foreach (PageText properties in page.Properties.TakeWhile(_ => found is null))
        {
            var json = new CapturedJson(source, properties.Text, new AttributePlaces(source.Text, properties.Offset, properties.Text).OffsetOf, faults);
            found = DayReader.Find(json) is { } read ? (read, source.AtOffset(properties.Offset).Line) : null;
        }

        DayOfPapers? day = found?.Day;
        EquatableArray<Listing> listings = day?.Listings ?? page.Cards;
        if (day is null && listings.Count == 0)
        {
            string title = page.Title.Text is { } text ? $"`{CapturedJson.Short(text)}`" : "missing";
            faults.Report(Catalog.PageOfNoPapers, page.Title.Text is null ? source.At(0) : source.AtOffset(page.Title.Offset, 1), title);
        }

        faults.ReportRest(source);
        PrintedDate? date = day?.Date is { } said ? new(said.Year, said.Month, said.Day) : page.Date;
        return new()
        {
            Name = name,
            Source = source,
            Format = DumpFormat.WebPage,
            Date = date,
            DateLine = day?.Date is not null ? found!.Value.Line : page.DateLine,
            Listings = listings,
            Parts = [],
        };
    }
}
