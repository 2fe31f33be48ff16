using System.Text.RegularExpressions;
using DigestSite.Diagnostics;

namespace DigestSite.Dumps.Markdown;

/// <summary>What tells the print of a page-to-text tool from the text of a page.</summary>
internal static partial class PrintedSigns
{
    /// <summary>
    /// Whether a text is such a print: a link to a paper in Markdown's form, an address of a paper in a list of references, a count of authors
    /// as an item of a list, or headings where a listing page is all around them.
    /// </summary>
    public static bool AreIn(SourceText source)
    {
        int headings = 0;
        bool isListing = false;
        for (int number = 1; number <= source.LineCount; number++)
        {
            ReadOnlySpan<char> line = source.Line(number).Trim();
            if (line.IsEmpty)
            {
                continue;
            }

            if (IsSure(line))
            {
                return true;
            }

            headings += IsHeading(line) || (number > 1 && IsUnderline(line) && !DumpText.IsBlank(source.Line(number - 1))) ? 1 : 0;
            isListing |= headings > 0 && line.Length < 100 && LineShape.Of(DumpText.Fold(line)).Kind is LineKind.Date or LineKind.Attribution;
        }

        return headings > 1 && isListing;
    }

    /// <summary>Whether a trimmed line is a heading as Markdown marks it.</summary>
    public static bool IsHeading(ReadOnlySpan<char> line)
    {
        int level = line.IndexOfAnyExcept('#');
        return level is >= 1 and <= 6 && char.IsWhiteSpace(line[level]);
    }

    /// <summary>Whether a trimmed line makes a heading of the one above. Two hyphens may be votes, twice none.</summary>
    public static bool IsUnderline(ReadOnlySpan<char> line) => line.Length >= 3 && (!line.ContainsAnyExcept('=') || !line.ContainsAnyExcept('-'));

    private static bool IsSure(ReadOnlySpan<char> line) => line[0] switch
    {
        '*' or '+' or '-' or '•' => Authors().IsMatch(line) || HoldsPaperLink(line),
        '[' => Reference().IsMatch(line) || HoldsPaperLink(line),
        '#' or '!' or ']' => HoldsPaperLink(line),
        >= '0' and <= '9' => NumberedReference().IsMatch(line),
        _ => false,
    };

    private static bool HoldsPaperLink(ReadOnlySpan<char> line) => line.Contains("](", StringComparison.Ordinal) && PaperLink().IsMatch(line);

    [GeneratedRegex(@"\A([*+-]|•(?=\s+[·•]))\s+[·•]?\s*[0-9]+ authors?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Authors();

    [GeneratedRegex(@"\]\([^()\s]{0,200}(/papers/|arxiv\.org/abs/)[0-9a-z.-]+[/0-9]*[^()\s]{0,40}[\s)]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PaperLink();

    [GeneratedRegex(@"\A\[[^\]]{1,40}\]:? \S{0,200}(/papers/|arxiv\.org/abs/)[0-9]{4}\.[0-9]{4,5}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"\A[0-9]{1,5}\. \S{0,200}(/papers/|arxiv\.org/abs/)[0-9]{4}\.[0-9]{4,5}\S{0,40}\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberedReference();
}
