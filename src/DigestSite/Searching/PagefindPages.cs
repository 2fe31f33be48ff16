using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using DigestSite.Papers;

namespace DigestSite.Searching;

/// <summary>
/// The pages that Pagefind reads: one a paper, with what it is to be found by and nothing else. They are written for it alone, so that
/// readers' pages carry no marks for a program, and a site's own templates change nothing of what is found.
/// </summary>
internal static class PagefindPages
{
    // Pagefind's scale goes to 10; plain text weighs 1.
    private const int TitleWeight = 8;
    private const int ByWeight = 4;

    /// <summary>The pages, in the order of the archive.</summary>
    /// <param name="byline">Who wrote a paper, as results say it; null when nobody is known.</param>
    public static IReadOnlyList<OutputFile> Of(SiteModel site, Func<Paper, string?> byline)
    {
        EquatableArray<Paper> papers = site.Archive.Papers;
        var pages = new OutputFile[papers.Count];
        Parallel.For(0, pages.Length, i => pages[i] = new(Routes.Paper(papers[i].Slug), Page(site, papers[i], pages.Length - i, byline), "built-in"));
        return pages;
    }

    private static byte[] Page(SiteModel site, Paper paper, int order, Func<Paper, string?> byline)
    {
        string title = site.Readable.Title(paper).Plain;
        var html = new StringBuilder(4096);
        html.Append("<!doctype html>\n<html lang=\"").Append(Encoded(site.Settings.Language)).Append("\">\n<body data-pagefind-body>\n");
        AppendText(html, "h1", TitleWeight, title);
        AppendText(html, "p", ByWeight, string.Join(", ", paper.Authors.Prepend(paper.Organization?.Name ?? "").Where(n => n.Length > 0)));
        AppendText(html, "p", ByWeight, string.Join(", ", paper.Tags.Select(t => t.Title).Prepend(paper.Theme.Title).Concat(paper.Keywords)));
        AppendText(html, "p", 1, site.Readable.Abstract(paper)?.Plain ?? "");
        AppendText(html, "p", ByWeight, TermOf(paper.Arxiv));
        AppendMark(html, "filter", "theme", paper.Theme.Id);
        foreach (Tag tag in paper.Tags)
        {
            AppendMark(html, "filter", "tag", tag.Id);
        }

        string year = SearchIndex.YearOf(paper).ToString(CultureInfo.InvariantCulture);
        AppendMark(html, "filter", "year", year);
        if (paper.Organization is { } organization)
        {
            AppendMark(html, "filter", "org", Uri.EscapeDataString(TextFolding.WellFormed(organization.Name)));
        }

        if (CodeLinks.Has(paper))
        {
            AppendMark(html, "filter", "code", "1");
        }

        AppendMark(html, "sort", "order", order.ToString(CultureInfo.InvariantCulture));
        string[] record =
        [
            TextFolding.WellFormed(title), TextFolding.WellFormed(paper.Organization?.Name ?? byline(paper) ?? ""), paper.Theme.Id, year,
            paper.Published is null ? "1" : "", paper.Arxiv?.ToString() ?? "",
        ];
        AppendMark(html, "meta", "record", Uri.EscapeDataString(JsonSerializer.Serialize(record)));
        return Encoding.UTF8.GetBytes(html.Append("</body>\n</html>\n").ToString());
    }

    // One word, as assets/search-pagefind.js asks for it: Pagefind takes an id apart at its point.
    private static string TermOf(ArxivId? id) =>
        id is null ? "" : "arxiv" + string.Concat(id.ToString().Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    private static void AppendText(StringBuilder html, string element, int weight, string text)
    {
        if (text.Length > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<{element} data-pagefind-weight=\"{weight}\">{Encoded(text)}</{element}>\n");
        }
    }

    // A value stands behind the first colon, and an escaped one holds neither quotes nor entities, which the program reads in its own way.
    private static void AppendMark(StringBuilder html, string kind, string name, string value) =>
        html.Append(CultureInfo.InvariantCulture, $"<i data-pagefind-{kind}=\"{name}:{value}\"></i>\n");

    private static string Encoded(string text) => WebUtility.HtmlEncode(TextFolding.WellFormed(text));
}
