using DigestSite.Papers;

namespace DigestSite.Curation.Suggesting;

/// <summary>Finds the phrases that would settle a paper, and those that a theme does not look for yet.</summary>
/// <remarks>Phrases are counted once over all papers, so what one paper costs does not grow with their number.</remarks>
internal sealed class PhraseSuggestions
{
    // A theme without any points is as near as any other; the weights of phrases in themes.yml seldom exceed these.
    private const int NearestShown = 2;
    private const int PhrasesShown = 3;
    private const int MaxTitlePoints = 10;
    private const int MaxAbstractPoints = 4;

    private readonly ThemeRules _themes;
    private readonly IReadOnlyList<CuratedPaper> _papers;
    private readonly PaperWords _words;
    private readonly PhraseCounts _counts;
    private readonly Dictionary<Slug, int> _numbers;
    private readonly Dictionary<Theme, PhraseIndex> _known;
    private readonly MovingPapers _moving;

    /// <summary>Counts the phrases of all papers.</summary>
    /// <param name="papers">The papers that readers see.</param>
    public PhraseSuggestions(ThemeRules themes, IReadOnlyList<CuratedPaper> papers)
    {
        _themes = themes;
        _papers = papers;
        _words = new(papers.Select(p => p.Paper));
        _counts = new(_words, [.. papers.Select(p => p.Paper.Theme.Order)], themes.Rules.Count + 1);
        _numbers = papers.Select((p, i) => (p.Paper.Slug, i)).ToDictionary(p => p.Slug, p => p.i);
        _known = themes.Rules.ToDictionary(r => r.Theme, r => new PhraseIndex([.. r.Match.Select(m => m.Phrase), .. r.Exclude]));
        _moving = new(themes, papers);
    }

    /// <summary>The ways to settle one of the papers.</summary>
    public Unsettled Settle(CuratedPaper curated)
    {
        var margin = Margin.Of(curated.Phrases);
        IEnumerable<Settlement> ways = curated.Phrases.Scores
            .Where(s => s.ExcludedBy is null)
            .Take(NearestShown)
            .Select(s => Way(curated, _themes.Rules[s.Theme.Order], s.Score));
        if (curated.Phrases.Scores.Count == 0)
        {
            ways = _themes.Rules
                .Select(r => Way(curated, r, 0))
                .Where(w => w.Phrases.Count > 0)
                .OrderByDescending(w => w.Phrases[0].Distinction)
                .ThenBy(w => w.Rule.Theme.Order)
                .Take(NearestShown);
        }

        return new(curated, margin, ways.Select(w => w with { Phrases = WithMoved(w.Rule, w.Phrases, curated.Paper.Slug) }).ToEquatableArray());
    }

    /// <summary>The most telling phrases of a theme that none of its own is part of.</summary>
    public MissingPhrases MissingOf(ThemeRule rule)
    {
        IEnumerable<SuggestedPhrase> telling = _counts.Keys
            .Select(k => (Key: k, Counts: _counts.Of(k, rule.Theme.Order)))
            .Where(k => k.Counts.Inside > PhraseCounts.MinPapers)
            .Select(k => Phrase(k.Key, rule, k.Counts.Inside, k.Counts.All, without: 0))
            .Where(p => p.IsTelling && !IsKnown(p, rule));
        return new(rule, WithMoved(rule, Best(telling), null));
    }

    private EquatableArray<SuggestedPhrase> WithMoved(ThemeRule rule, IEnumerable<SuggestedPhrase> phrases, Slug? settled) =>
        phrases.Select(p => p with { Moved = _moving.By(rule, p, settled) }).ToEquatableArray();

    private Settlement Way(CuratedPaper curated, ThemeRule rule, int score)
    {
        int number = _numbers[curated.Paper.Slug];
        bool isInside = curated.Paper.Theme == rule.Theme;
        int rival = curated.Phrases.Scores.Where(s => s.Theme != rule.Theme).Select(s => s.Score).DefaultIfEmpty(0).Max();
        int missing = Math.Max(_themes.Threshold, rival + Margin.Narrow + 1) - score;
        IEnumerable<SuggestedPhrase> settling = _counts.KeysOf(number)
            .Select(k => (Key: k, Counts: _counts.Of(k, rule.Theme.Order)))
            .Select(k => Phrase(k.Key, rule, k.Counts.Inside - (isInside ? 1 : 0), k.Counts.All - 1, without: isInside ? 1 : 0))
            .Where(p => p.IsTelling && !IsKnown(p, rule))
            .Select(p => Weighted(p, curated.Paper, missing))
            .OfType<SuggestedPhrase>();
        return new(rule, score, Best(settling).ToEquatableArray());
    }

    private SuggestedPhrase Phrase(ulong key, ThemeRule rule, int inside, int all, int without)
    {
        int size = _counts.Sizes[rule.Theme.Order] - without;
        int others = _counts.Total - _counts.Sizes[rule.Theme.Order];
        return new(_words.Phrase(key), inside, size, all - inside, others);
    }

    // A phrase that holds one of the theme's counts already; a part of one was left out on purpose.
    private bool IsKnown(SuggestedPhrase phrase, ThemeRule rule)
    {
        var found = new List<int>();
        _known[rule.Theme].Find(phrase.Words, found);
        return found.Count > 0 || rule.Match.Any(m => Holds(m.Phrase.Words, phrase.Words));
    }

    // The least weight that suffices, or null where one phrase would have to weigh too much.
    private static SuggestedPhrase? Weighted(SuggestedPhrase phrase, Paper paper, int missing)
    {
        (bool inTitle, int inAbstract) = Occurrences.Of(phrase.Words, paper);
        int counted = Math.Min(inAbstract, WeightedPhrase.CountedInAbstract);
        for (int points = WeightedPhrase.DefaultAbstractPoints; points <= MaxAbstractPoints; points++)
        {
            int title = Math.Max(WeightedPhrase.DefaultTitlePoints, 2 * points);
            if (inTitle)
            {
                title = Math.Clamp(missing - (points * counted), title, MaxTitlePoints);
            }

            if ((inTitle ? title : 0) + (points * counted) >= missing)
            {
                return phrase with { TitlePoints = title, AbstractPoints = points };
            }
        }

        return null;
    }

    // Of phrases that contain one another the better one is enough.
    private static List<SuggestedPhrase> Best(IEnumerable<SuggestedPhrase> phrases)
    {
        var best = new List<SuggestedPhrase>();
        foreach (SuggestedPhrase phrase in phrases.OrderByDescending(p => p.Distinction).ThenBy(p => p.Words, StringComparer.Ordinal))
        {
            if (best.Count == PhrasesShown)
            {
                break;
            }

            if (!best.Exists(b => Holds(b.Words, phrase.Words) || Holds(phrase.Words, b.Words)))
            {
                best.Add(phrase);
            }
        }

        return best;
    }

    private static bool Holds(string longer, string shorter) => $" {longer} ".Contains($" {shorter} ", StringComparison.Ordinal);
}
