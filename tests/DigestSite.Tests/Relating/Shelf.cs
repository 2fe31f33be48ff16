using DigestSite.Papers;
using DigestSite.Relating;

namespace DigestSite.Tests.Relating;

/// <summary>Papers made for a test, and what is related among them.</summary>
internal static class Shelf
{
    private static readonly Capture Day = Samples.Capture("a.txt", new DateOnly(2025, 11, 3), inferred: false);

    public static Paper Paper(string title, string text, Theme? theme = null) => Samples.Paper(title, theme ?? Samples.Other, text, Day);

    public static IReadOnlyList<RelatedPaper> Of(Paper paper, IEnumerable<Paper> papers) => PaperRelations.Of(papers).GetValueOrDefault(paper.Slug);

    public static string[] Titles(IEnumerable<RelatedPaper> related) => [.. related.Select(r => r.Paper.Title)];

    /// <summary>Papers of invented words: those of one topic share some.</summary>
    public static Paper[] Many(int count, int seed)
    {
        var random = new Dice((uint)seed);
        return
        [
            .. Enumerable.Range(0, count).Select(i =>
            {
                int topic = random.Roll(Math.Max(2, count / 12));
                string words = string.Join(' ', Enumerable.Range(0, 60).Select(_ => random.Roll(3) == 0 ? $"topic{Letters(topic)}{Letters(random.Roll(9))}" : $"word{Letters(random.Roll(400))}"));
                Theme theme = (topic % 3) switch { 0 => Samples.Robustness, 1 => Samples.Theory, _ => Samples.Other };
                return Paper($"Paper {i} on topic{Letters(topic)}{Letters(random.Roll(9))}", words, theme);
            }),
        ];
    }

    /// <summary>All of it as text, so that two results compare in one glance.</summary>
    public static string Print(IReadOnlyDictionary<Slug, EquatableArray<RelatedPaper>> related) =>
        string.Join('\n', related.OrderBy(r => r.Key).Select(r => $"{r.Key}: {string.Join("; ", r.Value.Select(p => $"{p.Paper.Slug} {p.Score} {string.Join(',', p.Terms)}"))}"));

    private static string Letters(int number) => number < 26 ? $"{(char)('a' + number)}" : Letters((number / 26) - 1) + (char)('a' + (number % 26));

    /// <summary>Numbers that look like chance and are the same each time.</summary>
    internal sealed class Dice(uint seed)
    {
        private uint _state = (seed * 2654435769) + 1;

        /// <summary>From 0 to one less than <paramref name="sides"/>.</summary>
        public int Roll(int sides)
        {
            _state = (_state * 1664525) + 1013904223;
            return (int)((_state >> 8) % (uint)sides);
        }
    }
}
