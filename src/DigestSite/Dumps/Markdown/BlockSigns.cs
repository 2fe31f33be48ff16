using System.Text.RegularExpressions;
using DigestSite.Papers;

namespace DigestSite.Dumps.Markdown;

/// <summary>Drops the signs that lines begin with, and lines that are signs alone: headings, lists, fences, tags, references.</summary>
/// <remarks>https://spec.commonmark.org/0.31.2/#blocks-and-inlines, and what lynx, elinks, w3m, pandoc and html2text print.</remarks>
internal static partial class BlockSigns
{
    // A heading of more lines than this is a paragraph above a rule.
    private const int LongestHeading = 3;
    private const int LongestReference = 4000;

    public static void Drop(PrintedPage page)
    {
        DropReferenceList(page);
        for (int line = 1; line <= page.Source.LineCount; line++)
        {
            if (page[line] == LineMark.None && !DumpText.IsBlank(page.Source.Line(line)))
            {
                DropIn(page, line);
            }
        }
    }

    private static void DropIn(PrintedPage page, int line)
    {
        ReadOnlySpan<char> text = page.Source.Line(line);
        ReadOnlySpan<char> trimmed = text.Trim();
        (int start, _) = page.RangeOf(line);
        int indent = text.Length - text.TrimStart().Length;
        if (trimmed[0] == '[' && text.Length < LongestReference && Definition().Match(text.ToString()) is { Success: true } definition)
        {
            Define(page, line, definition);
        }
        else if (trimmed.StartsWith("```") || trimmed.StartsWith(":::") || (trimmed[0] == '<' && Tags().IsMatch(trimmed)))
        {
            page.DropLine(line);
        }
        else if (PrintedSigns.IsUnderline(trimmed) && TryUnderline(page, line))
        {
            page.DropLine(line);
        }
        else if (indent < 4 && PrintedSigns.IsHeading(trimmed))
        {
            page.Drop(start, start + indent + trimmed.IndexOfAnyExcept('#'));
            DropClosing(page, start + indent, trimmed);
            page[line] = LineMark.Heading;
        }
        else
        {
            foreach (ValueMatch item in Item().EnumerateMatches(text))
            {
                page.Drop(start, start + item.Length);
            }
        }
    }

    private static void DropClosing(PrintedPage page, int start, ReadOnlySpan<char> heading)
    {
        int last = heading.TrimEnd('#').Length;
        if (last < heading.Length && char.IsWhiteSpace(heading[last - 1]))
        {
            page.Drop(start + last, start + heading.Length);
        }
    }

    // A long name has its address on the next line.
    private static void Define(PrintedPage page, int line, Match definition)
    {
        string target = definition.Groups["target"].Value;
        page.DropLine(line);
        if (target.Length == 0 && line < page.Source.LineCount)
        {
            target = page.Source.Line(line + 1).Trim().ToString();
            page.DropLine(line + 1);
        }

        page.References.TryAdd(TextFolding.FoldWhiteSpace(definition.Groups["name"].Value), target);
    }

    // The lines of the paragraph above, none of them with a sign of its own.
    private static bool TryUnderline(PrintedPage page, int line)
    {
        int first = line;
        while (first > 1 && page[first - 1] == LineMark.None && !DumpText.IsBlank(page.Source.Line(first - 1)))
        {
            first--;
        }

        if (first == line || line - first > LongestHeading)
        {
            return false;
        }

        page[first] = LineMark.Heading;
        for (int below = first + 1; below < line; below++)
        {
            page[below] = LineMark.GoesOn;
        }

        return true;
    }

    // From the end upwards, as long as there is nothing else.
    private static void DropReferenceList(PrintedPage page)
    {
        var listed = new List<int>();
        int addresses = 0;
        for (int line = page.Source.LineCount; line >= 1; line--)
        {
            string text = page.Source.Line(line).Length < LongestReference ? page.Source.Line(line).Trim().ToString() : "…";
            if (Listed().Match(text) is { Success: true } address)
            {
                addresses++;
                page.References[address.Groups["number"].Value] = address.Groups["target"].Value;
                page.LinkNumbers.Add(address.Groups["number"].Value);
                listed.Add(line);
            }
            else if (ListHeading().IsMatch(text))
            {
                listed.Add(line);
            }
            else if (Definition().IsMatch(text))
            {
                addresses++;
            }
            else if (text.Length > 0)
            {
                break;
            }
        }

        foreach (int line in addresses > 0 ? listed : [])
        {
            page.DropLine(line);
        }
    }

    [GeneratedRegex(@"\A(References|Links|(Visible|Hidden) links):?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ListHeading();

    [GeneratedRegex(@"\A {0,4}\[(?<name>(\\.|[^\]\\]){1,300})\]:(\s+(?<target>\S+)(\s+""[^""]*"")?)?\s*\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Definition();

    [GeneratedRegex(@"\A(\[(?<number>[0-9]{1,5})\]|(?<number>[0-9]{1,5})\.) (?<target>([a-z]{2,10}:|/)\S*)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Listed();

    [GeneratedRegex(@"\A(\s*(</?[A-Za-z][^<>]*>|<!--[^<>]*-->))+\s*\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, 1000)]
    private static partial Regex Tags();

    // `- ` alone is a paper without votes; a number and a full stop only count where a link follows.
    [GeneratedRegex(@"\A\s*(>\s+)*([*•]\s*\z|[*+•-]\s+(?=\S)|[0-9]{1,4}\.\s+(?=\[))*(\[[ xX]\]\s*)?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Item();
}
