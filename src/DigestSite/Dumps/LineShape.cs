using System.Globalization;
using System.Text.RegularExpressions;
using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Dumps;

internal enum LineKind
{
    /// <summary>A title, a paragraph, the name of an organization: its neighbours tell.</summary>
    Text,

    /// <summary>Furniture, unless its neighbours make it a title or a name.</summary>
    Word,

    Furniture,

    /// <summary><c>Nov 3</c>, <c>Oct 6, 2024</c>, with a count of comments <c>Oct 6, 2024 2</c>.</summary>
    Date,

    /// <summary><c>12</c>, <c>1.2k</c>, or <c>-</c> for none.</summary>
    Votes,

    /// <summary><c>Submitted by</c>, with or without the name.</summary>
    Submitter,

    /// <summary><c>• 3 authors</c>, <c>·</c>, or both, or with a date on one line: <c>Berkeley UC Berkeley · Oct 6, 2024 2</c>.</summary>
    Attribution,
}

/// <summary>What one line of a dump is by its own text alone.</summary>
internal readonly partial record struct LineShape(LineKind Kind)
{
    private const string SubmittedBy = "Submitted by";

    // Attributions in use are under 60; a longer line that ends in a date is text.
    private const int LongestAttribution = 200;

    public PrintedDate? Date { get; init; }

    /// <summary>The votes of <see cref="LineKind.Votes"/>, the authors of an attribution, the comments beside a date.</summary>
    public int? Count { get; init; }

    public int? Comments { get; init; }

    /// <summary>The name of the submitter or the organization.</summary>
    public string? Name { get; init; }

    /// <summary>Whether an attribution holds the <c>·</c> that its date stands behind.</summary>
    public bool HasDot { get; init; }

    /// <summary>Set when the line has this shape but cannot be right: it is reported and used for nothing.</summary>
    public DiagnosticDescriptor? Fault { get; init; }

    /// <summary>What of the line is at fault; null for all of it.</summary>
    public string? FaultText { get; init; }

    public bool IsSound => Fault is null;

    /// <summary>Whether it says who a paper is by.</summary>
    public bool HasWho => Kind == LineKind.Attribution && (Name is not null || Count is not null);

    /// <summary>The shape of a line whose white space is folded.</summary>
    public static LineShape Of(string folded)
    {
        if (folded.Length >= LongestAttribution)
        {
            return new(LineKind.Text);
        }

        string text = DumpText.WithoutFormat(folded);
        return OfDate(text) ?? OfVotes(text) ?? OfSubmitter(text) ?? OfAuthors(text) ?? OfDotted(text) ?? new(
            PageFurniture.IsLine(text) ? LineKind.Furniture
            : PageFurniture.IsWord(text) ? LineKind.Word
            : LineKind.Text);
    }

    /// <summary>Whether the text may stand where an organization does.</summary>
    public static bool IsOrganization(string text) => DumpText.IsShort(text) && !DumpText.IsProse(text);

    /// <summary>Whether the text may be the name of an account: one word.</summary>
    public static bool IsAccount(string text) => DumpText.IsShort(text) && !text.Contains(' ', StringComparison.Ordinal);

    private static LineShape? OfDate(string text)
    {
        if (DatePattern().Match(text) is not { Success: true } match)
        {
            return null;
        }

        bool isYear = match.Groups["year"] is { Success: false } or { Length: 4 };
        var date = new PrintedDate(Number(match.Groups["year"]), PrintedDate.MonthNumber(match.Groups["month"].Value), Number(match.Groups["day"]) ?? 0);
        Group comments = match.Groups["comments"];
        return new(LineKind.Date)
        {
            Date = date,
            Comments = Number(comments),
            Fault = !isYear || !date.Exists ? Catalog.ImpossibleDate : IsTooLarge(comments) ? Catalog.CountTooLarge : null,
        };
    }

    private static LineShape? OfVotes(string text)
    {
        if (text == "-")
        {
            return new(LineKind.Votes);
        }

        if (VotesPattern().Match(text) is not { Success: true } match)
        {
            return null;
        }

        decimal votes = decimal.TryParse(match.Groups["number"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
            ? number
            : decimal.MaxValue;
        int factor = match.Groups["thousands"].Success ? 1000 : 1;
        return votes <= int.MaxValue / factor
            ? new(LineKind.Votes) { Count = (int)(votes * factor) }
            : new(LineKind.Votes) { Fault = Catalog.CountTooLarge };
    }

    private static LineShape? OfSubmitter(string text)
    {
        if (!text.StartsWith(SubmittedBy, StringComparison.Ordinal))
        {
            return null;
        }

        string name = text[SubmittedBy.Length..];
        return name.Length == 0 ? new(LineKind.Submitter)
            : name[0] == ' ' && IsAccount(name[1..]) ? new(LineKind.Submitter) { Name = name[1..] }
            : null;
    }

    private static LineShape? OfAuthors(string text) =>
        AuthorsPattern().Match(text) is { Success: true } match
            ? new(LineKind.Attribution)
            {
                Count = Number(match.Groups["count"]),
                Fault = IsTooLarge(match.Groups["count"]) ? Catalog.CountTooLarge : null,
            }
            : null;

    private static LineShape? OfDotted(string text)
    {
        int dot = text.LastIndexOf('·');
        if (dot < 0)
        {
            return null;
        }

        string who = text[..dot].TrimEnd();
        string when = text[(dot + 1)..].TrimStart();
        LineShape? authors = OfAuthors(who);
        bool isCertain = authors is not null || who.Length == 0;
        if (!isCertain && (who.Contains('·', StringComparison.Ordinal) || !IsOrganization(who) || Of(who).Kind is not (LineKind.Text or LineKind.Word)))
        {
            return null;
        }

        LineShape? date = OfDate(when);
        if (when.Length > 0 && date is null)
        {
            // `• 3 authors · yesterday` is an attribution gone wrong; `Models · Data` is a title.
            return isCertain ? new(LineKind.Attribution) { Fault = Catalog.ImpossibleDate, FaultText = when } : null;
        }

        return new(LineKind.Attribution)
        {
            Count = authors?.Count,
            Name = isCertain ? null : who,
            HasDot = true,
            Date = date?.Date,
            Comments = date?.Comments,
            Fault = authors?.Fault ?? date?.Fault,
            FaultText = authors?.Fault is not null ? who : when,
        };
    }

    private static int? Number(Group digits) =>
        int.TryParse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static bool IsTooLarge(Group digits) => digits.Success && Number(digits) is null;

    [GeneratedRegex(@"\A(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (?<day>[0-9]+)(, (?<year>[0-9]+))?( (?<comments>[0-9]+))?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"\A(?<number>[0-9]+(\.[0-9]{1,3}(?=k))?)(?<thousands>k)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex VotesPattern();

    [GeneratedRegex(@"\A(• ?)?(?<count>[0-9]+) authors?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AuthorsPattern();
}
