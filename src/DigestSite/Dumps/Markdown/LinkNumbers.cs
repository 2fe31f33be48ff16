using System.Globalization;
using System.Text.RegularExpressions;

namespace DigestSite.Dumps.Markdown;

/// <summary>Drops the numbers of links, <c>[45]A Title</c>, and what stands for pictures and buttons beside them.</summary>
/// <remarks>lynx, elinks and w3m number the links of a page one after the other; what breaks the count is text, such as <c>[12]</c> votes.</remarks>
internal static partial class LinkNumbers
{
    // Links without text have numbers that are not printed.
    private const int MostHidden = 20;

    public static void Drop(PrintedPage page)
    {
        if (page.LinkNumbers.Count == 0)
        {
            return;
        }

        List<(int Start, int End, string Number)> markers = Markers(page);
        for (int i = 0; i < markers.Count; i++)
        {
            (int start, int end, string number) = markers[i];
            page.Drop(start, end);
            int line = page.Source.AtOffset(start).Line;
            int last = page.RangeOf(line).End;
            page.Links.Add(new(end, i + 1 < markers.Count ? Math.Min(last, markers[i + 1].Start) : last, page.References.GetValueOrDefault(number, "")));
        }

        foreach (ValueMatch stand in StandIn().EnumerateMatches(page.Source.Text))
        {
            page.Drop(stand.Index, stand.Index + stand.Length);
        }
    }

    private static List<(int Start, int End, string Number)> Markers(PrintedPage page)
    {
        var all = new List<(int Start, int End, string Number, int Value)>();
        foreach (ValueMatch match in Number().EnumerateMatches(page.Source.Text))
        {
            string number = page.Source.Text.Substring(match.Index + 1, match.Length - 2);

            // A box to tick has a number, but no address.
            ReadOnlySpan<char> behind = page.Source.Text.AsSpan(match.Index + match.Length);
            bool isField = behind.Length > 2 && behind[0] == '[' && char.IsWhiteSpace(behind[1]) && behind[2] == ']';
            if (!page.IsDropped(match.Index) && (isField || page.LinkNumbers.Contains(number)))
            {
                all.Add((match.Index, match.Index + match.Length, number, int.Parse(number, CultureInfo.InvariantCulture)));
            }
        }

        var markers = new List<(int Start, int End, string Number)>();
        int last = 0;
        for (int i = 0; i < all.Count; i++)
        {
            (int start, int end, string number, int value) = all[i];
            bool isNext = value > last && value <= last + MostHidden;
            bool isVotes = isNext && IsAlone(page, start, end) && i + 1 < all.Count && all[i + 1].Value <= value && all[i + 1].Value > last;
            if (isNext && !isVotes)
            {
                markers.Add((start, end, number));
                last = value;
            }
        }

        return markers;
    }

    private static bool IsAlone(PrintedPage page, int start, int end)
    {
        int line = page.Source.AtOffset(start).Line;
        return page.FirstOf(line) == start && page.LastOf(line) == end;
    }

    [GeneratedRegex(@"\[[0-9]{1,5}\]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\[(IMG|INLINE|LINK|EMBED|ISMAP|[A-Za-z0-9_.-]{1,80}\.(png|jpe?g|gif|svg|webp|avif))\]|\(BUTTON\)|^[ \t]*(Video|Audio): \[[0-9]{1,5}\][^\r\n]*", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex StandIn();
}
