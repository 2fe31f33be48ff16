using DigestSite.Curation;
using DigestSite.Curation.Suggesting;
using DigestSite.Papers;

namespace DigestSite.Explaining;

/// <summary>What a theme's phrases do, and where it is weakest.</summary>
internal static class ThemeExplanation
{
    private const int PapersShown = 10;

    /// <summary>Null when no theme has this id.</summary>
    public static string? Of(CompiledContent compiled, string id)
    {
        Theme? theme = compiled.Site.Archive.Themes.FirstOrDefault(t => t.Id == id);
        if (theme is null)
        {
            return null;
        }

        ThemeRule? rule = compiled.Content.Themes.Rules.FirstOrDefault(r => r.Theme.Id == id);
        CuratedPaper[] papers = [.. compiled.Papers.Where(p => p.Edited?.HiddenBecause is null)];
        CuratedPaper[] own = [.. papers.Where(p => p.Paper.Theme == theme)];
        int given = own.Count(p => p.Paper.IsThemeGiven);
        var account = new Account();
        account.Line($"{theme.Title}: {theme.Description}");
        account.Line($"/{Routes.Theme(theme.Id)}{(rule is null ? "" : $"  [{Account.Place(rule.Span)}]")}");
        account.Line($"Papers     {own.Length}: {own.Length - given} by phrases, {given} by papers.yml");
        if (rule is not null)
        {
            AppendPhrases(account, compiled.Content.Themes, rule, papers, own);
        }

        AppendRivals(account, theme, papers);
        AppendWeakest(account, own);
        return account.ToString();
    }

    private static void AppendPhrases(Account account, ThemeRules themes, ThemeRule rule, CuratedPaper[] papers, CuratedPaper[] own)
    {
        ILookup<string, (CuratedPaper Paper, PhraseHit Hit)> hits = Hits(rule, papers);
        ILookup<string, (CuratedPaper Paper, PhraseHit Hit)> ownHits = Hits(rule, own);
        account.Plain("Phrases");
        account.Table(
            [
                ["phrase", "papers", "of them here", "points here", "decides", "place"],
                .. rule.Match.Select(m => m.Phrase).Select(p => (string[])
                [
                    p.Text,
                    Number(hits[p.Text].Count()),
                    Number(ownHits[p.Text].Count()),
                    Number(ownHits[p.Text].Sum(h => h.Hit.Points)),
                    Number(ownHits[p.Text].Count(h => !h.Paper.Paper.IsThemeGiven && Decides(themes, h.Paper, h.Hit))),
                    $"[{Account.Place(p.Span)}]",
                ]),
            ],
            left: 1);
        string[] idle = [.. rule.Match.Select(m => m.Phrase.Text).Where(t => !hits.Contains(t))];
        account.Line($"  `decides`: papers that would be elsewhere without it{(idle.Length == 0 ? "" : "; no paper has " + string.Join(", ", idle.Select(i => $"`{i}`")))}");
        int kept = papers.Count(p => p.Paper.Scores.Any(s => s.Theme == rule.Theme && s.ExcludedBy is not null));
        if (rule.Exclude.Count > 0)
        {
            account.Line($"  excluded by {string.Join(", ", rule.Exclude.Select(e => $"`{e}`"))}: {Account.Count(kept, "paper")} that had points");
        }
    }

    private static ILookup<string, (CuratedPaper Paper, PhraseHit Hit)> Hits(ThemeRule rule, CuratedPaper[] papers) =>
        papers
            .SelectMany(p => p.Paper.Scores.Where(s => s.Theme == rule.Theme).SelectMany(s => s.Hits).Select(h => (p, h)))
            .ToLookup(h => h.h.Phrase, StringComparer.Ordinal);

    private static bool Decides(ThemeRules themes, CuratedPaper paper, PhraseHit hit)
    {
        EquatableArray<ThemeScore> scores = paper.Phrases.Scores;
        int without = scores[0].Score - hit.Points;
        return without < themes.Threshold
            || (scores.Count > 1 && (scores[1].Score > without || (scores[1].Score == without && scores[1].Theme.Order < scores[0].Theme.Order)));
    }

    // Papers that this theme nearly won, or nearly lost.
    private static void AppendRivals(Account account, Theme theme, CuratedPaper[] papers)
    {
        var narrow = papers.Where(p => !p.Paper.IsThemeGiven).Select(p => (p.Paper, Margin: Margin.Of(p.Phrases))).Where(p => p.Margin.IsNarrow).ToArray();
        account.Plain("Nearest themes");
        var rivals = narrow
            .Where(p => p.Margin.Best!.Theme == theme || p.Margin.Second!.Theme == theme)
            .GroupBy(p => p.Margin.Best!.Theme == theme ? p.Margin.Second!.Theme : p.Margin.Best!.Theme)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key.Order)
            .ToArray();
        if (rivals.Length == 0)
        {
            account.Plain("  none: no paper stands within a narrow margin of it");
        }

        foreach (var rival in rivals)
        {
            account.Line($"  {rival.Key.Id}");
            foreach ((Paper paper, Margin margin) in rival.OrderBy(p => p.Margin.Points).ThenBy(p => p.Paper.Slug))
            {
                account.Line($"    {margin.Best!.Theme.Id} {margin.Best.Score}, {margin.Second!.Theme.Id} {margin.Second.Score}  {paper.Slug}");
            }
        }
    }

    private static void AppendWeakest(Account account, CuratedPaper[] own)
    {
        var weakest = own
            .Where(p => !p.Paper.IsThemeGiven)
            .Select(p => (p.Paper, Margin: Margin.Of(p.Phrases)))
            .Where(p => p.Margin.Best is not null)
            .OrderBy(p => p.Margin.Best!.Score)
            .ThenBy(p => p.Margin.Points)
            .ThenBy(p => p.Paper.Slug)
            .Take(PapersShown)
            .ToArray();
        if (weakest.Length > 0)
        {
            account.Plain("Fewest points");
        }

        foreach ((Paper paper, Margin margin) in weakest)
        {
            account.Line($"  {margin.Best!.Score,4}  {paper.Slug}: {string.Join(", ", margin.Best.Hits.Select(h => h.Phrase))}{(margin.Second is { } second ? $"; then {second.Theme.Id} {second.Score}" : "")}");
        }
    }

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
