namespace DigestSite.Tex;

/// <summary>Dashes typed as two or three hyphens.</summary>
internal static class Dashes
{
    /// <summary>The dash whose hyphens start at <paramref name="at"/>; null where they are no dash, such as in <c>--option</c>.</summary>
    public static (string Shown, int Length)? At(string text, int at)
    {
        int length = 0;
        while (TexText.At(text, at + length) == '-')
        {
            length++;
        }

        bool isSpaced = TexText.At(text, at - 1) == ' ';
        char after = TexText.At(text, at + length);
        bool isDash = length is 2 or 3 && at > 0 && after != '\0' && isSpaced == (after == ' ');
        return isDash ? (length == 2 ? "–" : "—", length) : length > 1 ? (new string('-', length), length) : null;
    }
}
