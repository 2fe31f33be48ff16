using System.Text.RegularExpressions;

namespace DigestSite.Dumps.Markdown;

/// <summary>Drops what shows as a sign once links are gone: emphasis, boxes to tick, the bullets of attributions, the brackets of votes.</summary>
internal static partial class LeftoverSigns
{
    // Attributions and votes are far below.
    private const int LongestShape = 60;

    /// <summary>Drops them in all lines but for what stands at <paramref name="literal"/> offsets, which is text for certain.</summary>
    public static void Drop(PrintedPage page, HashSet<int> literal)
    {
        for (int line = 1; line <= page.Source.LineCount; line++)
        {
            if (page[line] == LineMark.Sign)
            {
                continue;
            }

            if (page.Source.Line(line).ContainsAny('*', '_'))
            {
                DropEmphasis(page, line, literal);
            }

            int first = page.FirstOf(line);
            int last = page.LastOf(line);
            if (last - first is > 0 and < LongestShape)
            {
                DropShape(page, first, last);
            }
        }
    }

    private static void DropShape(PrintedPage page, int first, int last)
    {
        string text = page.Source.Text[first..last];
        if (Nothing().IsMatch(text))
        {
            page.Drop(first, last);
        }
        else if (Authors().Match(text) is { Success: true } authors)
        {
            page.Drop(first, first + authors.Groups["lead"].Length);
        }
        else if (Votes().IsMatch(text))
        {
            page.Drop(first, first + 1);
            page.Drop(last - 1, last);
        }
    }

    // CommonMark's rule for delimiters, but never within a word: `$x*y*z$` and `a_b_c` are formulas and names.
    private static void DropEmphasis(PrintedPage page, int line, HashSet<int> literal)
    {
        string text = page.Source.Text;
        (int start, int end) = page.RangeOf(line);
        var open = new Dictionary<(char, int), int>();
        for (int i = start; i < end; i++)
        {
            if (text[i] is not ('*' or '_') || page.IsDropped(i) || literal.Contains(i))
            {
                continue;
            }

            int run = i + 1;
            while (run < end && text[run] == text[i] && !literal.Contains(run) && !page.IsDropped(run))
            {
                run++;
            }

            char before = Neighbour(page, i - 1, start, end, -1);
            char after = Neighbour(page, run, start, end, 1);
            (char, int) kind = (text[i], run - i);
            if (!char.IsWhiteSpace(before) && !IsWordOrTex(after) && open.Remove(kind, out int opened))
            {
                page.Drop(opened, opened + run - i);
                page.Drop(i, run);
            }
            else if (!char.IsWhiteSpace(after) && !IsWordOrTex(before) && run - i <= 3)
            {
                open[kind] = i;
            }

            i = run - 1;
        }
    }

    private static char Neighbour(PrintedPage page, int at, int start, int end, int step)
    {
        while (at >= start && at < end && page.IsDropped(at))
        {
            at += step;
        }

        return at >= start && at < end ? page.Source.Text[at] : ' ';
    }

    private static bool IsWordOrTex(char c) => char.IsLetterOrDigit(c) || c is '_' or '*' or '\\' or '{' or '}' or '^' or '$';

    [GeneratedRegex(@"\A([•*+] ?|\[[\sxX]?\] ?|\[ ?)+\z|\A\]\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Nothing();

    [GeneratedRegex(@"\A(?<lead>[*+•·-]\s*([•·]\s*)?)[0-9]+ authors?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Authors();

    [GeneratedRegex(@"\A\[ ?([0-9]+(\.[0-9]{1,3})?k?|-) ?\]\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Votes();
}
