using System.Buffers;
using System.Text;

namespace DigestSite.Papers;

/// <summary>How text is made comparable. Everything here gives the same result under every culture.</summary>
internal static class TextFolding
{
    private static readonly SearchValues<char> Ascii = SearchValues.Create(Enumerable.Range(0, 128).Select(i => (char)i).ToArray());

    /// <summary>Unicode normalization that also takes what <see cref="string.Normalize(NormalizationForm)"/> refuses, lone surrogates and U+FFFE: they become U+FFFD.</summary>
    public static string Normalize(string text, NormalizationForm form)
    {
        return IsAscii(text) ? text : WellFormed(text).Replace('\uFFFE', '\uFFFD').Normalize(form);
    }

    /// <summary>The text with every lone surrogate replaced by U+FFFD, so that any encoder takes it.</summary>
    public static string WellFormed(string text)
    {
        int index = IndexOfLoneSurrogate(text);
        if (index < 0)
        {
            return text;
        }

        char[] mended = text.ToCharArray();
        for (int i = index; i < mended.Length; i++)
        {
            if (char.IsHighSurrogate(mended[i]) && i + 1 < mended.Length && char.IsLowSurrogate(mended[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(mended[i]))
            {
                mended[i] = '\uFFFD';
            }
        }

        return new string(mended);
    }

    /// <summary>Every run of white space as one space, none at the ends.</summary>
    public static string FoldWhiteSpace(string text)
    {
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>
    /// A title as identity sees it: NFKC, case, white space and typographic punctuation (quotes, dashes, ellipsis) folded.
    /// <c>C</c>, <c>C++</c> and <c>C#</c> stay apart.
    /// </summary>
    public static string FoldTitle(string title)
    {
        string text = Normalize(title, NormalizationForm.FormKC).ToLowerInvariant();
        var folded = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            char plain = c switch
            {
                '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' or '`' or '\u00B4' => '\'',
                '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' or '\u00AB' or '\u00BB' => '"',
                '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' => '-',
                _ => c,
            };
            bool isFormat = char.GetUnicodeCategory(plain) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Control;
            if (!isFormat || char.IsWhiteSpace(plain))
            {
                folded.Append(plain);
            }
        }

        return FoldWhiteSpace(folded.ToString());
    }

    private static bool IsAscii(string text) => !text.AsSpan().ContainsAnyExcept(Ascii);

    private static int IndexOfLoneSurrogate(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
                continue;
            }

            return i;
        }

        return -1;
    }
}
