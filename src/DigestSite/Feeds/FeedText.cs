using System.Buffers;
using System.Globalization;
using System.Text;
using DigestSite.Papers;

namespace DigestSite.Feeds;

/// <summary>How text gets ready for a feed.</summary>
internal static class FeedText
{
    // Control characters, most of which XML 1.0 forbids outright (XML 1.0, 2.2); noncharacters; and the explicit marks of the Unicode bidirectional
    // algorithm (UAX 9, 2.1 to 2.4). The low surrogates that end noncharacters beyond U+FFFF are looked at more closely.
    private static readonly SearchValues<char> Suspicious = SearchValues.Create(
        Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Concat(Enumerable.Range(0x202A, 5)).Concat(Enumerable.Range(0x2066, 4))
            .Concat(Enumerable.Range(0xFDD0, 0x20)).Concat([0xDFFE, 0xDFFF, 0xFFFE, 0xFFFF]).Select(i => (char)i).ToArray());

    /// <summary>
    /// The text in NFC and fit for XML 1.0: control characters and noncharacters are dropped, or one space where they are white space;
    /// lone surrogates become U+FFFD. Embeddings, overrides and isolates of writing direction are dropped: in a reader's list they would turn around what
    /// stands behind them. Text from right to left needs none of them, and its marks (U+200E, U+200F) stay.
    /// </summary>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAny(Suspicious))
        {
            return TextFolding.Normalize(text, NormalizationForm.FormC);
        }

        // Lone surrogates are replaced before anything is dropped: two of them brought together would be a character that nobody wrote.
        ReadOnlySpan<char> rest = TextFolding.WellFormed(text);
        var kept = new StringBuilder(rest.Length);
        for (int i; (i = rest.IndexOfAny(Suspicious)) >= 0; rest = rest[(i + 1)..])
        {
            kept.Append(rest[..i]);
            if (rest[i] is >= '\uDFFE' and <= '\uDFFF')
            {
                TakeLowSurrogate(kept, rest[i]);
            }
            else if (char.IsWhiteSpace(rest[i]))
            {
                kept.Append(' ');
            }
        }

        return TextFolding.Normalize(kept.Append(rest).ToString(), NormalizationForm.FormC);
    }

    // The last two code points of a plane are noncharacters: U+1FFFE is D83F DFFE.
    private static void TakeLowSurrogate(StringBuilder kept, char low)
    {
        if ((kept[^1] & 0x3F) == 0x3F)
        {
            kept.Length--;
        }
        else
        {
            kept.Append(low);
        }
    }

    /// <summary>The day, or the one that the site is built as of where that is earlier: no date in a feed is later than it.</summary>
    public static DateOnly NoLaterThan(DateOnly asOf, DateOnly day) => day > asOf ? asOf : day;

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
