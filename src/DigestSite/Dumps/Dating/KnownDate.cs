using System.Globalization;
using System.Text.RegularExpressions;
using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Dumps.Dating;

/// <summary>A date that needs no inference: evidence can only contradict it.</summary>
/// <param name="Says">Who says so, as a clause: <c>content/dumps.yml(3) gives 2025</c>.</param>
/// <param name="IsRecorded">Whether the ledger pins it, so that an address would move with it.</param>
/// <param name="IsInferred">Whether nobody but the ledger says so: it was inferred once and is still a lower bound.</param>
internal sealed partial record KnownDate(DateOnly Date, string Says, SourceSpan Span, bool IsRecorded, bool IsInferred)
{
    private readonly record struct Claim(int Year, string Says, SourceSpan Span);

    /// <summary>
    /// Reads the day of a dump and its date, where that is known. False when the dump has no usable day: it is left out, and a diagnostic says why.
    /// </summary>
    public static bool TryRead(Dump dump, DatingFacts facts, DiagnosticBag diagnostics, out PrintedDate day, out KnownDate? known)
    {
        known = null;
        PrintedDate? named = DateOfName(dump.Name, dump.IsNamedForDay);
        GivenDate? given = facts.GivenDates.GetValueOrDefault(dump.Name);
        PrintedDate? found = given is not null ? Printed(given.Date) : dump.IsNamedForDay ? named ?? dump.Date : dump.Date ?? named;
        day = found ?? default;
        if (found is null)
        {
            if (dump.Format != DumpFormat.Text)
            {
                diagnostics.Add(Catalog.DateUnknown.At(dump.Source.At(0), DatingReasons.YamlDate(dump.Name)));
            }

            return false; // The reader of a text has said that the page has no date.
        }

        if (!day.Exists)
        {
            diagnostics.Add(Catalog.NoYearFits.At(DatingReasons.DateSpan(dump), "no calendar has this day", DatingReasons.Yaml(dump.Name, facts.AsOf?.Year)));
            return false;
        }

        List<Claim> claims = ClaimsOn(dump, day, named, facts, diagnostics);
        RecordedDate? recorded = facts.Recorded.GetValueOrDefault(dump.Name);
        return (claims.Count == 0 && recorded is null) || TrySettle(dump, ref day, claims, recorded, diagnostics, out known);
    }

    private static bool TrySettle(Dump dump, ref PrintedDate day, List<Claim> claims, RecordedDate? recorded, DiagnosticBag diagnostics, out KnownDate? known)
    {
        known = null;
        foreach (Claim other in claims.Skip(1).Where(c => c.Year != claims[0].Year))
        {
            diagnostics.Add(Catalog.YearsDisagree.At(other.Span, other.Says, claims[0].Says));
        }

        DateOnly? claimed = claims.Count == 0 ? null : day.In(claims[0].Year);
        if (recorded is not null)
        {
            string says = string.Create(CultureInfo.InvariantCulture, $"{DatingReasons.Place(recorded.Span)} has {Routes.Iso(recorded.Date)} on record");
            bool agrees = claims.Count == 0 ? (day.Month, day.Day) == (recorded.Date.Month, recorded.Date.Day) : claimed == recorded.Date;
            if (!agrees)
            {
                (string against, SourceSpan span) = claims.Count == 0 ? ($"the page is of {day}", DatingReasons.DateSpan(dump)) : (claims[0].Says, claims[0].Span);
                diagnostics.Add(Catalog.AgainstRecord.At(span, against, says, Routes.Iso(recorded.Date)));
            }

            day = new(null, recorded.Date.Month, recorded.Date.Day);
            known = agrees && claims.Count > 0
                ? new(recorded.Date, claims[0].Says, claims[0].Span, IsRecorded: true, IsInferred: false)
                : new(recorded.Date, says, recorded.Span, IsRecorded: true, IsInferred: claims.Count == 0);
            return true;
        }

        if (claimed is null)
        {
            string reason = string.Create(CultureInfo.InvariantCulture, $"{claims[0].Says}, a year without {day with { Year = null }}");
            diagnostics.Add(Catalog.NoYearFits.At(claims[0].Span, reason, DatingReasons.Yaml(dump.Name, null)));
            return false;
        }

        day = day with { Year = null };
        known = new(claimed.Value, claims[0].Says, claims[0].Span, IsRecorded: false, IsInferred: false);
        return true;
    }

    // The page's own word comes first: it is what an editor and a file name have been written from.
    private static List<Claim> ClaimsOn(Dump dump, PrintedDate day, PrintedDate? named, DatingFacts facts, DiagnosticBag diagnostics)
    {
        var claims = new List<Claim>();
        if (facts.GivenDates.GetValueOrDefault(dump.Name) is { } whole)
        {
            string says = $"{DatingReasons.Place(whole.Span)} gives {Routes.Iso(whole.Date)}";
            claims.Add(new(whole.Date.Year, says, whole.Span));
            ReportOtherDay(
                whole,
                says,
                [
                    dump.Date is { } page && !dump.IsNamedForDay ? ($"the page prints {page}", page) : null,
                    named is { } own ? ($"the file's name says {Iso(own)}", own) : null,
                ],
                diagnostics);
            return claims;
        }

        if (dump.Date is { Year: { } printed } && !(dump.IsNamedForDay && named is not null))
        {
            claims.Add(new(printed, $"the page prints {day}", DatingReasons.DateSpan(dump)));
        }

        if (named is { } name)
        {
            string says = $"the file's name says {Iso(name)}";
            if ((name.Month, name.Day) == (day.Month, day.Day))
            {
                claims.Add(new(name.Year!.Value, says, DatingReasons.DateSpan(dump)));
            }
            else
            {
                diagnostics.Add(Catalog.NameAgainstPage.At(DatingReasons.DateSpan(dump), says, day, dump.Name));
            }
        }

        if (facts.Given.TryGetValue(dump.Name, out GivenYear? given))
        {
            claims.Add(new(given.Year, string.Create(CultureInfo.InvariantCulture, $"{DatingReasons.Place(given.Span)} gives {given.Year}"), given.Span));
        }

        return claims;
    }

    private static void ReportOtherDay(GivenDate given, string says, IEnumerable<(string Says, PrintedDate Day)?> others, DiagnosticBag diagnostics)
    {
        if (others.FirstOrDefault(o => o is { } other && other.Day.In(other.Day.Year ?? given.Date.Year) != given.Date) is { } against)
        {
            diagnostics.Add(Catalog.GivenAgainstPage.At(given.Span, says, against.Says));
        }
    }

    private static PrintedDate Printed(DateOnly date) => new(date.Year, date.Month, date.Day);

    private static string Iso(PrintedDate date) => string.Create(CultureInfo.InvariantCulture, $"{date.Year:D4}-{date.Month:D2}-{date.Day:D2}");

    // 2025-11-03.txt or 2025-11-03-anything.txt; the day need not exist. Where the name counts for more than the file, the one date may stand anywhere.
    private static PrintedDate? DateOfName(string name, bool anywhere)
    {
        const int Length = 10;
        if (anywhere)
        {
            string[] dates = [.. DateInName().Matches(name).Select(m => m.Value).Distinct(StringComparer.Ordinal)];
            return dates is [var only] ? new(Number(only, 0, 4), Number(only, 5, 2), Number(only, 8, 2)) : null;
        }

        bool isDate = name.Length >= Length && name[4] == '-' && name[7] == '-'
            && (name.Length == Length || name[Length] is '.' or '-')
            && Number(name, 0, 4) >= 0 && Number(name, 5, 2) >= 0 && Number(name, 8, 2) >= 0;
        return isDate ? new(Number(name, 0, 4), Number(name, 5, 2), Number(name, 8, 2)) : null;
    }

    [GeneratedRegex("(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DateInName();

    private static int Number(string text, int start, int length) =>
        int.TryParse(text.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1;
}
