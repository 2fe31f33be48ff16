using System.Globalization;
using DigestSite.Diagnostics;

namespace DigestSite.Links.External;

/// <summary>What is wrong with links to other sites, as Markdown for an issue. Its first line is a title.</summary>
/// <remarks>Addresses come from captures and from the network: they are code, in which nobody is mentioned and nothing is linked.</remarks>
internal static class LinkSummary
{
    /// <summary>The heading over what is broken; a summary without it has nothing of the kind.</summary>
    public const string Broken = "## Broken";

    // An issue may have 65,536 characters.
    private const int MostCharacters = 50_000;
    private const int LongestAddress = 300;

    private static readonly (string Heading, DiagnosticDescriptor[] Those)[] Sections =
    [
        (Broken, [Catalog.GoneLink, Catalog.EndlessRedirect]),
        ("## Moved for good", [Catalog.MovedLink]),
        ("## A place on the page is missing", [Catalog.ForeignFragment]),
        ("## Could not be told", [Catalog.UntoldLink, Catalog.PrivateTarget]),
    ];

    /// <summary>The summary, its lines ended by LF.</summary>
    /// <param name="counts">The line of <see cref="LinkFindings.Counts"/>.</param>
    /// <param name="today">The day of the check.</param>
    public static string Of(LinkFindings findings, string counts, DateOnly today, BaseUrl baseUrl)
    {
        int broken = findings.Placed.Where(p => Sections[0].Those.Contains(p.First.Flaw.Descriptor)).Select(p => p.First.At.Url).Distinct(StringComparer.Ordinal).Count();
        var lines = new List<string>
        {
            "# " + (broken == 0 ? "No link to another site is broken" : string.Create(CultureInfo.InvariantCulture, $"{broken:N0} broken {(broken == 1 ? "link" : "links")} to other sites")),
            "",
            $"Checked on {Routes.Iso(today)}: {counts}.",
            "",
        };
        foreach ((string heading, DiagnosticDescriptor[] those) in Sections)
        {
            string[] items = [.. findings.Placed.Where(p => those.Contains(p.First.Flaw.Descriptor)).Select(p => Item(p, findings, baseUrl))];
            lines.AddRange(items.Length == 0 ? [] : [heading, "", .. items, ""]);
        }

        return MarkdownText.Lines(lines, MostCharacters);
    }

    private static string Item(PlacedFinding placed, LinkFindings findings, BaseUrl baseUrl)
    {
        (Finding first, SourceSpan? written, int pages) = placed;
        SourceSpan page = findings.SpanOf(first.At);
        string where = written is { } word ? $"`{word.FileName}` line {Number(word.Line)}; " : "";
        string more = pages > 1 ? $" and {Number(pages - 1)} more" : "";
        string said = first.Flaw.Descriptor == Catalog.MovedLink ? $"is now {Code(findings.AnswerTo(first.At.Url)!.MovedTo!)}" : MarkdownText.Escape(first.Flaw.Detail);
        return $"- {Code(first.At.Url)}: {said}\n  ({where}<{baseUrl.Absolute(findings.PageOf(first.At).Path)}> line {Number(page.Line)}, column {Number(page.Column)}, `{first.At.Place}`{more})";
    }

    private static string Code(string address) =>
        $"`{string.Concat(address.Take(LongestAddress).Select(c => c == '`' ? '\'' : MarkdownText.IsInvisible(c) ? ' ' : c))}{(address.Length > LongestAddress ? "…" : "")}`";

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
