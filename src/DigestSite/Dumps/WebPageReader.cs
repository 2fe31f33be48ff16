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
        (PrintedDate? date, int line) = DateOf(day, found?.Line ?? 0, page);
        return new()
        {
            Name = name,
            Source = source,
            Format = DumpFormat.WebPage,
            PrintsYears = day is not null,
            Date = date,
            DateLine = line,
            Listings = listings,
            Parts = [],
        };
    }

    // Its own word, then its address, then what readers see, to which the newest submission gives the year, then that submission.
    private static (PrintedDate? Date, int Line) DateOf(DayOfPapers? day, int propertiesLine, SavedPage page)
    {
        if (day?.Date is { } said)
        {
            return (new(said.Year, said.Month, said.Day), propertiesLine);
        }

        if (day?.Newest?.Full is not { } newest || page.Date is { Year: not null })
        {
            return (page.Date, page.DateLine);
        }

        return page.Date is { } seen
            ? (Enumerable.Range(newest.Year - 1, 3).Select(year => seen.In(year)).OfType<DateOnly>().MinBy(d => Math.Abs(d.DayNumber - newest.DayNumber)) is var near && near != default ? new(near.Year, near.Month, near.Day) : seen, page.DateLine)
            : (day.Newest, day.NewestLine);
    }
}
