namespace DigestSite.Pages;

/// <summary>The first words of a text.</summary>
internal static class Excerpt
{
    /// <summary>How much of an abstract a list shows, in characters.</summary>
    public const int Lead = 240;

    /// <summary>How much of a description search engines show, in characters.</summary>
    public const int Description = 160;

    /// <summary>What a text that was cut ends with.</summary>
    public const char Cut = '…';

    /// <summary>At most <paramref name="length"/> UTF-16 units of <paramref name="text"/>, cut after a word and closed with an ellipsis.</summary>
    public static string Of(string text, int length)
    {
        string folded = Folded(text, length + 1);
        if (folded.Length <= length)
        {
            return folded;
        }

        // One unit is for the ellipsis. A word longer than half of it all (an address, Chinese) is cut within.
        int space = folded.LastIndexOf(' ', length - 1);
        int end = space > length / 2 ? space : length - 1;
        if (char.IsHighSurrogate(folded[end - 1]))
        {
            end--;
        }

        return folded[..end].TrimEnd(' ', ',', ';', ':', '.', '-') + Cut;
    }

    // The first `length` units with white space folded: an abstract is ten times longer than what is shown of it.
    private static string Folded(string text, int length)
    {
        Span<char> folded = stackalloc char[length + 1];
        int count = 0;
        bool isBetweenWords = false;
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                isBetweenWords = count > 0;
                continue;
            }

            if (isBetweenWords)
            {
                folded[count++] = ' ';
                isBetweenWords = false;
            }

            folded[count++] = c;
            if (count >= length)
            {
                break;
            }
        }

        return new string(folded[..count]);
    }
}
