namespace DigestSite.Tex;

/// <summary>Tells a tilde that ties two words together from one that stands for "about", "distributed as" or nothing of TeX.</summary>
internal static class Ties
{
    // Figure~3, but about ~100 and 10~20. Without a space on either side nobody means "about", except between numbers.
    public static bool IsTie(string text, int at, bool hasTex)
    {
        char before = TexText.At(text, at - 1);
        char after = TexText.At(text, at + 1) == '\\' && TexText.At(text, at + 2) == '(' ? TexText.At(text, at + 3) : TexText.At(text, at + 1);
        bool isBetweenDigits = char.IsAsciiDigit(before) && char.IsAsciiDigit(after);
        return !isBetweenDigits && (char.IsLetterOrDigit(before) || before is ')' or '}' or '.' or ',' or '%' or '$' or '\'')
            && (char.IsLetterOrDigit(after) || after is '(' or '\\' or '[' || (after == '$' && Dollars.CloseOf(text, at + 1) > 0))
            && (hasTex || IsTypical(text, at));
    }

    // In text that shows no other TeX only what ties are made for: Figure~3, Fig.~3, 31~FPS, method~(ours), Monte~Carlo, work~key2023word.
    private static bool IsTypical(string text, int at)
    {
        char before = text[at - 1];
        char after = TexText.At(text, at + 1);
        int end = before == '.' ? at - 1 : at;
        int start = end;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1]) && end - start < TexText.Reach)
        {
            start--;
        }

        if (start == end)
        {
            return false;
        }

        bool isNumber = text.AsSpan(start, end - start).IndexOfAnyExceptInRange('0', '9') < 0;
        bool isWord = !isNumber && (end - start > 2 || before == '.');
        if (char.IsDigit(after))
        {
            return isWord && char.IsUpper(text[start]);
        }

        if (char.IsLower(after))
        {
            return (isNumber && before != '.' && char.IsLetter(TexText.At(text, at + 2))) || (isWord && Quotes.EndOfCitationKey(text, at + 1) > at + 1);
        }

        return after is '(' or '[' ? isWord : (isWord || (isNumber && before != '.')) && char.IsLetter(TexText.At(text, at + 2));
    }
}
