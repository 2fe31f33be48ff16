using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Dumps;

/// <summary>Reads a capture of any format: what it is shows in its first characters, whatever the file is called.</summary>
internal static class DumpReader
{
    private const string TextExtension = ".txt";

    private static readonly string[] CapturedExtensions = [".json", ".xml", ".html", ".htm", ".rss", ".atom"];

    /// <summary>
    /// The listings of <paramref name="source"/>; what is wrong with it is reported and the rest is read. Null for a file that is not of
    /// any format, which has then been reported.
    /// </summary>
    /// <param name="name">The file's name in content/dumps or content/metadata.</param>
    public static Dump? Read(string name, SourceText source, DiagnosticBag diagnostics) => FormatOf(source) switch
    {
        DumpFormat.DailyPapers => DailyPapersReader.Read(name, source, diagnostics),
        DumpFormat.WebPage => WebPageReader.Read(name, source, diagnostics),
        DumpFormat.Arxiv => ArxivReader.Read(name, source, diagnostics),
        DumpFormat.Markdown => MarkdownDumpReader.Read(name, source, diagnostics),
        _ when IsText(name, source) => TextDumpReader.Read(name, source, diagnostics),
        _ => NotADump(name, source, diagnostics),
    };

    /// <summary>What a file is; null when it is nothing that can be read.</summary>
    public static DumpFormat? FormatOf(string name, SourceText source) =>
        FormatOf(source) is var format && (format != DumpFormat.Text || IsText(name, source)) ? format : null;

    /// <summary>What a file is, by its content. Text is what nothing else claims.</summary>
    public static DumpFormat FormatOf(SourceText source)
    {
        ReadOnlySpan<char> text = source.Text.AsSpan().TrimStart("\uFEFF \t\r\n");
        return DailyPapersReader.Claims(text) ? DumpFormat.DailyPapers
            : ArxivReader.Claims(text) ? DumpFormat.Arxiv
            : XmlRoot.NameOf(text) is not "html" && MarkdownDumpReader.Claims(source) ? DumpFormat.Markdown // May begin with a tag that has no form in Markdown.
            : WebPageReader.Claims(text) ? DumpFormat.WebPage
            : DumpFormat.Text;
    }

    // Nothing but a date or an attribution is sure to be of a listing page; a broken one is known by its name.
    private static bool IsText(string name, SourceText source) =>
        name.EndsWith(TextExtension, StringComparison.OrdinalIgnoreCase)
        || Enumerable.Range(1, source.LineCount).Any(line => LineShape.Of(DumpText.Fold(source.Line(line))).Kind is LineKind.Date or LineKind.Attribution);

    private static Dump? NotADump(string name, SourceText source, DiagnosticBag diagnostics)
    {
        bool isMeantAsOne = CapturedExtensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);
        diagnostics.Add((isMeantAsOne ? Catalog.DamagedCapture : Catalog.NotADump).At(source.At(0), name));
        return null;
    }
}
