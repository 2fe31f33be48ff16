using DigestSite.Papers;

namespace DigestSite.Curation.Suggesting;

/// <summary>Foresees which papers a new phrase would take from the themes they are under.</summary>
internal sealed class MovingPapers(ThemeRules themes, IReadOnlyList<CuratedPaper> papers)
{
    private readonly Lazy<string[]> _texts = new(() =>
        [.. papers.Select(p => $" {WordFolding.Fold(p.Paper.Title)} \n {WordFolding.Fold(p.Paper.Abstract ?? "")} ")]);

    /// <summary>The papers, but for <paramref name="settled"/>, that the phrase would put under the theme of <paramref name="rule"/>.</summary>
    public EquatableArray<Slug> By(ThemeRule rule, SuggestedPhrase phrase, Slug? settled)
    {
        Phrase words = Phrase.TryParse(phrase.Words)!;
        ThemeRule changed = rule with { Match = rule.Match.Append(new(words, phrase.TitlePoints, phrase.AbstractPoints)).ToEquatableArray() };
        var themer = new Themer(themes with { Threshold = 1, Rules = [changed] }, new TagRules([]));
        var moved = new List<Slug>();
        string start = " " + words.Words;
        for (int i = 0; i < papers.Count; i++)
        {
            // Most papers do not have the words at all, which is quick to see.
            CuratedPaper p = papers[i];
            if (_texts.Value[i].Contains(start, StringComparison.Ordinal)
                && p.Paper.Theme != rule.Theme && !p.Paper.IsThemeGiven && p.Paper.Slug != settled
                && themer.Score(p.Paper.Title, p.Paper.Abstract).Scores is [{ } score, ..] && IsFirst(score, p))
            {
                moved.Add(p.Paper.Slug);
            }
        }

        return moved.Order().ToEquatableArray();
    }

    private bool IsFirst(ThemeScore score, CuratedPaper paper) =>
        score.Score >= themes.Threshold
        && (paper.Phrases.Theme.Id == Theme.OtherId
            || paper.Phrases.Scores[0].Score < score.Score
            || (paper.Phrases.Scores[0].Score == score.Score && paper.Phrases.Theme.Order > score.Theme.Order));
}
