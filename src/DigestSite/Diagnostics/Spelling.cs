namespace DigestSite.Diagnostics;

/// <summary>Finds what an editor probably meant.</summary>
internal static class Spelling
{
    // Nobody slips more often in one word; and what is compared with thousands of names must be quick to give up.
    private const int MostSlips = 8;

    // Two slips in four letters make any word of any other.
    private const int ShortWord = 4;

    // Longer than any id, key or file name; a longer word is damage, not a slip.
    private const int LongestWord = 200;

    /// <summary><c>did you mean `x`?</c> for the nearest of <paramref name="known"/>, else the list of what is known.</summary>
    public static string DidYouMean(string word, IEnumerable<string> known)
    {
        string[] all = [.. known];
        if (word.Length <= LongestWord && Nearest(word.ToLowerInvariant(), all) is { } best)
        {
            return $"did you mean `{best}`?";
        }

        const int Shown = 12;
        string[] first = [.. all.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(Shown + 1)];
        string list = string.Join(", ", first.Take(Shown).Select(k => $"`{k}`"));
        return first.Length == 0 ? "nothing is known here" : $"known here: {list}{(first.Length > Shown ? ", …" : "")}";
    }

    /// <summary>Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.</summary>
    /// <param name="most">From where on it does not matter: any distance beyond is told as one more than this.</param>
    public static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int most = int.MaxValue / 2)
    {
        // What both begin and end with costs nothing, and is most of two words that are alike.
        int prefix = left.CommonPrefixLength(right);
        left = left[prefix..];
        right = right[prefix..];
        while (left.Length > 0 && right.Length > 0 && left[^1] == right[^1])
        {
            left = left[..^1];
            right = right[..^1];
        }

        if (Math.Abs(left.Length - right.Length) > most)
        {
            return most + 1;
        }

        int beyond = most + 1;
        int[] beforeLast = new int[right.Length + 1];
        int[] last = new int[right.Length + 1];
        int[] row = new int[right.Length + 1];
        for (int j = 0; j <= right.Length; j++)
        {
            (beforeLast[j], last[j], row[j]) = (beyond, beyond, Math.Min(j, beyond));
        }

        for (int i = 1; i <= left.Length; i++)
        {
            (beforeLast, last, row) = (last, row, beforeLast);
            // Only what is near the diagonal can be near enough.
            int from = Math.Max(1, i - most);
            int to = (int)Math.Min(right.Length, (long)i + most);
            row[from - 1] = from == 1 ? Math.Min(i, beyond) : beyond;
            for (int j = from; j <= to; j++)
            {
                int cell = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                bool isSwap = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
                row[j] = Math.Min(beyond, isSwap ? Math.Min(cell, beforeLast[j - 2] + 1) : cell);
            }

            row.AsSpan(to + 1).Fill(beyond);
        }

        return row[^1];
    }

    private static string? Nearest(string word, string[] known)
    {
        (string? Word, int Distance) best = (null, int.MaxValue);
        foreach (string candidate in known)
        {
            int most = Math.Min(best.Distance, Math.Min(MostSlips, Math.Max(candidate.Length <= ShortWord ? 1 : 2, candidate.Length / 3)));
            int distance = Math.Abs(candidate.Length - word.Length) > most ? most + 1 : Distance(word, candidate.ToLowerInvariant(), most);
            if (distance <= most && (distance < best.Distance || string.CompareOrdinal(candidate, best.Word) < 0))
            {
                best = (candidate, distance);
            }
        }

        return best.Word;
    }
}
