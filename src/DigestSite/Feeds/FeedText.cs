using System.Buffers;
using System.Globalization;
using System.Text;
using DigestSite.Papers;

namespace DigestSite.Feeds;

/// <summary>How text gets ready for a feed.</summary>
internal static class FeedText
{
    // Control characters, most of which XML 1.0 forbids outright, and the two noncharacters it also does (XML 1.0, 2.2).
    private static readonly SearchValues<char> Unwanted = SearchValues.Create(
        Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Append(0xFFFE).Append(0xFFFF).Select(i => (char)i).ToArray());

    /// <summary>
    /// The text in NFC and fit for XML 1.0: control characters and noncharacters are dropped, or one space where they are white space;
    /// lone surrogates become U+FFFD.
    /// </summary>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAny(Unwanted))
        {
            return TextFolding.Normalize(text, NormalizationForm.FormC);
        }

        // Lone surrogates are replaced before anything is dropped: two of them brought together would be a character that nobody wrote.
        var kept = new StringBuilder(text.Length);
        foreach (char c in TextFolding.WellFormed(text))
        {
            if (!Unwanted.Contains(c))
            {
                kept.Append(c);
            }
            else if (char.IsWhiteSpace(c))
            {
                kept.Append(' ');
            }
        }

        return TextFolding.Normalize(kept.ToString(), NormalizationForm.FormC);
    }

    /// <summary>The text, or its first words with an ellipsis where it is longer than <paramref name="length"/> UTF-16 units.</summary>
    public static string Shorten(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        int space = text.LastIndexOf(' ', length);
        int end = space > length / 2 ? space : length;
        if (char.IsHighSurrogate(text[end - 1]))
        {
            end--;
        }

        return text[..end].TrimEnd() + "…";
    }

    /// <summary>A date as people read it: <c>3 November 2025</c>.</summary>
    public static string Day(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A count with its noun: <c>1 paper</c>, <c>2 papers</c>.</summary>
    public static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
