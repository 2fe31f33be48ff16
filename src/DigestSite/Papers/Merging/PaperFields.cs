using System.Globalization;
using DigestSite.Diagnostics;

namespace DigestSite.Papers.Merging;

/// <summary>
/// One value a field, of all that is said of a work. What changes by the day (votes, comments, stars) is the newest capture's; what does
/// not is the most reliable source's: <see cref="AbstractChoice"/>, a longer list of authors before a shorter one or a count, a full date
/// before an elided one. Facts that cannot both be true are a warning at the older place, but for what the records of a source revise.
/// </summary>
internal sealed class PaperFields(Work work, DiagnosticBag diagnostics)
{
    // Pages print US Eastern days, arXiv and the API's answers UTC.
    private const int TimeZoneSlack = 1;

    public string Title => work.Newest.Title;

    public AbstractChoice? Abstract { get; } = AbstractChoice.Of(work);

    public int? Comments => Newest(l => l.Comments);

    public int? Upvotes => Newest(l => l.Upvotes);

    /// <summary>The newest that is named, with the newest count of stars that is known of it.</summary>
    public CodeRepository? Code => Known(l => l.Code) is { } newest
        ? newest with { Stars = Sources.Select(l => l.Code).FirstOrDefault(c => c is { Stars: not null } && c.Url == newest.Url)?.Stars }
        : null;

    public Uri? ProjectPage => Known(l => l.ProjectPage);

    public EquatableArray<string> Keywords => Longest(Sources.Select(l => l.Keywords).Where(k => k.Count > 0).Take(1));

    /// <summary>The longest list; of equals arXiv's, which has no handles in place of names, then the newest.</summary>
    public EquatableArray<string> Authors { get; } = Longest(work.Metadata.Select(e => e.Listing).Concat(work.Appearances.Select(a => a.Listing)).Select(l => l.Authors));

    public ArxivDetails? Details => work.Metadata.Select(e => e.Listing).Concat(work.Appearances.Select(a => a.Listing))
        .Select(l => l.Details).OfType<ArxivDetails>().OrderByDescending(d => d.Version ?? 0).FirstOrDefault();

    private IEnumerable<Listing> Sources => work.Appearances.Select(a => a.Listing).Concat(work.Metadata.Select(e => e.Listing));

    /// <summary>The newest count; where names are known, no less than they are.</summary>
    public int? AuthorCount()
    {
        int named = Authors.Count;
        int? count = named == 0
            ? Agreed("author count", l => l.AuthorCount, c => c!.Value.ToString(CultureInfo.InvariantCulture))
            : Math.Max(named, Sources.Where(l => l.Authors.Count == named).Max(l => l.AuthorCount) ?? 0);
        foreach (Appearance more in work.Appearances.Where(a => named > 0 && a.Listing.Authors.Count == 0 && a.Listing.AuthorCount > count))
        {
            Report(more, "author count", Number(more.Listing.AuthorCount!.Value), Number(count!.Value));
        }

        return count;
    }

    public Organization? Organization() => Agreed("organization", l => l.Organization, organization => organization!.Printed);

    public DateOnly? Published()
    {
        var dated = work.Appearances
            .Select(a => (Appearance: a, Full: a.Listing.Published?.Full, Elided: InYearOf(a)))
            .Where(d => d.Full is not null || d.Elided is not null)
            .OrderByDescending(d => d.Full is not null)
            .ToArray();
        DateOnly? known = work.Metadata.Select(e => e.Listing.Published?.Full).FirstOrDefault(d => d is not null);
        if (known is null && dated.Length == 0)
        {
            return null;
        }

        DateOnly published = known ?? dated[0].Full ?? dated[0].Elided!.Value;
        bool isMixed = known is not null || dated.Select(d => d.Appearance.Capture.Dump.Format).Distinct().Count() > 1;
        bool isProgrammed = known is not null || dated[0].Appearance.Capture.Dump.PrintsYears;
        foreach (var other in dated.Where(d => !(isProgrammed && d.Appearance.Capture.Dump.PrintsYears) && Math.Abs((d.Full ?? d.Elided)!.Value.DayNumber - published.DayNumber) > (isMixed ? TimeZoneSlack : 0)))
        {
            Report(other.Appearance, "publication date", Routes.Iso((other.Full ?? other.Elided)!.Value), Routes.Iso(published));
        }

        return published;
    }

    // A page made at New Year in US Eastern time lists a paper of the old year's last day.
    private static DateOnly? InYearOf(Appearance place)
    {
        if (place.Listing.Published is not { Year: null } printed)
        {
            return null;
        }

        DateOnly? date = printed.In(place.Capture.Date.Year);
        return date > place.Capture.Date.AddDays(1) ? printed.In(place.Capture.Date.Year - 1) : date;
    }

    private static EquatableArray<string> Longest(IEnumerable<EquatableArray<string>> lists) =>
        lists.OrderByDescending(l => l.Count).FirstOrDefault();

    private T? Newest<T>(Func<Listing, T?> field) => work.Appearances.Select(a => field(a.Listing)).FirstOrDefault(v => v is not null);

    private T? Known<T>(Func<Listing, T?> field) => Sources.Select(field).FirstOrDefault(v => v is not null);

    private T? Agreed<T>(string name, Func<Listing, T?> field, Func<T?, string> print)
    {
        T? newest = Newest(field);
        bool isProgrammed = work.Appearances.FirstOrDefault(a => field(a.Listing) is not null)?.Capture.Dump.PrintsYears == true;
        foreach (Appearance other in work.Appearances.Where(a => field(a.Listing) is { } value && !value.Equals(newest) && !(isProgrammed && a.Capture.Dump.PrintsYears)))
        {
            Report(other, name, print(field(other.Listing)), print(newest));
        }

        return newest;
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private void Report(Appearance place, string field, string value, string shown) =>
        diagnostics.Add(Catalog.FieldConflict.At(place.Capture.Dump.TitleOf(place.Listing), field, value, shown, place.Listing.Title));
}
