using System.Globalization;
using DigestSite.Curation;
using DigestSite.Curation.Suggesting;
using DigestSite.Papers;
using DigestSite.Papers.Permanence;

namespace DigestSite.Explaining;

/// <summary>A paper's identity, places, fields, scores and tags, each with its reason.</summary>
internal static class PaperExplanation
{
    /// <summary>The account of the paper that is meant; null when none is.</summary>
    public static string? Of(CompiledContent compiled, string name)
    {
        if (Names.Paper(compiled, name) is not { } curated)
        {
            return null;
        }

        Paper paper = curated.Paper;
        var account = new Account();
        account.Plain(paper.Title);
        account.Line($"/{Routes.Paper(paper.Slug)}");
        AppendIdentity(account, compiled, curated);
        OverrideLines.Append(account, curated.Edited);
        AppendListings(account, compiled, curated);
        FieldSources.Append(account, curated);
        AppendTheme(account, compiled, curated);
        TagReasons.Append(account, compiled.Content.Tags, curated);
        AppendDigests(account, compiled, paper);
        return account.ToString();
    }

    private static void AppendIdentity(Account account, CompiledContent compiled, CuratedPaper curated)
    {
        Paper paper = curated.Paper;
        if (curated.Edited is { HiddenBecause: { } reason } edited)
        {
            account.Line($"Hidden     {reason}  [{Account.Place(edited.Span)}]");
        }

        compiled.Ledger.Papers.TryGetValue(paper.Slug, out RecordedPaper? recorded);
        account.Line($"Identity   {paper.Identity} ({(recorded is null ? "not recorded yet" : $"recorded in the ledger: {Account.Place(recorded.Span)}")})");
        foreach (Identity alias in recorded?.Aliases ?? [])
        {
            account.Line($"           also {alias}, by the ledger");
        }

        foreach (MovedPaper moved in compiled.Site.Archive.Moved.Where(m => m.To == paper.Slug))
        {
            account.Line($"           /{Routes.Paper(moved.From)} leads here  [{Account.Place(moved.Span)}]");
        }

        account.Line($"arXiv      {(paper.Arxiv is null ? "not known" : $"{paper.Arxiv}, from {MergeReasons.ArxivSource(compiled, curated)}")}");
        account.Line($"Published  {(paper.Published is { } date ? Routes.Iso(date) : "not known")}");
    }

    private static void AppendListings(Account account, CompiledContent compiled, CuratedPaper curated)
    {
        Paper paper = curated.Paper;
        account.Line($"Listed     {Account.Count(paper.Appearances.Count, "time")}");
        foreach (Appearance place in paper.Appearances)
        {
            string printed = place.Listing.Published is { } published ? $", printed with {published}" : "";
            string why = paper.Appearances.Count == 1 ? "" : place == paper.Appearances[0] ? ": the newest" : ": " + string.Join("; ", MergeReasons.Of(compiled, curated, place.Listing));
            account.Line($"  - {Routes.Iso(place.Capture.Date)}  {Account.Place(place)}{printed}{why}");
        }
    }

    private static void AppendTheme(Account account, CompiledContent compiled, CuratedPaper curated)
    {
        Paper paper = curated.Paper;
        var margin = Margin.Of(curated.Phrases);
        string reason = curated.Edited?.Theme is { } given ? $"set in papers.yml [{Account.Place(given.Span)}]; its phrases alone say `{curated.Phrases.Theme.Id}`"
            : margin.Best is null ? string.Create(CultureInfo.InvariantCulture, $"no theme reaches the threshold of {compiled.Content.Themes.Threshold}")
            : string.Create(CultureInfo.InvariantCulture, $"threshold {compiled.Content.Themes.Threshold}; {Lead(margin)}");
        account.Line($"Theme      {paper.Theme.Id} ({reason})");
        foreach (ThemeScore score in paper.Scores)
        {
            string hits = string.Join(", ", score.Hits.Select(Hit));
            account.Line($"  {score.Score,4}  {score.Theme.Id}: {(score.ExcludedBy is { } excluded ? $"excluded by `{excluded}`, else {hits}" : hits)}");
        }
    }

    private static string Hit(PhraseHit hit) => string.Create(
        CultureInfo.InvariantCulture, $"{hit.Phrase} {(hit.InTitle ? "title " : "")}{(hit.InAbstract > 0 ? $"abstract x{hit.InAbstract} " : "")}+{hit.Points}");

    private static string Lead(Margin margin) =>
        margin.Second is null ? "no other theme has points"
        : margin.Points == 0 ? $"level with `{margin.Second.Theme.Id}`, which stands later in themes.yml"
        : $"{Account.Count(margin.Points, "point")} before `{margin.Second.Theme.Id}`{(margin.IsNarrow ? ", a narrow margin" : "")}";

    private static void AppendDigests(Account account, CompiledContent compiled, Paper paper)
    {
        account.Plain("Digests");
        foreach (DateOnly date in paper.Appearances.Select(a => a.Capture.Date).Distinct())
        {
            PickSource? pick = compiled.Content.Notes.Where(n => n.Date == date).SelectMany(n => n.Picks).FirstOrDefault(p => p.Paper.Value.IsOf(paper));
            account.Line($"  - {Routes.Iso(date)}{(pick is null ? "" : $", picked: {pick.Sentence}  [{Account.Place(pick.Paper.Span)}]")}");
        }
    }
}
