using System.Text;
using DigestSite.Curation;
using DigestSite.Diagnostics;
using DigestSite.Papers;
using FsCheck;
using FsCheck.Fluent;

namespace DigestSite.Tests.Curation;

/// <summary>The index gives what the plain definition gives, for any phrases and texts.</summary>
public class ThemerLawTests
{
    // Few letters, so that phrases meet texts; signs and plurals, so that the edges are met too.
    private static readonly Gen<string> Word = Gen.Elements("a", "as", "ases", "b", "ab", "abs", "c++", "c#", "C", "es", "s", "É", "1", "+", "-", "𝐁", "—");

    private static readonly Gen<string> Text = Word.ListOf().Select(w => string.Join(' ', w));

    private static readonly Gen<Phrase> Phrases =
        from words in Word.NonEmptyListOf()
        from star in Gen.Elements("", "", "*")
        let phrase = Phrase.TryParse(string.Join('-', words.Take(3)) + star)
        where phrase is not null
        select phrase;

    private static readonly Gen<ThemeRules> Rules =
        from threshold in Gen.Choose(1, 8)
        from rules in (from match in (from phrase in Phrases from title in Gen.Choose(0, 5) from text in Gen.Choose(0, 3) select new WeightedPhrase(phrase, title, text)).ListOf()
                       from exclude in Gen.Frequency((3, Gen.Constant<List<Phrase>>([])), (1, Phrases.ListOf(1).Select(p => p.ToList())))
                       select (match, exclude)).ListOf(3)
        select new ThemeRules
        {
            Threshold = threshold,
            Rules = rules.Select((r, i) => new ThemeRule(new Theme($"t{i}", "T", "t.", i), r.match.ToEquatableArray(), r.exclude.ToEquatableArray(), default(SourceSpan))).ToEquatableArray(),
        };

    [Fact]
    public void Scores_are_those_of_the_definition() => Check.One(
        Cases.Of(500),
        Prop.ForAll(
            (from rules in Rules from title in Text from text in Text select (rules, title, text)).ToArbitrary(),
            c =>
            {
                ThemedText actual = new Themer(c.rules, new TagRules([])).Score(c.title, c.text);
                int[] expected = [.. c.rules.Rules.Select(r => Plain(r, c.title, c.text))];
                Assert.All(c.rules.Rules, r => Assert.Equal(
                    expected[r.Theme.Order],
                    actual.Scores.Where(s => s.Theme == r.Theme).Select(s => s.Score).SingleOrDefault()));
                int best = Array.IndexOf(expected, expected.Max());
                Assert.Equal(expected[best] >= c.rules.Threshold ? $"t{best}" : Theme.OtherId, actual.Theme.Id);
            }));

    [Fact]
    public void Folding_is_idempotent_and_leaves_single_spaces() => Check.One(
        Cases.Of(500),
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text =>
        {
            string folded = WordFolding.Fold(text ?? "");
            Assert.Equal(folded, WordFolding.Fold(folded));
            Assert.Equal(folded, string.Join(' ', folded.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        }));

    private static int Plain(ThemeRule rule, string title, string text)
    {
        if (rule.Exclude.Any(e => Count(e, title) > 0 || Count(e, text) > 0))
        {
            return 0;
        }

        return rule.Match.Sum(m => (Count(m.Phrase, title) > 0 ? m.TitlePoints : 0) + (m.AbstractPoints * Math.Min(3, Count(m.Phrase, text))));
    }

    private static int Count(Phrase phrase, string text)
    {
        string[] words = Words(text);
        string[] sought = Words(phrase.Text.TrimEnd('*'));
        bool anyEnding = phrase.Text.EndsWith('*');
        return Enumerable.Range(0, Math.Max(0, words.Length - sought.Length + 1)).Count(i =>
            words.AsSpan(i, sought.Length - 1).SequenceEqual(sought.AsSpan(0, sought.Length - 1))
            && (anyEnding
                ? words[i + sought.Length - 1].StartsWith(sought[^1], StringComparison.Ordinal)
                : words[i + sought.Length - 1] == sought[^1] || words[i + sought.Length - 1] == sought[^1] + "s" || words[i + sought.Length - 1] == sought[^1] + "es"));
    }

    // By runes and strings, apart from the code under test.
    private static string[] Words(string text)
    {
        var words = new StringBuilder();
        foreach (Rune rune in text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().EnumerateRunes())
        {
            string last = words.ToString();
            bool isSign = rune.Value is '+' or '#' && last.Length > 0 && (char.IsLetter(last, char.IsLowSurrogate(last[^1]) ? last.Length - 2 : last.Length - 1) || last[^1] is '+' or '#');
            bool isWord = Rune.IsLetter(rune) || Rune.IsNumber(rune)
                || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark or System.Globalization.UnicodeCategory.EnclosingMark;
            words.Append(isSign || isWord ? rune.ToString() : " ");
        }

        return words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
