using System.Globalization;
using DigestSite.Curation;
using DigestSite.Curation.Suggesting;
using DigestSite.Papers;
using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Curation.Suggesting;

public class PhraseSuggestionTests(RealSite real) : IClassFixture<RealSite>
{
    private static readonly string Themes = File.ReadAllText(Repository.File("content", "themes.yml"));

    // The second threshold puts many papers under Other.
    [Theory]
    [InlineData(4, 10)]
    [InlineData(9, 25)]
    public void Every_line_settles_its_paper_and_moves_the_papers_it_says(int threshold, int leastUnsettled)
    {
        string text = Themes.Replace("threshold: 4 ", string.Create(CultureInfo.InvariantCulture, $"threshold: {threshold} "), StringComparison.Ordinal);
        ThemeRules rules = Rules(text);
        CuratedPaper[] papers = Papers(rules);
        var suggestions = new PhraseSuggestions(rules, papers);
        Unsettled[] unsettled =
        [
            .. papers
                .Where(CurationSuggestions.IsOpen)
                .Where(p => Margin.Of(p.Phrases) is { Best: null } or { IsNarrow: true })
                .Select(suggestions.Settle),
        ];
        Assert.True(unsettled.Length >= leastUnsettled, string.Create(CultureInfo.InvariantCulture, $"{unsettled.Length}"));
        Assert.Contains(unsettled, u => u.Ways.Any(w => w.Phrases.Count > 0));
        foreach ((Unsettled one, Settlement way, SuggestedPhrase phrase) in unsettled.SelectMany(u => u.Ways.SelectMany(w => w.Phrases.Select(p => (u, w, p)))))
        {
            var changed = new Themer(Rules(WithLine(text, way.Rule, phrase.Line)), new TagRules([]));
            ThemedText settled = changed.Score(one.Paper.Title, one.Paper.Abstract);
            Assert.Equal(way.Rule.Theme.Id, settled.Theme.Id);
            Assert.False(Margin.Of(settled).IsNarrow, $"{phrase.Line} leaves {one.Paper.Slug} narrow");
            Assert.Contains(settled.Scores[0].Hits, h => h.Phrase == phrase.Words);
            Slug[] moved =
            [
                .. papers
                    .Where(p => !p.Paper.IsThemeGiven && p.Paper.Slug != one.Paper.Slug && changed.Score(p.Paper.Title, p.Paper.Abstract).Theme.Id != p.Paper.Theme.Id)
                    .Select(p => p.Paper.Slug)
                    .Order(),
            ];
            Assert.Equal(moved, phrase.Moved);
        }
    }

    [Fact]
    public void The_counts_beside_a_phrase_are_those_of_a_plain_search()
    {
        ThemeRules rules = Rules(Themes);
        CuratedPaper[] papers = Papers(rules);
        var suggestions = new PhraseSuggestions(rules, papers);
        MissingPhrases[] missing = [.. rules.Rules.Select(suggestions.MissingOf).Where(m => m.Phrases.Count > 0)];
        Assert.True(missing.Length > 5);
        foreach ((ThemeRule rule, SuggestedPhrase phrase) in missing.SelectMany(m => m.Phrases.Select(p => (m.Rule, p))))
        {
            CuratedPaper[] having = [.. papers.Where(p => Occurrences.Of(phrase.Words, p.Paper) is not (false, 0))];
            Assert.Equal((having.Count(p => p.Paper.Theme == rule.Theme), having.Count(p => p.Paper.Theme != rule.Theme)), (phrase.Inside, phrase.Outside));
            Assert.Equal(papers.Length, phrase.ThemeSize + phrase.Others);
            Assert.True(phrase.Inside >= phrase.Outside);
        }
    }

    [Fact]
    public void A_phrase_that_only_its_theme_has_is_found_and_one_that_all_have_is_not()
    {
        ThemeRules rules = Rules(Edited.Themes);
        CuratedPaper[] papers =
        [
            .. Enumerable.Range(0, 6).Select(i => Scored(rules, $"Bound {i}", "A bound with many lemmas by induction and a common word.")),
            .. Enumerable.Range(0, 9).Select(i => Scored(rules, $"Adversarial attack {i}", "An adversarial attack, and a common word.")),
        ];
        ThemeRule theory = rules.Rules[1];
        Assert.Equal(["induction", "lemmas"], new PhraseSuggestions(rules, papers).MissingOf(theory).Phrases.Select(p => p.Words).Where(w => !w.Contains(' ', StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_tie_moves_a_paper_only_to_the_theme_that_stands_earlier()
    {
        ThemeRules rules = Rules(Edited.Themes);
        CuratedPaper attack = Scored(rules, "Adversarial attack by lemma", "");
        CuratedPaper bound = Scored(rules, "A bound by lemma", "");
        var moving = new MovingPapers(rules, [attack, bound]);
        var lemma = new SuggestedPhrase("lemma", 2, 3, 0, 4);
        Assert.Equal([bound.Paper.Slug], moving.By(rules.Rules[0], lemma, null));
        Assert.Equal([], moving.By(rules.Rules[0], lemma, bound.Paper.Slug));
        Assert.Equal([], moving.By(rules.Rules[1], lemma, null));
        Assert.Equal([attack.Paper.Slug], moving.By(rules.Rules[1], lemma with { TitlePoints = 5 }, null));
    }

    [Theory]
    [InlineData("sharp minima", "- sharp minima")]
    [InlineData("no", "- \"no\"")]
    [InlineData("3d", "- \"3d\"")]
    [InlineData("c++", "- \"c++\"")]
    public void A_line_is_yaml(string words, string line)
    {
        var phrase = new SuggestedPhrase(words, 2, 3, 0, 4);
        Assert.Equal(line, phrase.Line);
        Assert.Equal(words, Rules(WithLine(Edited.Themes.Replace("match: [bound]", "match:\n      - bound", StringComparison.Ordinal), Rules(Edited.Themes).Rules[1], line)).Rules[1].Match[0].Phrase.Words);
        Assert.Equal($"- {{ phrase: {line[2..]}, title: 6, abstract: 3 }}", (phrase with { TitlePoints = 6, AbstractPoints = 3 }).Line);
    }

    private static CuratedPaper Scored(ThemeRules rules, string title, string text)
    {
        ThemedText themed = new Themer(rules, new TagRules([])).Score(title, text);
        Paper paper = Samples.Paper(title, themed.Theme, text, Samples.Capture("a.txt", new DateOnly(2025, 3, 11)));
        return new(paper with { Scores = themed.Scores }, themed, null);
    }

    private CuratedPaper[] Papers(ThemeRules rules)
    {
        var themer = new Themer(rules, new TagRules([]));
        return
        [
            .. real.Site.Compiled!.Papers.Select(p =>
            {
                ThemedText themed = themer.Score(p.Paper.Title, p.Paper.Abstract);
                return p with { Phrases = themed, Paper = p.Paper with { Theme = p.Paper.IsThemeGiven ? rules.All.Single(t => t.Id == p.Paper.Theme.Id) : themed.Theme, Scores = themed.Scores } };
            }),
        ];
    }

    private static ThemeRules Rules(string text) => Edited.Loaded(Edited.Files(themes: text)).Themes;

    // As an editor would: pasted as the first item under the theme's match.
    private static string WithLine(string text, ThemeRule rule, string line)
    {
        List<string> lines = [.. text.Split('\n')];
        int match = lines.FindIndex(rule.Span.Line, l => l == "    match:");
        lines.Insert(match + 1, "      " + line);
        return string.Join('\n', lines);
    }
}
