namespace DigestSite.Relating;

/// <summary>
/// One paper as its weightiest terms, heaviest first. Weights are whole numbers scaled so that their squares sum to about
/// <see cref="Unit"/> squared: whole sums are the same in any order, on any machine.
/// </summary>
internal sealed record TermVector(int[] Terms, int[] Weights)
{
    /// <summary>The length of every vector; its square, and so any product of two vectors, fits in 32 bits.</summary>
    public const int Unit = 1 << 15;

    // What a paper says beyond its weightiest terms is what most papers say.
    private const int MaxTerms = 64;

    // A title is chosen with care: a word there counts as if the abstract had it so many times more.
    private const int TitleCounts = 3;

    // A pair is far rarer than its words, and its weight would hide them: it has three quarters of it.
    private const int PairNumerator = 3;
    private const int PairDenominator = 4;

    /// <summary>The vector of one paper.</summary>
    /// <param name="paper">Its place in the list.</param>
    /// <param name="rarity">Of each term, as a fixed number; 0 for one that no other paper has.</param>
    public static TermVector Of(TermList list, int paper, int[] rarity, int words)
    {
        int[] found = list.Found[paper];
        Array.Sort(found);
        var heaviest = new long[found.Length];
        int count = 0;
        for (int i = 0; i < found.Length;)
        {
            int term = found[i] >> 1;
            int times = 0;
            for (; i < found.Length && found[i] >> 1 == term; i++)
            {
                times += (found[i] & 1) == 0 ? 1 : TitleCounts;
            }

            if (rarity[term] > 0)
            {
                long weight = ((long)(FixedPoint.One + FixedPoint.Log2(times)) * rarity[term]) >> FixedPoint.Bits;
                weight = term < words ? weight : weight * PairNumerator / PairDenominator;
                heaviest[count++] = (-weight << 32) | (uint)term;
            }
        }

        Array.Sort(heaviest, 0, count);
        return Scaled(heaviest.AsSpan(0, Math.Min(count, MaxTerms)));
    }

    // The square root is exact to the last bit wherever IEEE 754 is.
    private static TermVector Scaled(ReadOnlySpan<long> heaviest)
    {
        var terms = new int[heaviest.Length];
        var weights = new int[heaviest.Length];
        long squares = 0;
        for (int i = 0; i < heaviest.Length; i++)
        {
            long weight = -(heaviest[i] >> 32);
            squares += weight * weight;
        }

        long length = (long)Math.Sqrt(squares) + 1;
        for (int i = 0; i < heaviest.Length; i++)
        {
            terms[i] = (int)(heaviest[i] & 0xFFFFFFFF);
            weights[i] = (int)(-(heaviest[i] >> 32) * Unit / length);
        }

        return new(terms, weights);
    }
}
