using System.Globalization;
using DigestSite.Diagnostics;

namespace DigestSite.Papers.Merging;

/// <summary>
/// One value a field, of all that a work's listings print: the newest capture wins, a full date beats an elided one.
/// Facts that cannot both be true are a warning at the older place.
/// </summary>
internal sealed class PaperFields(Work work, DiagnosticBag diagnostics)
{
    public string Title => work.Newest.Title;

    public string? Abstract => Newest(l => l.Abstract);

    public int? Comments => Newest(l => l.Comments);

    public int? Upvotes => Newest(l => l.Upvotes);

    public int? AuthorCount() => Agreed("author count", l => l.AuthorCount, count => count!.Value.ToString(CultureInfo.InvariantCulture));

    public Organization? Organization() => Agreed("organization", l => l.Organization, organization => organization!.Printed);

    public DateOnly? Published()
    {
        var dated = work.Appearances
            .Select(a => (Appearance: a, Full: a.Listing.Published?.Full, Elided: InYearOf(a)))
            .Where(d => d.Full is not null || d.Elided is not null)
            .OrderByDescending(d => d.Full is not null)
            .ToArray();
        if (dated.Length == 0)
        {
            return null;
        }

        DateOnly published = dated[0].Full ?? dated[0].Elided!.Value;
        foreach (var other in dated.Where(d => (d.Full ?? d.Elided) != published))
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

    private T? Newest<T>(Func<Listing, T?> field) => work.Appearances.Select(a => field(a.Listing)).FirstOrDefault(v => v is not null);

    private T? Agreed<T>(string name, Func<Listing, T?> field, Func<T?, string> print)
    {
        T? newest = Newest(field);
        foreach (Appearance other in work.Appearances.Where(a => field(a.Listing) is { } value && !value.Equals(newest)))
        {
            Report(other, name, print(field(other.Listing)), print(newest));
        }

        return newest;
    }

    private void Report(Appearance place, string field, string value, string shown)
    {
        SourceSpan span = place.Capture.Dump.Source.At(place.Listing.TitleLine, 1, place.Listing.Title.Length);
        diagnostics.Add(Catalog.FieldConflict.At(span, field, value, shown, place.Listing.Title));
    }
}
