using DigestSite.Papers;

namespace DigestSite.Enriching;

/// <summary>
/// Folds titles as they stand in JSON, undecoded: ASCII whose escapes are of one character, which nearly all are. The result is that of
/// <see cref="TextFolding.FoldTitle"/>, and nothing is allocated.
/// </summary>
internal static class RawTitle
{
    /// <summary>What is longer takes the slow way.</summary>
    public const int Longest = 1024;

    private const byte Nothing = 0;
    private const byte Undecided = 0xFF;

    private static readonly byte[] Folded = [.. Enumerable.Range(0, 256).Select(i => FoldedOf((char)i))];
    private static readonly byte[] FoldedEscape = [.. Enumerable.Range(0, 256).Select(i => FoldedEscapeOf((char)i))];

    /// <summary>Writes the folded title; returns its length, or -1 where only the slow way can tell.</summary>
    /// <param name="json">The text between the quotes.</param>
    /// <param name="folded">As long as <paramref name="json"/>.</param>
    public static int Fold(ReadOnlySpan<byte> json, Span<char> folded)
    {
        int length = 0;
        bool isSpaceDue = false;
        for (int i = 0; i < json.Length; i++)
        {
            byte plain = json[i] == '\\' ? (++i < json.Length ? FoldedEscape[json[i]] : Undecided) : Folded[json[i]];
            if (plain == Undecided)
            {
                return -1;
            }

            if (plain == ' ')
            {
                isSpaceDue = length > 0;
            }
            else if (plain != Nothing)
            {
                if (isSpaceDue)
                {
                    folded[length++] = ' ';
                    isSpaceDue = false;
                }

                folded[length++] = (char)plain;
            }
        }

        return length;
    }

    // What folding makes of the character between two others: nothing, a space, or one character.
    private static byte FoldedOf(char c) =>
        !char.IsAscii(c) ? Undecided
        : char.IsWhiteSpace(c) ? (byte)' '
        : TextFolding.FoldTitle(c.ToString()) is [var plain] ? (byte)plain
        : Nothing;

    private static byte FoldedEscapeOf(char c) => c switch
    {
        'n' or 'r' or 't' or 'f' => (byte)' ',
        'b' => Nothing,
        '"' or '\\' or '/' => (byte)c,
        _ => Undecided,
    };
}
