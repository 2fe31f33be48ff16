using DigestSite.Diagnostics;
using DigestSite.Papers;
using DigestSite.Papers.Merging;

namespace DigestSite.Curation.Suggesting;

/// <summary>Two papers whose titles are so alike that they may be one.</summary>
/// <param name="First">The one that was listed first.</param>
/// <param name="How">What tells the titles apart, in words.</param>
internal sealed record LikeTitles(Paper First, Paper Second, string How)
{
    // What differs in one word among more titles than this is a series, not one title misspelt.
    private const int MostOfOne = 8;

    // Shorter titles, and shorter parts of titles, are alike by chance.
    private const int LeastWords = 3;
    private const int LeastLetters = 16;

    /// <summary>The pairs, in a total order. What it takes grows with the words of all titles, not with the pairs of papers.</summary>
    public static IReadOnlyList<LikeTitles> Among(IReadOnlyList<Paper> papers)
    {
        TitleForm[] forms = [.. papers.Where(p => TitleKey.Of(p.Title, null) == TextFolding.FoldTitle(p.Title)).Select(p => new TitleForm(p))];
        var found = new Dictionary<(Slug, Slug), LikeTitles>();
        Pair(forms.Where(f => IsLong(f.Words)).Select(f => (f.Squashed, f)), "by spaces, hyphens or plurals", static (_, _) => true, found);
        Pair(forms.SelectMany(Cores), "by what stands before or after its colon", static (a, b) => a.Parts.Count != b.Parts.Count, found);
        Pair(forms.Where(f => IsLong(f.Words)).SelectMany(WithoutOneWord), "by one word", AreOneMisspelt, found);
        return [.. found.Values.OrderBy(l => l.First.Slug).ThenBy(l => l.Second.Slug)];
    }

    private static void Pair(
        IEnumerable<(string Key, TitleForm Form)> keyed, string how, Func<TitleForm, TitleForm, bool> areAlike, Dictionary<(Slug, Slug), LikeTitles> found)
    {
        foreach (var group in keyed.GroupBy(k => k.Key, k => k.Form, StringComparer.Ordinal))
        {
            TitleForm[] forms = [.. group.Distinct()];
            if (forms.Length is < 2 or > MostOfOne)
            {
                continue;
            }

            for (int i = 0; i < forms.Length; i++)
            {
                foreach (TitleForm other in forms[(i + 1)..].Where(f => MayBeOne(forms[i].Paper, f.Paper) && areAlike(forms[i], f)))
                {
                    Paper[] both = [.. ((Paper[])[forms[i].Paper, other.Paper]).OrderBy(p => p.FirstListed).ThenBy(p => p.Slug)];
                    found.TryAdd((both[0].Slug, both[1].Slug), new(both[0], both[1], how));
                }
            }
        }
    }

    private static bool MayBeOne(Paper one, Paper other) => one.Arxiv is null || other.Arxiv is null || one.Arxiv == other.Arxiv;

    private static bool IsLong(IReadOnlyCollection<string> words) => words.Count >= LeastWords && words.Sum(w => w.Length) >= LeastLetters;

    // `X: Y` shares its key with `X` and with `Y`; two titles that both have a colon are alike by neither.
    private static IEnumerable<(string Key, TitleForm Form)> Cores(TitleForm form) =>
        form.Parts.Append(form.Words).Where(IsLong).Select(p => (string.Concat(p.Select(TitleForm.Singular)), form)).Distinct();

    // A word with a digit and the number of a part are never left out: in a series they tell the works apart.
    private static IEnumerable<(string Key, TitleForm Form)> WithoutOneWord(TitleForm form) =>
        Enumerable.Range(0, form.Words.Length)
            .Where(i => form.Words[i].Length > 3 && !form.Words[i].Any(char.IsDigit) && !TitleForm.IsRoman(form.Words[i]))
            .Select(i => (string.Join(' ', form.Words.Select((w, n) => n == i ? "*" : TitleForm.Singular(w))), form));

    private static bool AreOneMisspelt(TitleForm left, TitleForm right)
    {
        (string one, string other) = left.Words.Zip(right.Words).FirstOrDefault(w => TitleForm.Singular(w.First) != TitleForm.Singular(w.Second));
        if (one is null || one.Length < 5 || other.Length < 5)
        {
            return false;
        }

        // `supervised` and `unsupervised` differ by a prefix that turns the meaning.
        bool hasPrefix = one.EndsWith(other, StringComparison.Ordinal) || other.EndsWith(one, StringComparison.Ordinal);
        int allowed = Math.Min(one.Length, other.Length) >= 9 ? 2 : 1;
        return !hasPrefix && Math.Abs(one.Length - other.Length) <= allowed && Spelling.Distance(one, other) <= allowed;
    }

    /// <summary>A title as words, and in parts at its colon.</summary>
    private sealed class TitleForm(Paper paper)
    {
        private static readonly string[] Romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

        public Paper Paper => paper;

        public string[] Words { get; } = Split(paper.Title);

        /// <summary>What stands before the first colon and what after it; none for a title without a colon.</summary>
        public IReadOnlyList<string[]> Parts { get; } = paper.Title.Split(':', 2) is [var head, var tail] ? [Split(head), Split(tail)] : [];

        public string Squashed => string.Concat(Words.Select(Singular));

        public static string Singular(string word) => word.Length > 3 && word[^1] == 's' && word[^2] != 's' ? word[..^1] : word;

        public static bool IsRoman(string word) => Romans.Contains(word, StringComparer.Ordinal);

        private static string[] Split(string text) => WordFolding.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
