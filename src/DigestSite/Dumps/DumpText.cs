using System.Buffers;
using System.Globalization;
using DigestSite.Papers;

namespace DigestSite.Dumps;

/// <summary>What of a captured line is text, and what kind of text it looks like.</summary>
internal static class DumpText
{
    /// <summary>From this length on (UTF-16 units) a text is prose: known titles have 150 at most, known abstracts 500 at least.</summary>
    public const int ProseLength = 300;

    // Names of organizations and accounts are far below, and so are the rare titles that end in a full stop.
    private const int NameLength = 150;

    private const char LastWithoutFormat = '\u00AC';

    private static readonly SearchValues<char> OddSpaces = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue).Select(i => (char)i).Where(c => char.IsWhiteSpace(c) && c != ' ')]);

    /// <summary>Whether nothing would be seen of it: white space and format characters (byte order mark, zero-width space) alone.</summary>
    public static bool IsBlank(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c) && !IsFormat(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The line as <see cref="TextFolding.FoldWhiteSpace"/> gives it; most lines of a dump are so already.</summary>
    public static string Fold(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> trimmed = line.Trim();
        if (trimmed.ContainsAny(OddSpaces) || trimmed.Contains("  ", StringComparison.Ordinal))
        {
            return TextFolding.FoldWhiteSpace(trimmed.ToString());
        }

        return trimmed.ToString();
    }

    /// <summary>A short text without its format characters, so that an unseen one does not hide a known line.</summary>
    public static string WithoutFormat(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', LastWithoutFormat))
        {
            return text;
        }

        return Fold(string.Concat(text.Where(c => !IsFormat(c))));
    }

    /// <summary>Long, or ending as a sentence does, or holding an address: titles are none of these.</summary>
    public static bool IsProse(string text) =>
        text.Length >= ProseLength || EndsSentence(text) || HoldsAddress(text);

    /// <summary>Whether it may be the name of an organization, or a title that ends in a full stop.</summary>
    public static bool IsShort(string text) => text.Length <= NameLength;

    public static bool HoldsAddress(string text) =>
        text.Contains("https://", StringComparison.Ordinal) || text.Contains("http://", StringComparison.Ordinal);

    // A question or exclamation mark ends many a title.
    private static bool EndsSentence(string text)
    {
        int last = text.Length - 1;
        while (last >= 0 && (text[last] is '"' or '\'' or ')' or ']' or '”' or '’' or '»' or ' ' || IsFormat(text[last])))
        {
            last--;
        }

        return last >= 0 && text[last] is '.' or '…' or '。';
    }

    private static bool IsFormat(char c) => c > LastWithoutFormat && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format;
}
