using DigestSite.Papers;

namespace DigestSite.Relating;

/// <summary>Which of some papers are related, each two of them once, by their places.</summary>
/// <param name="Count">How many papers there are.</param>
/// <param name="Edges">Places and strength, from 0 to 1, in order.</param>
internal sealed record RelatedGraph(int Count, IReadOnlyList<(int From, int To, double Strength)> Edges)
{
    public static RelatedGraph Of(Paper[] papers, IReadOnlyDictionary<Slug, EquatableArray<RelatedPaper>> related)
    {
        var places = new Dictionary<Slug, int>(papers.Length);
        for (int i = 0; i < papers.Length; i++)
        {
            places.Add(papers[i].Slug, i);
        }

        var edges = new SortedDictionary<(int, int), double>();
        for (int i = 0; i < papers.Length; i++)
        {
            foreach (RelatedPaper other in related.GetValueOrDefault(papers[i].Slug))
            {
                if (places.TryGetValue(other.Paper.Slug, out int place))
                {
                    edges[(Math.Min(i, place), Math.Max(i, place))] = Strength(other.Score);
                }
            }
        }

        return new(papers.Length, [.. edges.Select(e => (e.Key.Item1, e.Key.Item2, e.Value))]);
    }

    // Few cosines are above a half.
    private static double Strength(int score) => Math.Min(1, 2.0 * score / PaperRelations.Whole);
}
