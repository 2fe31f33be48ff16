using DigestSite.Curation;
using DigestSite.Curation.Suggesting;
using DigestSite.Papers;

namespace DigestSite.Explaining;

/// <summary>Where a word of the editors would help most, ready to paste: what <c>digest suggest</c> prints.</summary>
internal static class SuggestionList
{
    // A list that nobody reads to its end helps nobody: the rest comes when these are settled, or when a theme is named.
    private const int PapersShown = 40;

    /// <summary>Suggestions for the whole archive, or for one theme or paper; null when <paramref name="name"/> is neither.</summary>
    public static string? Of(CompiledContent compiled, string? name)
    {
        Theme? theme = compiled.Site.Archive.Themes.FirstOrDefault(t => t.Id == name);
        CuratedPaper? paper = name is null || theme is not null ? null : Names.Paper(compiled, name);
        if (name is not null && theme is null && paper is null)
        {
            return null;
        }

        CuratedPaper[] visible = [.. compiled.Papers.Where(p => p.Edited?.HiddenBecause is null)];
        var phrases = new PhraseSuggestions(compiled.Content.Themes, visible);
        var account = new Account();
        if (paper is not null)
        {
            AppendOne(account, compiled, phrases, paper);
            return account.ToString();
        }

        (CuratedPaper Paper, Margin Margin)[] open =
        [
            .. visible
                .Where(CurationSuggestions.IsOpen)
                .Select(p => (Paper: p, Margin: Margin.Of(p.Phrases)))
                .Where(p => theme is null || IsNear(p.Margin, theme))
                .OrderByDescending(p => p.Paper.Paper.FirstListed)
                .ThenBy(p => p.Paper.Paper.Slug),
        ];
        AppendGroup(account, compiled, phrases, "Papers under Other", [.. open.Where(p => p.Margin.Best is null).Select(p => p.Paper)]);
        AppendGroup(account, compiled, phrases, "Narrow margins", [.. open.Where(p => p.Margin.IsNarrow).Select(p => p.Paper)]);
        AppendMissing(account, compiled.Content.Themes, phrases, theme);
        if (theme is null)
        {
            AppendAlike(account, compiled);
        }

        return account.ToString();
    }

    private static bool IsNear(Margin margin, Theme theme) =>
        margin.Best?.Theme == theme || margin.Second?.Theme == theme || (margin.Best is null && theme.Id == Theme.OtherId);

    private static void AppendOne(Account account, CompiledContent compiled, PhraseSuggestions phrases, CuratedPaper paper)
    {
        if (CurationSuggestions.IsOpen(paper))
        {
            AppendPaper(account, compiled.Content.Themes, phrases.Settle(paper));
        }
        else
        {
            account.Line($"{paper.Paper.Slug}: papers.yml has decided  [{Account.Place(paper.Edited!.Span)}]");
        }
    }

    private static void AppendGroup(Account account, CompiledContent compiled, PhraseSuggestions phrases, string heading, CuratedPaper[] papers)
    {
        account.Line($"{heading}: {papers.Length}{(papers.Length > PapersShown ? $", of which the newest {PapersShown}; name a theme or a paper to see others" : "")}");
        account.Plain("");
        foreach (CuratedPaper paper in papers.Take(PapersShown))
        {
            AppendPaper(account, compiled.Content.Themes, phrases.Settle(paper));
            account.Plain("");
        }
    }

    private static void AppendPaper(Account account, ThemeRules themes, Unsettled unsettled)
    {
        Paper paper = unsettled.Paper;
        string standing = string.Join(", ", paper.Scores.Where(s => s.Score > 0).Take(3).Select(s => FormattableString.Invariant($"{s.Theme.Id} {s.Score}")));
        account.Line($"{paper.Slug}  [{Account.Place(paper.Appearances[0])}]");
        account.Line($"  {paper.Title}");
        account.Line($"  {(standing.Length == 0 ? "no theme has points" : standing)}; a theme needs {themes.Threshold}");
        foreach (Settlement way in unsettled.Ways)
        {
            AppendWay(account, unsettled, way);
        }

        if (unsettled.Ways.Count == 0)
        {
            account.Plain("  nothing in it is telling of any theme: name one in papers.yml, or add a theme to themes.yml");
        }
    }

    // Where the phrases put it is no news to papers.yml.
    private static void AppendWay(Account account, Unsettled unsettled, Settlement way)
    {
        string id = way.Rule.Theme.Id;
        bool isThere = unsettled.Paper.Theme == way.Rule.Theme;
        string line = $"a line under the theme's `match:`, or the phrase alone within its `[…]`  [{Account.Place(way.Rule.Span)}]";
        account.Line($"  {(isThere, way.Phrases.Count > 0) switch
        {
            (true, true) => $"if `{id}` is right, to make it clear: {line}",
            (true, false) => $"if `{id}` is right, leave it so: no single phrase would make it clearer",
            (false, true) => $"if it belongs to `{id}`: {line}",
            _ => $"if it belongs to `{id}`:",
        }}");
        AppendPhrases(account, way.Phrases);
        if (!isThere)
        {
            PaperLine given = CurationSuggestions.ThemeLine(unsettled.Curated, id);
            account.Line($"    {(way.Phrases.Count > 0 ? "or add" : "add")} to papers.yml, {given.Where}");
            account.Plain(Indented(given));
        }
    }

    // As it goes into papers.yml: an entry under `papers:`, or a key under its entry.
    private static string Indented(PaperLine line) => (line.Text.Contains('{', StringComparison.Ordinal) ? "  " : "    ") + line.Text;

    private static void AppendPhrases(Account account, EquatableArray<SuggestedPhrase> phrases)
    {
        foreach (SuggestedPhrase phrase in phrases)
        {
            string moved = phrase.Moved.Count == 0 ? "" : $"; takes {string.Join(", ", phrase.Moved.Take(3))}{(phrase.Moved.Count > 3 ? $" and {phrase.Moved.Count - 3} more" : "")} too";
            account.Line($"      {phrase.Line}    # {phrase.Evidence}{moved}");
        }
    }

    private static void AppendMissing(Account account, ThemeRules themes, PhraseSuggestions phrases, Theme? theme)
    {
        MissingPhrases[] missing = [.. themes.Rules.Where(r => theme is null || r.Theme == theme).Select(phrases.MissingOf).Where(m => m.Phrases.Count > 0)];
        account.Line($"Phrases that tell a theme and that it does not look for{(missing.Length == 0 ? ": none" : "")}");
        account.Plain("");
        foreach (MissingPhrases ofTheme in missing)
        {
            account.Line($"  {ofTheme.Rule.Theme.Id}  [{Account.Place(ofTheme.Rule.Span)}]");
            AppendPhrases(account, ofTheme.Phrases);
        }

        if (missing.Length > 0)
        {
            account.Plain("");
        }
    }

    private static void AppendAlike(Account account, CompiledContent compiled)
    {
        IReadOnlyList<LikeTitles> pairs = LikeTitles.Among([.. compiled.Papers.Select(p => p.Paper)]);
        account.Line($"Papers that look like one: {pairs.Count}");
        foreach (LikeTitles pair in pairs.Take(PapersShown))
        {
            account.Plain("");
            account.Line($"  {pair.First.Title}  [{Account.Place(pair.First.Appearances[0])}]");
            account.Line($"  {pair.Second.Title}  [{Account.Place(pair.Second.Appearances[0])}]");
            PaperLine line = CurationSuggestions.AliasLine(pair, compiled.Papers, compiled.Ledger);
            account.Line($"    they differ only {pair.How}; if they are one, add to papers.yml, {line.Where}");
            account.Plain(Indented(line));
        }
    }

    /// <summary>What was probably meant by a name that is neither theme nor paper.</summary>
    public static string Nearest(CompiledContent compiled, string name) =>
        Names.Nearest(compiled.Site.Archive.Themes.Select(t => t.Id).Concat(compiled.Papers.Select(p => p.Paper.Slug.ToString())), name);
}
