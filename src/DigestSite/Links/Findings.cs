using System.Buffers;
using System.Globalization;
using DigestSite.Diagnostics;

namespace DigestSite.Links;

/// <summary>What is told once: where it was found first, where somebody wrote it (null where nobody did), and on how many pages it is.</summary>
internal readonly record struct PlacedFinding(Finding First, SourceSpan? Written, int Pages);

/// <summary>Tells what was found: the same thing on many pages once, at the first of them by path.</summary>
/// <param name="namesPage">Whether the page is named where the place is that of a word or template.</param>
internal sealed class Findings(IReadOnlyList<OutputFile> files, BaseUrl baseUrl, bool namesPage = false)
{
    private const int ShownUrl = 120;
    private const int LongestFix = 600;
    private const string EmptyTarget = "]()";

    private static readonly SearchValues<char> AfterName = SearchValues.Create(" \t\r\n\f<>");

    private readonly Dictionary<int, SourceText> _texts = [];

    public void Report(IEnumerable<Finding> findings, DiagnosticBag diagnostics)
    {
        // A page's twins and feeds have its words too: what is written once is told once, and no warning stands for an error.
        var told = new HashSet<(string File, int Line, int Column, Severity Severity)>();
        foreach (PlacedFinding placed in Place(findings))
        {
            if (placed.Written is not { } written || told.Add((written.FileName, written.Line, written.Column, placed.First.Flaw.Descriptor.Severity)))
            {
                Report(placed, diagnostics);
            }
        }
    }

    /// <summary>Puts together what is the same, by the first page that has it.</summary>
    public IEnumerable<PlacedFinding> Place(IEnumerable<Finding> findings) => findings
        .OrderBy(f => files[f.At.File].Path)
        .ThenBy(f => f.At.Range.Offset)
        .GroupBy(f => (f.Flaw.Descriptor, f.At.Place, f.At.Url, f.Flaw.Detail))
        .Select(group => new PlacedFinding(
            group.First(),
            files[group.First().At.File].Texts().Select(t => AsWritten(t, group.First().At)).FirstOrDefault(s => s is not null),
            group.Select(f => f.At.File).Distinct().Count()));

    public void Report(PlacedFinding placed, DiagnosticBag diagnostics)
    {
        (Finding first, SourceSpan? written, int pages) = placed;
        if (written is { } word && !IsTemplate(word.Source!))
        {
            ReportWord(placed, word, diagnostics);
            return;
        }

        string fix = written is null ? first.Flaw.Fix : first.Flaw.Fix.Replace($"`{baseUrl.BasePath}", "`{{site.base}}", StringComparison.Ordinal);
        string source = written is { } template ? template.FileName + OnPage(first.At) : files[first.At.File].Source;
        string from = pages == 1 ? source : string.Create(CultureInfo.InvariantCulture, $"{source}, on {pages} pages");
        diagnostics.Add(first.Flaw.Descriptor.At(written ?? SpanOf(first.At), first.At.Place, Shorten(first.At.Url), Shorten(first.Flaw.Detail), ShortenFix(fix), from));
    }

    /// <summary>The place in the finished page.</summary>
    public SourceSpan SpanOf(Sighting at)
    {
        if (!_texts.TryGetValue(at.File, out SourceText? text))
        {
            OutputFile file = files[at.File];
            text = new("site/" + file.Path.FilePath, FoundLinks.TextOf(file));
            _texts.Add(at.File, text);
        }

        (int offset, int length) = Locate(text.Text, at);
        return text.AtOffset(offset, length);
    }

    private string OnPage(Sighting at) =>
        namesPage && SpanOf(at) is var page ? string.Create(CultureInfo.InvariantCulture, $"; {page.FileName}({page.Line},{page.Column})") : "";

    private static string Shorten(string text) => text.Length <= ShownUrl ? text : string.Concat(text.AsSpan(0, ShownUrl), "…");

    // An address to be typed stands in it whole where that can be: of another site, nobody can guess the rest.
    private string ShortenFix(string fix) => namesPage && fix.Length <= LongestFix ? fix : Shorten(fix);

    // What an editor wrote is told in the editor's terms, and once for all pages and feeds that show it.
    private void ReportWord(PlacedFinding placed, SourceSpan written, DiagnosticBag diagnostics)
    {
        Finding finding = placed.First;
        string pages = namesPage && placed.Pages > 1 ? string.Create(CultureInfo.InvariantCulture, $", on {placed.Pages} pages") : "";
        string own = OwnForm(finding.At.Url);
        string fix = finding.Flaw.Fix.Replace($"`{baseUrl.BasePath}", "`/", StringComparison.Ordinal);
        diagnostics.Add(finding.Flaw.Descriptor.At(written, finding.At.Place, Shorten(own), Shorten(finding.Flaw.Detail), ShortenFix(fix), written.FileName + OnPage(finding.At) + pages));
    }

    // Editors write an address of the site without its base path.
    private string OwnForm(string url) =>
        url.StartsWith(baseUrl.BasePath, StringComparison.Ordinal) ? url[(baseUrl.BasePath.Length - 1)..]
        : url.StartsWith(baseUrl.ToString(), StringComparison.Ordinal) ? url[(baseUrl.ToString().Length - 1)..]
        : url;

    private static bool IsTemplate(SourceText text) => text.Name.EndsWith(".hbs", StringComparison.Ordinal);

    private SourceSpan? AsWritten(SourceText text, Sighting at)
    {
        // Where an id stands twice, its name does not tell which of the two is meant.
        bool isTemplate = IsTemplate(text);
        if (isTemplate ? at.Place == "id" : at.Place is not ("<a href>" or "<img src>" or TextLinks.MarkdownPlace))
        {
            return null;
        }

        if (at.Url.Length == 0 && !isTemplate && text.Text.IndexOf(EmptyTarget, StringComparison.Ordinal) is var empty and >= 0)
        {
            return text.AtOffset(empty, EmptyTarget.Length);
        }

        // Addresses of editors' words carry the base path on the page.
        if (!isTemplate && at.Url is ['/', not '/', ..] && !at.Url.StartsWith(baseUrl.BasePath, StringComparison.Ordinal))
        {
            return null;
        }

        // A template has `{{site.base}}weeks/`, or an address as it is, in quotes.
        bool isOfSite = at.Url is not ['/', '/', ..]
            && (at.Url.StartsWith(baseUrl.BasePath, StringComparison.Ordinal) || at.Url.StartsWith(baseUrl.ToString(), StringComparison.Ordinal));
        string own = isTemplate && isOfSite ? OwnForm(at.Url)[1..] : OwnForm(at.Url);
        for (int start = own.Length > 1 ? IndexOf(0) : -1; start >= 0; start = IndexOf(start + 1))
        {
            char before = start == 0 ? ' ' : text.Text[start - 1];
            int end = start + own.Length;
            bool begins = !isTemplate ? !IsOfUrl(before) && before != '[' : isOfSite ? before == '}' : before is '"' or '\'';
            if (begins && (end == text.Text.Length || !IsOfUrl(text.Text[end])))
            {
                return text.AtOffset(start, own.Length);
            }
        }

        return null;

        int IndexOf(int from) => text.Text.IndexOf(own, from, StringComparison.Ordinal);
    }

    private static bool IsOfUrl(char c) => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_' or '%' or '?' or '=' or '&' or '#';

    // The URL itself where the text has it as it is read; else, as with character references, the start of what holds it.
    private static (int Offset, int Length) Locate(string text, Sighting at)
    {
        ReadOnlySpan<char> holder = text.AsSpan(at.Range.Offset, Math.Max(0, at.Range.End - at.Range.Offset));
        ReadOnlySpan<char> url = at.Url.AsSpan().Trim(UrlText.Space);
        int found = url.IsEmpty ? -1 : holder.IndexOf(url);
        if (found >= 0)
        {
            return (at.Range.Offset + found, url.Length);
        }

        int end = holder.IndexOfAny(AfterName);
        return (at.Range.Offset, end < 0 ? holder.Length : end);
    }
}
