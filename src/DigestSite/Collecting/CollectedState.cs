using System.Globalization;
using System.Text;
using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Collecting;

/// <summary>An address that was asked and is not done with.</summary>
/// <param name="Asked">When it last answered.</param>
/// <param name="IsSettled">Whether it had nothing and is not asked any more.</param>
internal sealed record AskedBefore(string Address, DateOnly Asked, bool IsSettled, string? ETag, string? LastModified);

/// <summary>
/// content/collected.tsv: what a later run has to know and the collected files do not tell. One record a line, fields apart by tabs, sorted.
/// <code>
/// asked    ADDRESS  DATE  open | empty  ETAG  LAST-MODIFIED
/// missing  ARXIV-ID  DATE
/// </code>
/// A day whose file is there and will not change any more needs no line.
/// </summary>
internal sealed record CollectedState
{
    public const string Name = "collected.tsv";

    private const string Heading = "# What `digest collect` asks again, kept by it. What a removed line is of is asked once more.";

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
                ["asked", { Length: > 0 } address, { } date, ("open" or "empty") and { } state, { } etag, { } modified] =>
                    TryParse(date, out DateOnly day) && asked.TryAdd(address, new(address, day, state == "empty", Known(etag), Known(modified))),
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
            .. Asked.Values.Select(a => string.Join('\t', "asked", a.Address, Routes.Iso(a.Asked), a.IsSettled ? "empty" : "open", Printed(a.ETag), Printed(a.LastModified))),
            .. Missing.Select(m => string.Join('\t', "missing", m.Key, Routes.Iso(m.Value))),
        ];
        var text = new StringBuilder(Heading).Append('\n');
        foreach (string line in lines.Order(StringComparer.Ordinal))
        {
            text.Append(line).Append('\n');
        }

        return text.ToString();
    }

    private static string? Known(string field) => field == "-" ? null : field;

    // What a source sends stands in a file of lines and fields, and in the next request.
    private static string Printed(string? validator) =>
        validator is { Length: > 0 and <= LongestValidator } && !validator.Any(c => c is < ' ' or > '~') ? validator : "-";

    private static bool TryParse(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
