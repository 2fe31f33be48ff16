using System.Security.Cryptography;
using System.Text;

namespace DigestSite.Papers.Merging;

/// <summary>What two listings share when their titles alone say that they are one paper.</summary>
internal static class TitleKey
{
    // A title made of these words alone names a kind of document, not a work.
    private static readonly HashSet<string> Generic = new(StringComparer.Ordinal)
    {
        "a", "abstract", "an", "and", "appendix", "card", "correction", "editorial", "erratum", "for", "introduction", "material",
        "model", "notes", "of", "on", "overview", "paper", "preface", "preprint", "report", "review", "study", "summary",
        "supplementary", "survey", "system", "technical", "the", "tutorial", "untitled",
    };

    /// <summary>
    /// The folded title. A generic one ("Technical Report") proves nothing, so a fingerprint of the abstract goes with it:
    /// two such listings are one paper only when their abstracts are the same.
    /// </summary>
    public static string Of(string title, string? text)
    {
        string folded = TextFolding.FoldTitle(title);
        return IsGeneric(folded) ? $"{folded} #{Fingerprint(TextFolding.FoldTitle(text ?? ""))}" : folded;
    }

    public static string Of(Listing listing) => Of(listing.Title, listing.Abstract);

    /// <summary>Whether a folded title names a kind of document only.</summary>
    public static bool IsGeneric(string folded)
    {
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> generic = Generic.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (Range place in folded.AsSpan().Split(' '))
        {
            ReadOnlySpan<char> word = folded.AsSpan(place);
            if (!generic.Contains(word.Trim(".:,-()")) && HasLetter(word))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasLetter(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (char.IsLetter(c))
            {
                return true;
            }
        }

        return false;
    }

    private static string Fingerprint(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(TextFolding.WellFormed(text))))[..12];
}
