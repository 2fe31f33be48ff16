using System.Text;

namespace DigestSite.Tex;

/// <summary>Small questions about text that all of this folder asks.</summary>
internal static class TexText
{
    /// <summary>How deep groups may nest; deeper ones are shown as typed.</summary>
    public const int Depth = 12;

    /// <summary>How far ahead a closing brace, bracket or dollar may stand, in UTF-16 units: abstracts have none further, and all scanning stays linear.</summary>
    public const int Reach = 600;

    /// <summary>NFC where it is text at all: lone surrogates cannot be normalised.</summary>
    public static string Composed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    /// <summary>The place of the bracket that closes the one at <paramref name="open"/>; -1 when there is none within reach.</summary>
    public static int CloseOf(string text, int open, char opening = '{', char closing = '}')
    {
        int depth = 0;
        int end = Math.Min(text.Length, open + Reach);
        for (int i = open; i < end; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == opening)
            {
                depth++;
            }
            else if (text[i] == closing && --depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Where the run of ASCII letters that starts at <paramref name="start"/> ends.</summary>
    public static int EndOfLetters(string text, int start)
    {
        int end = start;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        return end;
    }

    public static char At(string text, int index) => (uint)index < (uint)text.Length ? text[index] : '\0';
}
