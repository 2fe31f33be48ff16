using System.Text;

namespace DigestSite.Tex;

/// <summary>Letters in other hands: calligraphic, blackboard bold, Fraktur; and marks over letters.</summary>
internal static class Alphabets
{
    // Unicode has the letters that were there before its mathematical alphabets at places of their own.
    private const string EarlyScript = "BℬEℰFℱHℋIℐLℒMℳRℛ";
    private const string EarlyFraktur = "CℭHℌIℑRℜZℨ";
    private const string EarlyBlackboard = "CℂHℍNℕPℙQℚRℝZℤ";

    /// <summary>
    /// The alphabet that a command sets its argument in, or null when it is none. Bold and sans serif letters mean what plain ones do and few fonts
    /// have them, so they stay plain.
    /// </summary>
    public static Func<string, string>? Named(string command) => command switch
    {
        // TeX's calligraphic alphabet has capitals only.
        "mathcal" or "cal" or "mathscr" or "EuScript" => text => Convert(text, EarlyScript, 0x1D49C, 0, 0),
        "mathbb" or "mathds" or "Bbb" or "mathbbm" => text => Convert(text, EarlyBlackboard, 0x1D538, 0x1D552, 0x1D7D8),
        "mathfrak" or "frak" => text => Convert(text, EarlyFraktur, 0x1D504, 0x1D51E, 0),
        _ => null,
    };

    /// <summary>The combining mark that a command puts over (or under) its argument; null for any other command.</summary>
    public static string? Mark(string command) => command switch
    {
        "hat" or "widehat" => "\u0302",
        "tilde" or "widetilde" => "\u0303",
        "bar" => "\u0304",
        "overline" => "\u0305",
        "breve" => "\u0306",
        "dot" => "\u0307",
        "ddot" => "\u0308",
        "mathring" => "\u030A",
        "check" or "widecheck" => "\u030C",
        "acute" => "\u0301",
        "grave" => "\u0300",
        "vec" or "overrightarrow" => "\u20D7",
        _ => null,
    };

    /// <summary>The mark over every letter and digit; what is neither stays bare.</summary>
    public static string Marked(string text, string mark)
    {
        var marked = new StringBuilder(text.Length * 2);
        foreach (Rune rune in text.EnumerateRunes())
        {
            marked.Append(rune);
            if (Rune.IsLetterOrDigit(rune))
            {
                marked.Append(mark);
            }
        }

        return TexText.Composed(marked.ToString());
    }

    private static string Convert(string text, string early, int upper, int lower, int digits)
    {
        var converted = new StringBuilder(text.Length * 2);
        foreach (char c in text)
        {
            int at = early.IndexOf(c, StringComparison.Ordinal);
            int point = c switch
            {
                _ when at >= 0 && at % 2 == 0 => early[at + 1],
                >= 'A' and <= 'Z' => upper + c - 'A',
                >= 'a' and <= 'z' when lower > 0 => lower + c - 'a',
                >= '0' and <= '9' when digits > 0 => digits + c - '0',
                _ => c,
            };
            converted.Append(point == c ? c.ToString() : char.ConvertFromUtf32(point));
        }

        return converted.ToString();
    }
}
