namespace DigestSite.Diagnostics;

/// <summary>Finds what an editor probably meant.</summary>
internal static class Spelling
{
    /// <summary><c>did you mean `x`?</c> for the nearest of <paramref name="known"/>, else the list of what is known.</summary>
    public static string DidYouMean(string word, IEnumerable<string> known)
    {
        string[] all = [.. known.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        string? best = all
            .Select(k => (Word: k, Distance: Distance(word.ToLowerInvariant(), k.ToLowerInvariant())))
            .Where(k => k.Distance <= Math.Max(2, k.Word.Length / 3))
            .OrderBy(k => k.Distance)
            .ThenBy(k => k.Word, StringComparer.Ordinal)
            .Select(k => k.Word)
            .FirstOrDefault();
        if (best is not null)
        {
            return $"did you mean `{best}`?";
        }

        const int Shown = 12;
        string list = string.Join(", ", all.Take(Shown).Select(k => $"`{k}`"));
        return all.Length == 0 ? "nothing is known here" : $"known here: {list}{(all.Length > Shown ? ", …" : "")}";
    }

    /// <summary>Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.</summary>
    public static int Distance(string left, string right)
    {
        var d = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++)
        {
            for (int j = 0; j <= right.Length; j++)
            {
                d[i, j] = i == 0 ? j : j == 0 ? i : Math.Min(
                    Math.Min(d[i - 1, j], d[i, j - 1]) + 1,
                    d[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[left.Length, right.Length];
    }
}
