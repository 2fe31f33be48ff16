using System.Globalization;
using System.Text;
using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Collecting;

/// <summary>An address that was asked and is not done with.</summary>
/// <param name="Asked">When it last answered well; of one that was <paramref name="WasEmpty"/>, when it first was; of one that never did, when it first was due.</param>
/// <param name="IsSettled">Whether it had nothing on two days and is not asked any more.</param>
/// <param name="WasEmpty">Whether it had nothing, which may have been a fault of the source: another day has to say the same.</param>
internal sealed record AskedBefore(string Address, DateOnly Asked, bool IsSettled, string? ETag, string? LastModified, bool WasEmpty = false);

/// <summary>
/// content/collected.tsv: what a later run has to know and the collected files do not tell. One record a line, fields apart by tabs, sorted.
/// <code>
/// asked    ADDRESS  DATE  open | once | empty  ETAG  LAST-MODIFIED
/// missing  ARXIV-ID  DATE
/// </code>
/// A day whose file is there and will not change any more needs no line.
/// </summary>
internal sealed record CollectedState
{
    public const string Name = "collected.tsv";

    private const string Heading = "# What `digest collect` asks again and what it need not ask, kept by it. Of a removed line, what has no file is asked again.";

    // Longer ones are not worth keeping.
    private const int LongestValidator = 200;

    /// <summary>By address.</summary>
    public required IReadOnlyDictionary<string, AskedBefore> Asked { get; init; }

    /// <summary>Papers that arXiv did not know, with the day it first said so.</summary>
    public required IReadOnlyDictionary<ArxivId, DateOnly> Missing { get; init; }

    public static CollectedState Empty { get; } = new() { Asked = new Dictionary<string, AskedBefore>(StringComparer.Ordinal), Missing = new Dictionary<ArxivId, DateOnly>() };

    /// <summary>Reads it; a line that cannot be understood is reported and left out.</summary>
    public static CollectedState Read(SourceText source, DiagnosticBag diagnostics)
    {
        var asked = new Dictionary<string, AskedBefore>(StringComparer.Ordinal);
        var missing = new Dictionary<ArxivId, DateOnly>();
        for (int line = 1; line <= source.LineCount; line++)
        {
            string text = source.Line(line).ToString();
            bool isKnown = text.Length == 0 || text[0] == '#' || text.Split('\t') switch
            {
                ["asked", { Length: > 0 } address, { } date, ("open" or "once" or "empty") and { } state, { } etag, { } modified] =>
                    TryParse(date, out DateOnly day) && asked.TryAdd(address, new(address, day, state == "empty", Known(etag), Known(modified), state == "once")),
                ["missing", { } id, { } date] =>
                    ArxivId.TryParse(id, out ArxivId? paper) && TryParse(date, out DateOnly day) && missing.TryAdd(paper, day),
                _ => false,
            };
            if (!isKnown)
            {
                diagnostics.Add(Catalog.CollectedLine.At(source.At(line, 1, text.Length)));
            }
        }

        return new() { Asked = asked, Missing = missing };
    }

    public string Print()
    {
        IEnumerable<string> lines =
        [
            .. Asked.Values.Select(a => string.Join('\t', "asked", a.Address, Routes.Iso(a.Asked), a.IsSettled ? "empty" : a.WasEmpty ? "once" : "open", Printed(a.ETag), Printed(a.LastModified))),
            .. Missing.Select(m => string.Join('\t', "missing", m.Key, Routes.Iso(m.Value))),
        ];
        var text = new StringBuilder(Heading).Append('\n');
        foreach (string line in lines.Order(StringComparer.Ordinal))
        {
            text.Append(line).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>What the run after this one has to know.</summary>
    /// <param name="failed">Those of the answers that the site does not build with.</param>
    /// <param name="notAsked">What was due and has to wait.</param>
    /// <param name="unknown">The papers that no metadata is of; null where nobody looked.</param>
    public CollectedState After(IReadOnlyList<Judged> judged, IReadOnlyList<Judged> failed, IReadOnlyList<Wanted> notAsked, IReadOnlySet<ArxivId>? unknown, DateOnly today)
    {
        var asked = new Dictionary<string, AskedBefore>(Asked, StringComparer.Ordinal);
        foreach (Judged answer in judged.Where(j => j.Wanted.Ids.Count == 0))
        {
            string address = answer.Wanted.Address.AbsoluteUri;
            if (After(answer, failed.Contains(answer), Asked.GetValueOrDefault(address), today) is { } line)
            {
                asked[address] = line;
            }
            else
            {
                asked.Remove(address);
            }
        }

        foreach (string address in notAsked.Where(w => w.Ids.Count == 0).Select(w => w.Address.AbsoluteUri))
        {
            asked.TryAdd(address, new(address, today, IsSettled: false, ETag: null, LastModified: null));
        }

        return new() { Asked = asked, Missing = MissingAfter([.. judged.Where(j => j.Wanted.Ids.Count > 0 && j.IsWhole)], unknown, today) };
    }

    // Null when nothing needs to be known of it.
    private static AskedBefore? After(Judged answer, bool hasFailed, AskedBefore? before, DateOnly today)
    {
        string address = answer.Wanted.Address.AbsoluteUri;
        bool isOld = today >= answer.Wanted.SettledFrom;
        if (!answer.IsWhole || hasFailed)
        {
            // Open, so that it is asked again however old it gets, and without what would spare the source an answer.
            return new(address, before is { IsSettled: false, WasEmpty: false } ? before.Asked : today, IsSettled: false, ETag: null, LastModified: null);
        }

        if (answer.Verdict == Verdict.Empty)
        {
            bool isSettled = before is { IsSettled: true } || (isOld && before is { WasEmpty: true } && before.Asked < today);
            return new(address, !isSettled && before is { WasEmpty: true } ? before.Asked : today, isSettled, ETag: null, LastModified: null, WasEmpty: true);
        }

        AskedBefore? sent = answer.Verdict == Verdict.Unchanged ? answer.Wanted.Validators : null;
        return isOld ? null : new(address, today, IsSettled: false, answer.Answer.ETag ?? sent?.ETag, answer.Answer.LastModified ?? sent?.LastModified);
    }

    // Only papers that still want metadata, and only those that arXiv itself left out.
    private Dictionary<ArxivId, DateOnly> MissingAfter(Judged[] batches, IReadOnlySet<ArxivId>? unknown, DateOnly today)
    {
        HashSet<ArxivId> answered = [.. batches.SelectMany(j => j.Dump?.Listings ?? []).Select(l => l.Arxiv).OfType<ArxivId>()];
        return Missing.Where(m => unknown?.Contains(m.Key) != false && !answered.Contains(m.Key))
            .Concat(batches.SelectMany(j => j.Wanted.Ids).Where(i => !answered.Contains(i) && !Missing.ContainsKey(i)).Select(i => KeyValuePair.Create(i, today)))
            .ToDictionary();
    }

    private static string? Known(string field) => field == "-" ? null : field;

    // What a source sends stands in a file of lines and fields, and in the next request.
    private static string Printed(string? validator) =>
        validator is { Length: > 0 and <= LongestValidator } && !validator.Any(c => c is < ' ' or > '~') ? validator : "-";

    private static bool TryParse(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
