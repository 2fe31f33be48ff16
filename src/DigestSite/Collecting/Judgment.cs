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

    public bool IsKept => Verdict is Verdict.New or Verdict.Better;

    /// <summary>Whether the source said all it has: otherwise it is asked again, however old the day.</summary>
    public bool IsWhole => Verdict is Verdict.New or Verdict.Better or Verdict.Unchanged or Verdict.Empty;
}

/// <summary>Decides by reading it whether an answer is kept.</summary>
/// <param name="fileOf">The bytes of a file below the content folder; null where there is none.</param>
internal sealed partial class Judgment(Func<string, byte[]?> fileOf)
{
    public Judged Of(Wanted wanted, Answer answer)
    {
        if (answer.Failure is { } failure)
        {
            return new(wanted, answer, answer.IsRefusal ? Verdict.Refused : Verdict.NotAnswered, failure);
        }

        if (answer.IsUnchanged || answer.Bytes is not { } bytes)
        {
            return new(wanted, answer, Verdict.Unchanged);
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
            return new(wanted, answer, Verdict.Empty);
        }

        if (DumpReader.FormatOf(source) != wanted.Format || DumpReader.Read(wanted.Name, source, found) is not { } dump)
        {
            return NotKept($"it is no {(wanted.Format == DumpFormat.DailyPapers ? "list of daily papers" : "Atom feed")}");
        }

        return found.HasErrors ? NotKept(FirstError(found))
            : total is { } all && wanted.Ids.Count == 0 && dump.Listings.Count < Math.Min(all, wanted.Limit) ? NotKept(string.Create(CultureInfo.InvariantCulture, $"it holds {dump.Listings.Count} of {all} papers"))
            : dump.Listings.Count == 0 ? NotKept("no paper can be read of it")
            : Compared(wanted, answer, dump) with { Total = total };

        Judged NotKept(string reason) => new(wanted, answer, Verdict.NotKept, reason);
    }

    private Judged Compared(Wanted wanted, Answer answer, Dump dump)
    {
        if (Read(wanted) is not { } known)
        {
            return Repeated(wanted, dump) is { } day
                ? new(wanted, answer, Verdict.NotKept, $"it has the papers of {Routes.Iso(day)} once more")
                : new(wanted, answer, Verdict.New, Dump: dump);
        }

        if (known.Bytes.AsSpan().SequenceEqual(answer.Bytes))
        {
            return new(wanted, answer, Verdict.Unchanged);
        }

        return Loss(known.Dump, dump) is { } loss ? new(wanted, answer, Verdict.Worse, loss) : new(wanted, answer, Verdict.Better, Dump: dump);
    }

    // A source that does not have a day yet may answer with another.
    private DateOnly? Repeated(Wanted wanted, Dump dump)
    {
        if (wanted is not { Day: { } day, Format: DumpFormat.DailyPapers })
        {
            return null;
        }

        HashSet<ArxivId> ids = IdsOf(dump);
        return ids.Count == 0 ? null : ((DateOnly[])[Weekdays.Before(day), Weekdays.After(day)])
            .Where(d => Read(wanted with { File = CollectionPlan.DailyPapersFile(d) }) is { } other && IdsOf(other.Dump).SetEquals(ids))
            .Select(d => (DateOnly?)d)
            .FirstOrDefault();
    }

    // A file that cannot be read is worth nothing; whatever is right of it will be in the answer.
    private (byte[] Bytes, Dump Dump)? Read(Wanted wanted)
    {
        var found = new DiagnosticBag();
        return fileOf(wanted.File) is { } bytes
            && DumpFile.Decode(wanted.Name, bytes, found) is { } source
            && DumpReader.Read(wanted.Name, source, found) is { } dump ? (bytes, dump) : null;
    }

    // What the old file says and the new one does not; null when nothing.
    private static string? Loss(Dump before, Dump after)
    {
        ILookup<ArxivId, Listing> answered = after.Listings.Where(l => l.Arxiv is not null).ToLookup(l => l.Arxiv!);
        Listing[] had = [.. before.Listings.Where(l => l.Arxiv is not null).DistinctBy(l => l.Arxiv)];
        Listing[] lost = [.. had.Where(l => !answered.Contains(l.Arxiv!))];
        Listing? poorer = had.Except(lost).FirstOrDefault(l => !answered[l.Arxiv!].Any(a => (a.Abstract is not null || l.Abstract is null) && (a.Authors.Count > 0 || l.Authors.Count == 0)));
        return lost.Length > 0 ? string.Create(CultureInfo.InvariantCulture, $"the new answer lacks {lost.Length} of its {had.Length} papers, such as {lost[0].Arxiv}")
            : poorer is not null ? $"the new answer lacks the abstract or the authors of {poorer.Arxiv}"
            : null;
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
