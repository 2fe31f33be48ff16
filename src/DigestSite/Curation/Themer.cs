using System.Runtime.InteropServices;
using DigestSite.Papers;

namespace DigestSite.Curation;

/// <summary>What the phrases make of one paper.</summary>
/// <param name="Scores">The themes that any phrase gave points to, best first, then in the order of the file.</param>
/// <param name="Theme">The best, or <c>other</c> where none reaches the threshold.</param>
/// <param name="Tags">In the order of tags.yml, without those that these imply.</param>
internal sealed record ThemedText(EquatableArray<ThemeScore> Scores, Theme Theme, EquatableArray<Tag> Tags);

/// <summary>Assigns themes and tags by phrases. Safe to use from several threads.</summary>
internal sealed class Themer
{
    private readonly ThemeRules _themes;
    private readonly Theme _other;
    private readonly PhraseIndex _index;
    private readonly Entry[] _entries;
    private readonly bool[] _isMatched;

    public Themer(ThemeRules themes, TagRules tags)
    {
        _themes = themes;
        _other = themes.Other;
        _entries =
        [
            .. themes.Rules.SelectMany(r => r.Match.Select(m => new Entry(m.Phrase) { Rule = r, Points = m })
                .Concat(r.Exclude.Select(e => new Entry(e) { Rule = r }))),
            .. tags.Rules.SelectMany(r => r.Match.Select(m => new Entry(m) { Tag = r.Tag })),
        ];
        _isMatched = new bool[_entries.Length];
        _index = new PhraseIndex([.. _entries.Select(e => e.Phrase)]);
    }

    public ThemedText Score(string title, string? @abstract)
    {
        var scores = new List<ThemeScore>();
        var tags = new List<Tag>();
        Tally? tally = null;
        foreach (Found found in Counted(Find(title), Find(@abstract ?? "")))
        {
            Entry entry = _entries[found.Entry];
            _isMatched[found.Entry] = true;
            if (entry.Tag is { } tag)
            {
                if (tags.Count == 0 || tags[^1] != tag)
                {
                    tags.Add(tag);
                }
            }
            else
            {
                if (tally?.Theme != entry.Rule!.Theme)
                {
                    tally?.AddTo(scores);
                    tally = new Tally(entry.Rule.Theme);
                }

                tally.Add(entry, found);
            }
        }

        tally?.AddTo(scores);
        ThemeScore[] ranked = [.. scores.OrderByDescending(s => s.Score).ThenBy(s => s.Theme.Order)];
        Theme theme = ranked is [var best, ..] && best.Score >= _themes.Threshold ? best.Theme : _other;
        return new(ranked.ToEquatableArray(), theme, tags.ToEquatableArray());
    }

    /// <summary>The phrases that none of the texts scored so far has, in the order of the files.</summary>
    public IReadOnlyList<Phrase> Unmatched() => [.. _entries.Where((_, i) => !_isMatched[i]).Select(e => e.Phrase)];

    // In the order of the entries: all of one theme, or of one tag, come together.
    private List<int> Find(string text)
    {
        var found = new List<int>();
        using FoldedText folded = WordFolding.Rent(text);
        _index.Find(folded.Words, found);
        found.Sort();
        return found;
    }

    private static IEnumerable<Found> Counted(List<int> title, List<int> text)
    {
        int t = 0;
        int a = 0;
        while (t < title.Count || a < text.Count)
        {
            int entry = Math.Min(t < title.Count ? title[t] : int.MaxValue, a < text.Count ? text[a] : int.MaxValue);
            int inTitle = RunLength(title, t, entry);
            int inText = RunLength(text, a, entry);
            t += inTitle;
            a += inText;
            yield return new(entry, inTitle > 0, inText);
        }
    }

    private static int RunLength(List<int> sorted, int from, int entry)
    {
        ReadOnlySpan<int> rest = CollectionsMarshal.AsSpan(sorted)[from..];
        int length = rest.IndexOfAnyExcept(entry);
        return length < 0 ? rest.Length : length;
    }

    private readonly record struct Found(int Entry, bool InTitle, int InAbstract);

    // A phrase and whose it is: of a theme, with points or to exclude, or of a tag.
    private sealed record Entry(Phrase Phrase)
    {
        public ThemeRule? Rule { get; init; }

        public WeightedPhrase? Points { get; init; }

        public Tag? Tag { get; init; }
    }

    private sealed class Tally(Theme theme)
    {
        private readonly List<PhraseHit> _hits = [];
        private string? _excludedBy;

        public Theme Theme => theme;

        public void Add(Entry entry, Found found)
        {
            if (entry.Points is not { } points)
            {
                _excludedBy ??= entry.Phrase.Text;
                return;
            }

            int sum = (found.InTitle ? points.TitlePoints : 0)
                + (points.AbstractPoints * Math.Min(found.InAbstract, WeightedPhrase.CountedInAbstract));
            if (sum > 0)
            {
                _hits.Add(new(entry.Phrase.Text, found.InTitle, found.InAbstract, sum));
            }
        }

        public void AddTo(List<ThemeScore> scores)
        {
            if (_hits.Count > 0)
            {
                scores.Add(new(theme, _excludedBy is null ? _hits.Sum(h => h.Points) : 0, _hits.ToEquatableArray(), _excludedBy));
            }
        }
    }
}
