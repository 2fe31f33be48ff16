using System.Text;

namespace DigestSite.Tex;

/// <summary>
/// Gives damaged TeX back its backslashes and dollars. Each rule looks at what stands around: a name without its backslash is a symbol only where
/// nothing else can be meant, as most of them are English words too.
/// </summary>
internal static class Repair
{
    /// <summary><paramref name="captured"/> with its mathematics between <c>\(</c> and <c>\)</c>; undamaged TeX stays as it is.</summary>
    /// <param name="isStripped">Whether the text is known to have lost its backslashes; set where it shows that it has.</param>
    public static string ToTex(string captured, ref bool isStripped)
    {
        var text = new Damaged(captured) { IsStripped = isStripped };
        Residue.Repair(text);
        DamagedBrackets.Repair(text);
        DamagedScripts.Repair(text);
        DamagedBrackets.RepairCalls(text);
        DamagedNumbers.Repair(text);
        DamagedOperators.Repair(text);
        DamagedBrackets.RepairCalls(text);
        DamagedGreek.Repair(text);
        isStripped = text.IsStripped;
        return Write(text);
    }

    private static string Write(Damaged text)
    {
        var tex = new StringBuilder(text.Text.Length + 32);
        bool isMath = false;
        for (int i = 0; i < text.Count; i++)
        {
            if (text.IsMath[i] != isMath)
            {
                isMath = !isMath;
                tex.Append(isMath ? "\\(" : "\\)");
            }

            if (text.Written[i] is { } written)
            {
                tex.Append(written);
            }
            else if (isMath && text.IsWord(i))
            {
                Word(text, i, tex);
            }
            else
            {
                tex.Append(text[i]);
            }
        }

        return isMath ? tex.Append("\\)").ToString() : tex.ToString();
    }

    // Within mathematics every name is a symbol, but for a script that is one English word: T_{in}, x_{max}, N_{top}.
    private static void Word(Damaged text, int i, StringBuilder tex)
    {
        ReadOnlySpan<char> word = text[i];
        bool isOnlyWord = text.Is(i - 1, '{') && text.Is(i + 1, '}') && text.Is(i - 2, '_');
        bool isEnglish = word is "in" or "to" or "top" or "mid" or "left" or "right" or "text" or "bar" or "hat" or "dot" or "star" or "sum" or "int" or "times" or "cap" or "cup" or "sim" or "subset" or "partial" or "bullet" or "div" or "Re" or "Im" or "S" or "P" or "square";
        if (word.Length > 1 && isEnglish && (isOnlyWord || (word is not ("times" or "in" or "top" or "left" or "right" or "mid" or "to" or "sim" or "cap" or "cup" or "sum" or "partial") && !text.Is(i + 1, '{'))))
        {
            tex.Append(word);
        }
        else if (word.Length > 1 && Names.IsName(word) && (word is not ("text" or "em" or "bf") || text.Is(i + 1, '{')))
        {
            tex.Append('\\').Append(word);
            if (text.IsWord(i + 1))
            {
                tex.Append(' ');
            }
        }
        else if (!isOnlyWord && Names.Split(word) is { } names)
        {
            tex.Append(names);
        }
        else
        {
            tex.Append(word);
        }
    }
}
