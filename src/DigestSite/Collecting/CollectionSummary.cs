using System.Globalization;
using DigestSite.Curation;
using DigestSite.Curation.Suggesting;
using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Collecting;

/// <summary>What was collected, as Markdown for the description of a pull request. Its first line is a title.</summary>
/// <remarks>Titles and reasons come from the network: titles are links, in which nobody is mentioned, and reasons are code.</remarks>
internal static class CollectionSummary
{
    /// <summary>The heading over what an editor is to look at; a summary without it needs none.</summary>
    public const string ForAnEditor = "## For an editor";

    // A description may have 65,536 characters.
    private const int MostCharacters = 50_000;
    private const int LongestTitle = 300;

    // These mend themselves: the next run asks again.
    private static readonly DiagnosticDescriptor[] Passing = [Catalog.NotAnswered, Catalog.AnswerNotKept, Catalog.NotAllAsked];

    /// <summary>The summary, its lines ended by LF.</summary>
    /// <param name="outcome">Null when nothing could be written.</param>
    /// <param name="found">All that was reported.</param>
    public static string Of(CollectionOutcome? outcome, IReadOnlyList<Diagnostic> found)
    {
        CuratedPaper[] fresh = [.. NewPapers(outcome)];
        var lines = new List<string> { "# " + Title(outcome, fresh.Length), "" };
        lines.AddRange(Files(outcome));
        lines.AddRange(Section(ForAnEditor, [.. fresh.Select(p => Doubt(p, outcome!)).OfType<string>(), .. found.Where(NeedsAnEditor).Select(Code)]));
        lines.AddRange(Section("## New papers", [.. fresh.GroupBy(p => p.Paper.Theme).OrderBy(t => t.Key.Order).SelectMany(t => ByTheme(t.Key, [.. t], outcome!))]));
        lines.AddRange(Section("## Asked again next time", [.. Again(outcome), .. found.Where(d => Passing.Contains(d.Descriptor)).Select(Code)]));
        return MarkdownText.Lines(lines, MostCharacters);
    }

    // As they stand in the captures, the newest first.
    private static IEnumerable<CuratedPaper> NewPapers(CollectionOutcome? outcome) => (outcome?.Compiled.Papers ?? [])
        .Where(p => p.Edited?.HiddenBecause is null && !outcome!.Compiled.Ledger.Papers.ContainsKey(p.Paper.Slug))
        .OrderByDescending(p => p.Paper.FirstListed)
        .ThenBy(p => p.Paper.Appearances[^1].Capture.Name, StringComparer.Ordinal)
        .ThenBy(p => p.Paper.Appearances[^1].Listing.Place);

    /// <summary>Digests and papers that are new, in a line.</summary>
    private static string Title(CollectionOutcome? outcome, int papers)
    {
        if (outcome is null)
        {
            return "Nothing was collected";
        }

        Judged[] digests = [.. outcome.Build.Kept.Where(j => j.Wanted.Day is not null)];
        string of = digests.Length switch
        {
            0 => "",
            1 => $" of {Routes.Iso(digests[0].Wanted.Day!.Value)}",
            _ => $" from {Routes.Iso(digests.Min(j => j.Wanted.Day!.Value))} to {Routes.Iso(digests.Max(j => j.Wanted.Day!.Value))}",
        };
        return outcome.Build.Kept.Count == 0 ? "Nothing new" : $"{Count(papers, "new paper")}{of}";
    }

    private static IEnumerable<string> Files(CollectionOutcome? outcome) => outcome is null || outcome.Build.Kept.Count == 0 ? [] :
    [
        "| file | | papers |",
        "| --- | --- | ---: |",
        .. outcome.Build.Kept.OrderByDescending(j => j.Wanted.File, StringComparer.Ordinal)
            .Select(j => string.Create(CultureInfo.InvariantCulture, $"| `{j.Wanted.File}` | {(j.Verdict == Verdict.New ? "new" : "grown or renewed")} | {j.Dump!.Listings.Count} |")),
        "",
    ];

    private static IEnumerable<string> ByTheme(Theme theme, CuratedPaper[] papers, CollectionOutcome outcome) =>
    [
        $"### {MarkdownText.Escape(theme.Title)} ({papers.Length.ToString(CultureInfo.InvariantCulture)})",
        "",
        .. papers.Select(p => Linked(p.Paper, outcome)),
        "",
    ];

    private static bool NeedsAnEditor(Diagnostic diagnostic) =>
        diagnostic.Severity == Severity.Error || (diagnostic.Severity == Severity.Warning && diagnostic.Acknowledged is null && !Passing.Contains(diagnostic.Descriptor));

    private static string? Doubt(CuratedPaper curated, CollectionOutcome outcome)
    {
        if (!CurationSuggestions.IsOpen(curated))
        {
            return null;
        }

        var margin = Margin.Of(curated.Phrases);
        return margin.Best is null ? $"{Linked(curated.Paper, outcome)}: no theme claims it"
            : margin.IsNarrow ? string.Create(CultureInfo.InvariantCulture, $"{Linked(curated.Paper, outcome)}: under `{margin.Best.Theme.Id}` with {margin.Best.Score}, and `{margin.Second!.Theme.Id}` has {margin.Second.Score}")
            : null;
    }

    private static IEnumerable<string> Again(CollectionOutcome? outcome) => (outcome?.Judged ?? [])
        .Where(j => j.Verdict == Verdict.Empty && j.Wanted.Day is not null && outcome!.Today < j.Wanted.SettledFrom)
        .Select(j => $"- `{j.Wanted.File}`: no paper yet");

    // The page of a new paper does not stand there yet.
    private static string Linked(Paper paper, CollectionOutcome outcome)
    {
        string title = paper.Title.Length <= LongestTitle ? paper.Title : paper.Title[..LongestTitle] + "…";
        return $"- [{MarkdownText.Escape(title)}]({paper.Arxiv?.AbstractUrl ?? outcome.Compiled.Site.Settings.BaseUrl.Absolute(Routes.Paper(paper.Slug))})";
    }

    private static string[] Section(string heading, IReadOnlyList<string> lines) => lines.Count == 0 ? [] : [heading, "", .. lines.SkipLast(lines[^1].Length == 0 ? 1 : 0), ""];

    private static string Code(Diagnostic diagnostic)
    {
        string text = $"{diagnostic.Span.FileName}: {diagnostic.SeverityName} {diagnostic.Id}: {diagnostic.Message}";
        return $"- `{string.Concat(text.Take(2 * LongestTitle).Select(c => c == '`' ? '\'' : MarkdownText.IsInvisible(c) ? ' ' : c))}`";
    }

    private static string Count(int number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}
