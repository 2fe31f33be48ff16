using System.Globalization;
using System.Text;
using DigestSite.Diagnostics;
using DigestSite.Papers;
using DigestSite.Papers.Permanence;

namespace DigestSite;

/// <summary>Why the build decided as it did, in words: what <c>digest explain</c> prints.</summary>
internal static class Explanation
{
    /// <summary>The chain of evidence for a capture's date; null when no dump has this name.</summary>
    /// <param name="name">The file name or a part of it that fits one dump.</param>
    public static string? OfDump(CompiledContent compiled, string name)
    {
        Dump? dump = One(compiled.Dumps, d => d.Name, Path.GetFileName(name));
        if (dump is null)
        {
            return null;
        }

        var text = new StringBuilder();
        Capture? capture = compiled.Captures.FirstOrDefault(c => c.Name == dump.Name);
        text.Append(Invariant($"{dump.Source.Name}: {dump.Listings.Count} listings, dated `{dump.Date}` on line {dump.DateLine}\n"));
        text.Append(capture is null
            ? "No date: see the diagnostics."
            : Invariant($"Captured {Routes.Iso(capture.Date)}{(capture.IsInferred ? " (the year is inferred: the earliest that fits all evidence)" : "")}"));
        foreach (DateEvidence evidence in capture?.Evidence ?? [])
        {
            text.Append(Invariant($"\n  - {evidence.Reason}  [{Place(evidence.Span)}]"));
        }

        if (compiled.Ledger.Dumps.TryGetValue(dump.Name, out RecordedDump? recorded))
        {
            text.Append(Invariant($"\n  - the ledger pins {Routes.Iso(recorded.Date)}  [{Place(recorded.Span)}]"));
        }

        return text.ToString();
    }

    /// <summary>A paper's identity, places, fields, scores and tags; null when none fits.</summary>
    /// <param name="name">A slug, an arXiv id, or a part of the title that fits one paper.</param>
    public static string? OfPaper(CompiledContent compiled, string name)
    {
        EquatableArray<Paper> papers = compiled.Site.Archive.Papers;
        Paper? paper = (ArxivId.TryParse(name, out ArxivId? id) ? papers.FirstOrDefault(p => p.Arxiv == id) : null) ?? One(papers, p => p.Slug.ToString(), name) ?? One(papers, p => p.Title, name);
        if (paper is null)
        {
            return null;
        }

        var text = new StringBuilder();
        text.Append(Invariant($"{paper.Title}\n/{Routes.Paper(paper.Slug)}\n"));
        bool isRecorded = compiled.Ledger.Papers.ContainsKey(paper.Slug);
        text.Append(Invariant($"Identity   {paper.Identity} ({(isRecorded ? "recorded in the ledger" : "not recorded yet")})\n"));
        text.Append(Invariant($"arXiv      {paper.Arxiv?.ToString() ?? "not known"}\n"));
        text.Append(Invariant($"Published  {(paper.Published is { } date ? Routes.Iso(date) : "not known")}\n"));
        text.Append(Invariant($"Listed     {paper.Appearances.Count} times:\n"));
        foreach (Appearance place in paper.Appearances)
        {
            string printed = place.Listing.Published is { } published ? $", printed with {published}" : "";
            text.Append(Invariant($"  - {Routes.Iso(place.Capture.Date)}  {place.Capture.Dump.Source.Name}({place.Listing.TitleLine}){printed}\n"));
        }

        AppendTheme(text, paper);
        text.Append(Invariant($"Tags       {(paper.Tags.Count == 0 ? "none" : string.Join(", ", paper.Tags.Select(t => t.Id)))}"));
        return text.ToString();
    }

    /// <summary>What was probably meant by a name that fits nothing, or several things.</summary>
    public static string Nearest(CompiledContent compiled, string what, string name)
    {
        string[] names = what == "dump" ? [.. compiled.Dumps.Select(d => d.Name)] : [.. compiled.Site.Archive.Papers.Select(p => p.Slug.ToString())];
        string[] containing = [.. names.Where(n => n.Contains(name, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).Take(10)];
        return containing.Length > 1 ? $"it could be: {string.Join(", ", containing)}" : Spelling.DidYouMean(name, names);
    }

    private static void AppendTheme(StringBuilder text, Paper paper)
    {
        string reason = paper.IsThemeGiven ? " (set in papers.yml)" : paper.Theme.Id == Theme.OtherId ? " (no theme reaches the threshold)" : "";
        text.Append(Invariant($"Theme      {paper.Theme.Id}{reason}\n"));
        foreach (ThemeScore score in paper.Scores)
        {
            string hits = string.Join(", ", score.Hits.Select(h => Invariant($"{h.Phrase} {(h.InTitle ? "title " : "")}{(h.InAbstract > 0 ? $"abstract x{h.InAbstract} " : "")}+{h.Points}")));
            text.Append(Invariant($"  {score.Score,4}  {score.Theme.Id}: {(score.ExcludedBy is { } excluded ? $"excluded by `{excluded}`" : hits)}\n"));
        }
    }

    // An exact name wins; a part counts when it fits one thing only.
    private static T? One<T>(IEnumerable<T> things, Func<T, string> nameOf, string name)
        where T : class
    {
        T[] fitting = [.. things.Where(t => nameOf(t).Contains(name, StringComparison.OrdinalIgnoreCase))];
        return fitting.FirstOrDefault(t => nameOf(t) == name) ?? (fitting.Length == 1 ? fitting[0] : null);
    }

    private static string Place(SourceSpan span) => span.Line > 0 ? Invariant($"{span.FileName}:{span.Line}") : span.FileName;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
