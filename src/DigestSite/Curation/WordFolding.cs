using System.Buffers;
using System.Globalization;
using System.Text;
using DigestSite.Papers;

namespace DigestSite.Curation;

/// <summary>
/// Text as phrases see it: NFKC, lower case, its words joined by single spaces. A word is a run of letters, digits and marks;
/// a <c>+</c> or <c>#</c> directly after a letter, or after another such sign, is part of it, so that <c>C</c>, <c>C++</c> and <c>C#</c> stay apart.
/// </summary>
internal static class WordFolding
{
    private enum Part
    {
        None,
        Letter,
        DigitOrMark,
        Sign,
    }

    public static string Fold(string text)
    {
        using FoldedText folded = Rent(text);
        return folded.Words.ToString();
    }

    /// <summary>Folds into a rented buffer, which goes back when the result is disposed.</summary>
    public static FoldedText Rent(string text)
    {
        string normal = TextFolding.Normalize(text, NormalizationForm.FormKC);
        if (!ReferenceEquals(normal, text) || !Ascii.IsValid(normal))
        {
            normal = normal.ToLowerInvariant();
        }

        char[] buffer = ArrayPool<char>.Shared.Rent(normal.Length);
        return new(buffer, Fold(normal, buffer));
    }

    // Never longer than its source: characters are kept, or several become one space.
    private static int Fold(string text, Span<char> target)
    {
        int length = 0;
        Part previous = Part.None;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool isPair = char.IsHighSurrogate(c);
            Part part = c is '+' or '#'
                ? previous is Part.Letter or Part.Sign ? Part.Sign : Part.None
                : c < 128 ? PartOf(c) : PartOf(CharUnicodeInfo.GetUnicodeCategory(text, i));
            if (part != Part.None)
            {
                if (previous == Part.None && length > 0)
                {
                    target[length++] = ' ';
                }

                target[length++] = char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
                if (isPair)
                {
                    target[length++] = text[i + 1];
                }
            }

            i += isPair ? 1 : 0;
            previous = part;
        }

        return length;
    }

    private static Part PartOf(char ascii) =>
        char.IsAsciiLetter(ascii) ? Part.Letter : char.IsAsciiDigit(ascii) ? Part.DigitOrMark : Part.None;

    private static Part PartOf(UnicodeCategory category) => category switch
    {
        <= UnicodeCategory.OtherLetter => Part.Letter,
        <= UnicodeCategory.OtherNumber => Part.DigitOrMark,
        _ => Part.None,
    };
}

/// <summary>Folded text in a rented buffer.</summary>
internal readonly ref struct FoldedText(char[] buffer, int length)
{
    public ReadOnlySpan<char> Words => buffer.AsSpan(0, length);

    public void Dispose() => ArrayPool<char>.Shared.Return(buffer);
}
