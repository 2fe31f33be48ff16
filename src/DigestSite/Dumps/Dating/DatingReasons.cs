using System.Globalization;
using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Dumps.Dating;

/// <summary>The sentences that evidence and diagnostics are made of, and the places they point at.</summary>
internal static class DatingReasons
{
    private const int LongestTitle = 60;

    public static string Of(Bound bound) => bound switch
    {
        { Arxiv: { } id } => $"{Quote(bound.Here.Listing)} has the arXiv id {id}: the capture is not before {Routes.Iso(bound.NotBefore)}",
        { There: { } there } => $"{Quote(bound.Here.Listing)} was published on {Routes.Iso(bound.NotBefore.AddDays(1))} by {Place(there)}: the capture is not before {Routes.Iso(bound.NotBefore)}",
        _ => $"{Quote(bound.Here.Listing)} is printed with {bound.Here.Printed}: the capture is not before {Routes.Iso(bound.NotBefore)}{AndNotIn(bound.Here)}",
    };

    public static string Of(ExactYear exact)
    {
        Clue there = exact.There;
        string how = there.Full is null
            ? string.Create(CultureInfo.InvariantCulture, $"in {Place(there)}, which is of {there.Page.Group.Year}")
            : $"with {there.Printed} in {Place(there)}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Quote(exact.Here.Listing)} is printed with {exact.Here.Printed} here and {how}: the year left out is {exact.Year}");
    }

    public static string Of(SharedDay shared) =>
        $"{Quote(shared.Here.Listing)} is printed with {shared.Here.Printed} here and in {Place(shared.There)}: both leave out the same year";

    /// <summary>Why a page that elides its year is not of the year that it prints here.</summary>
    public static string NotIn(Clue printed) =>
        $"{Quote(printed.Listing)} is printed with {printed.Printed}: that is not the year left out there";

    public static SourceSpan Span(Clue clue) => DateSpan(clue.Page.Dump, clue.Listing);

    /// <summary>Where a listing's date stands, or its title when the date is not to be found in its lines.</summary>
    public static SourceSpan DateSpan(Dump dump, Listing listing)
    {
        SourceText source = dump.Source;
        if (dump.Format is not (DumpFormat.Text or DumpFormat.Markdown))
        {
            return dump.TitleOf(listing); // They write dates otherwise, and a whole file may be one line.
        }

        if (listing.Published is { Exists: true } published)
        {
            string printed = published.ToString();
            for (int line = Math.Min(listing.Lines.Last, source.LineCount); line >= Math.Max(1, listing.Lines.First); line--)
            {
                // The date ends its listing; only the comments follow.
                int index = source.Line(line).LastIndexOf(printed, StringComparison.Ordinal);
                if (index >= 0)
                {
                    return source.At(line, index + 1, printed.Length);
                }
            }
        }

        bool hasLine = listing.TitleLine >= 1 && listing.TitleLine <= source.LineCount;
        return source.At(listing.TitleLine, 1, hasLine ? source.Line(listing.TitleLine).Length : 0);
    }

    /// <summary>The date line of a dump, or the file as a whole when it has none.</summary>
    public static SourceSpan DateSpan(Dump dump)
    {
        bool hasLine = dump.DateLine >= 1 && dump.DateLine <= dump.Source.LineCount;
        return dump.Source.At(hasLine ? dump.DateLine : 0, 1, hasLine ? dump.Source.Line(dump.DateLine).Length : 0);
    }

    public static string Place(SourceSpan span) =>
        span.Line == 0 ? span.FileName : string.Create(CultureInfo.InvariantCulture, $"{span.FileName}({span.Line})");

    public static string Place(Clue clue) => Place(Span(clue));

    public static string Quote(Listing listing)
    {
        string title = listing.Title;
        if (title.Length <= LongestTitle)
        {
            return $"\"{title}\"";
        }

        int end = char.IsHighSurrogate(title[LongestTitle - 1]) ? LongestTitle - 1 : LongestTitle;
        return $"\"{title[..end]}…\"";
    }

    /// <summary>What to write under <c>dumps:</c> in dumps.yml; <paramref name="year"/> is an example.</summary>
    public static string Yaml(string dump, int? year) =>
        string.Create(CultureInfo.InvariantCulture, $"{YamlKey(dump)}: {{ year: {year ?? 2025} }}");

    /// <summary>The same where the day is missing too.</summary>
    /// <param name="date">Null for an example.</param>
    public static string YamlDate(string dump, DateOnly? date = null) => $"{YamlKey(dump)}: {{ date: {(date is { } day ? Routes.Iso(day) : "2025-11-03")} }}";

    private static string YamlKey(string dump)
    {
        bool isPlain = dump.Length > 0 && char.IsAsciiLetterOrDigit(dump[0]) && dump.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');
        return isPlain ? dump : $"'{dump.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    private static string AndNotIn(Clue clue)
    {
        bool counts = !clue.Page.Dump.PrintsYears && (clue.Page.Elides || (clue.Page.Known is null && !clue.Page.Group.PrintsOwnYear));
        return counts ? string.Create(CultureInfo.InvariantCulture, $", and not in {clue.Full!.Value.Year + clue.Page.Shift}") : "";
    }
}
