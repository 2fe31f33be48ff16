namespace DigestSite.Pages;

/// <summary>The captured form of an abstract that reads differently on its page.</summary>
internal static class CapturedText
{
    // In UTF-16 units. Most abstracts are shorter; a page with a longer one twice would weigh more than all else on it.
    private const int Whole = 1_000;

    /// <summary>
    /// All of <paramref name="captured"/>, or of a long one the sentences from the first difference to the last: the rest stands above it word for
    /// word, and the API has it all.
    /// </summary>
    public static string Of(string captured, string shown)
    {
        if (captured.Length <= Whole)
        {
            return captured;
        }

        int start = captured.AsSpan().CommonPrefixLength(shown);
        int end = captured.Length;
        for (int other = shown.Length; end > start && other > start && captured[end - 1] == shown[other - 1]; other--)
        {
            end--;
        }

        int sentence = start == 0 ? -1 : captured.LastIndexOf(". ", Math.Min(start, captured.Length - 1), StringComparison.Ordinal);
        int next = captured.IndexOf(". ", end, StringComparison.Ordinal);
        string text = captured[(sentence < 0 ? 0 : sentence + 2)..(next < 0 ? captured.Length : next + 1)];
        return (sentence < 0 ? "" : "… ") + text + (next < 0 ? "" : " …");
    }
}
