using System.Net;
using System.Text.RegularExpressions;
using DigestSite.Papers;

namespace DigestSite.Dumps.Arxiv;

/// <summary>What announcements wrap their texts in, taken off.</summary>
/// <remarks>The announcements of today have plain text; those until 2024, RSS 1.0, have HTML in it.</remarks>
internal static partial class Announcement
{
    /// <summary>The abstract of <c>arXiv:2411.00001v1 Announce Type: new Abstract: We show …</c>, and what stands before it.</summary>
    /// <param name="description">White space folded.</param>
    public static (string? Abstract, ArxivReference? Paper, bool IsWrapped) Unwrap(string description)
    {
        Match lead = Lead().Match(description);
        string text = lead.Success ? description[lead.Length..] : WithoutHtml(description);
        return (text.Length > 0 ? text : null, lead.Success ? ArxivReference.Of(lead.Groups["paper"].Value) : null, lead.Success);
    }

    /// <summary>The title of <c>A title. (arXiv:0911.1234v1 [cs.LG] UPDATED)</c>, and what stands behind it.</summary>
    public static (string Title, ArxivReference? Paper, string? Category) UnwrapTitle(string title) =>
        title.EndsWith(')') && TitleTail().Match(title) is { Success: true } tail
            ? (title[..tail.Index], ArxivReference.Of(tail.Groups["paper"].Value), tail.Groups["category"].Value)
            : (title, null, null);

    /// <summary>The names of <c>Ann Author, Bo Writer (A Place, Another)</c>: a place is where a person works, not a part of the name.</summary>
    public static IEnumerable<string> Names(string creators)
    {
        string text = WithoutHtml(creators);
        return Split(text).Select(n => n.Trim()).Where(n => n.Length > 0);
    }

    private static IEnumerable<string> Split(string text)
    {
        // Brackets that do not pair prove nothing.
        bool hasPlaces = text.Count(c => c == '(') is > 0 and var open && open == text.Count(c => c == ')');
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i == text.Length ? ',' : text[i];
            depth += !hasPlaces ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (i == text.Length || (c == ',' && depth <= 0))
            {
                yield return hasPlaces ? Place().Replace(text[start..i], "") : text[start..i];
                start = i + 1;
            }
        }
    }

    // A text is HTML only where it begins or ends as HTML does: an abstract may well say that a < b.
    private static string WithoutHtml(string text) =>
        text.StartsWith("<p>", StringComparison.OrdinalIgnoreCase) || text.Contains("<a href", StringComparison.OrdinalIgnoreCase)
            ? TextFolding.FoldWhiteSpace(WebUtility.HtmlDecode(Tag().Replace(text, "")))
            : text;

    [GeneratedRegex(@"\A((?<paper>arXiv:\S+) )?Announce Type: ?(?<type>[a-z-]+)( Abstract: ?|\z)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\.? ?\((?<paper>arXiv:\S+) \[(?<category>[^\]]+)\]( UPDATED| CROSS LISTED)*\)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TitleTail();

    [GeneratedRegex(@"\([^()]*(\([^()]*\)[^()]*)*\)\s*\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"</?[A-Za-z][^<>]*>", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tag();
}
