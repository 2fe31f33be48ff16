using System.Globalization;
using System.Text.RegularExpressions;
using DigestSite.Diagnostics;
using DigestSite.Dumps;
using DigestSite.Papers;

namespace DigestSite.Collecting;

internal enum Verdict
{
    /// <summary>Good, and there was no file yet.</summary>
    New,

    /// <summary>Good, and at least as much as the file that is there.</summary>
    Better,

    /// <summary>The file that is there is all there is.</summary>
    Unchanged,

    /// <summary>A good answer without a paper.</summary>
    Empty,

    /// <summary>Less than the file that is there, which stays.</summary>
    Worse,

    /// <summary>No answer that can be used.</summary>
    NotKept,

    /// <summary>None came.</summary>
    NotAnswered,

    /// <summary>None came, and none will.</summary>
    Refused,
}

/// <summary>An answer, judged.</summary>
/// <param name="Reason">Why it is not kept, where it is not.</param>
/// <param name="Dump">What was read of one that is kept.</param>
internal sealed record Judged(Wanted Wanted, Answer Answer, Verdict Verdict, string? Reason = null, Dump? Dump = null)
{
    /// <summary>How many papers the source has, where it tells.</summary>
    public int? Total { get; init; }

    /// <summary>How many the file has after this.</summary>
    public int Held { get; init; }

    /// <summary>A file of this run that has the papers of this one, which is the older: it is not kept after all.</summary>
    public string? Refutes { get; init; }

    public bool IsKept => Verdict is Verdict.New or Verdict.Better;

    /// <summary>Whether the source said all it has: otherwise it is asked again, however old the day.</summary>
    public bool IsWhole => Verdict is Verdict.New or Verdict.Better or Verdict.Unchanged or Verdict.Empty;
}

/// <summary>Decides by reading it whether an answer is kept.</summary>
/// <param name="fileOf">The bytes of a file below the content folder; null where there is none.</param>
/// <param name="isFresh">Whether that file has been answered in this run and is not written yet.</param>
internal sealed partial class Judgment(Func<string, byte[]?> fileOf, Func<string, bool> isFresh)
{
    // Weekdays before and after a day whose lists it is compared with.
    private const int NearBy = 5;

    // A list may close a little after its day; days later it is another's.
    private const int MostDaysLate = 3;

    public Judged Of(Wanted wanted, Answer answer)
    {
        if (answer.Failure is { } failure)
        {
            return new(wanted, answer, answer.IsRefusal ? Verdict.Refused : Verdict.NotAnswered, failure);
        }

        if (answer.IsUnchanged || answer.Bytes is not { } bytes)
        {
            return wanted.Validators is null ? NotKept("it says that nothing has changed, and there is nothing yet") : new(wanted, answer, Verdict.Unchanged);
        }

        if (answer.MediaType is { } type && !IsOf(type, wanted.Format))
        {
            return NotKept($"it is {Shown(type)}, not {(wanted.Format == DumpFormat.DailyPapers ? "JSON" : "XML")}");
        }

        var found = new DiagnosticBag();
        if (DumpFile.Decode("the answer", bytes, found) is not { } source)
        {
            return NotKept(FirstError(found));
        }

        int? total = TotalOf(source, wanted.Format);
        if (IsEmpty(source, total))
        {
            return Read(wanted) is { } known ? new(wanted, answer, Verdict.Worse, string.Create(CultureInfo.InvariantCulture, $"the new answer has none of its {known.Dump.Listings.Count} papers")) : new(wanted, answer, Verdict.Empty);
        }

        if (DumpReader.FormatOf(source) != wanted.Format || DumpReader.Read(wanted.Name, source, found) is not { } dump)
        {
            return NotKept($"it is no {(wanted.Format == DumpFormat.DailyPapers ? "list of daily papers" : "Atom feed")}");
        }

        return found.HasErrors ? NotKept(FirstError(found))
            : total is { } all && wanted.Ids.Count == 0 && dump.Listings.Count < Math.Min(all, wanted.Limit) ? NotKept(string.Create(CultureInfo.InvariantCulture, $"it holds {dump.Listings.Count} of {all} papers"))
            : dump.Listings.Count == 0 ? NotKept("no paper can be read of it")
            : Compared(wanted, answer, dump, total);

        Judged NotKept(string reason) => new(wanted, answer, Verdict.NotKept, reason);
    }

    private Judged Compared(Wanted wanted, Answer answer, Dump dump, int? total)
    {
        (byte[] Bytes, Dump Dump)? known = Read(wanted);
        if (known is { } same && same.Bytes.AsSpan().SequenceEqual(answer.Bytes))
        {
            return new(wanted, answer, Verdict.Unchanged) { Total = total, Held = same.Dump.Listings.Count };
        }

        (string? other, string? refutes) = OtherDay(wanted, dump);
        if (other is not null)
        {
            return new(wanted, answer, Verdict.NotKept, other);
        }

        var good = new Judged(wanted, answer, known is null ? Verdict.New : Verdict.Better, Dump: dump) { Total = total, Held = dump.Listings.Count, Refutes = refutes };
        if (known is not { } before || Loss.Of(before.Dump, dump) is not { } loss)
        {
            return good;
        }

        // An answer that cannot hold all there is has the newest papers, and never those that were the newest once.
        return !(total > wanted.Limit) ? new(wanted, answer, Verdict.Worse, loss)
            : dump.Listings.Count > before.Dump.Listings.Count ? good
            : new(wanted, answer, Verdict.Unchanged) { Total = total, Held = before.Dump.Listings.Count };
    }

    // A source that does not have a day yet may answer with another. Says why it is another's, or which file of this run is this day's in truth.
    private (string? Reason, string? Refutes) OtherDay(Wanted wanted, Dump dump)
    {
        if (wanted is not { Day: { } day, Format: DumpFormat.DailyPapers })
        {
            return default;
        }

        if (SubmittedOn(dump) is { } submitted)
        {
            return submitted < day || submitted > day.AddDays(MostDaysLate) ? ($"its newest paper was submitted on {Routes.Iso(submitted)}: it is the list of another day", null) : default;
        }

        HashSet<ArxivId> ids = IdsOf(dump);
        string? refutes = null;
        foreach (DateOnly near in Weekdays.Around(day, NearBy))
        {
            string file = CollectionPlan.DailyPapersFile(near);
            if (Read(wanted with { File = file }) is not { } other || 2 * IdsOf(other.Dump).Count(ids.Contains) <= ids.Count)
            {
                continue;
            }

            // What was asked first has no right to what an older day has too.
            if (near < day || !isFresh(file) || SubmittedOn(other.Dump) is not null)
            {
                return ($"it has the papers of {Routes.Iso(near)} once more", null);
            }

            refutes = file;
        }

        return (null, refutes);
    }

    // The newest day on which a paper was submitted to the list, where most of them say it.
    private static DateOnly? SubmittedOn(Dump dump) =>
        2 * dump.Source.Text.AsSpan().Count("\"submittedOnDailyAt\"") > dump.Listings.Count ? dump.Date?.Full : null;

    // A file that cannot be read is worth nothing; whatever is right of it will be in the answer.
    private (byte[] Bytes, Dump Dump)? Read(Wanted wanted)
    {
        var found = new DiagnosticBag();
        return fileOf(wanted.File) is { } bytes
            && DumpFile.Decode(wanted.Name, bytes, found) is { } source
            && DumpReader.Read(wanted.Name, source, found) is { } dump ? (bytes, dump) : null;
    }

    private static HashSet<ArxivId> IdsOf(Dump dump) => [.. dump.Listings.Select(l => l.Arxiv).OfType<ArxivId>()];

    private static bool IsOf(string mediaType, DumpFormat format) =>
        mediaType.EndsWith(format == DumpFormat.DailyPapers ? "json" : "xml", StringComparison.OrdinalIgnoreCase);

    private static bool IsEmpty(SourceText source, int? total) =>
        total == 0 ? !source.Text.Contains("<entry", StringComparison.Ordinal) : source.Text.AsSpan().Trim() is ['[', .. var inner, ']'] && inner.IsWhiteSpace();

    private static int? TotalOf(SourceText source, DumpFormat format) =>
        format == DumpFormat.Arxiv && TotalResults().Match(source.Text) is { Success: true } match && int.TryParse(match.Groups["total"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int total) ? total : null;

    private static string FirstError(DiagnosticBag found)
    {
        Diagnostic first = found.InOrder().First(d => d.Severity == Severity.Error);
        return first.Span.Line == 0 ? first.Message : string.Create(CultureInfo.InvariantCulture, $"line {first.Span.Line}, column {first.Span.Column}: {first.Message}");
    }

    private static string Shown(string mediaType) => mediaType.Length <= 60 ? mediaType : mediaType[..60] + "…";

    [GeneratedRegex(@"<opensearch:totalResults[^>]*>\s*(?<total>[0-9]{1,9})\s*</", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TotalResults();
}
