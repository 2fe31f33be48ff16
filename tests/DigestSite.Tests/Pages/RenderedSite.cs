using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DigestSite.Diagnostics;
using DigestSite.Mail;
using DigestSite.Pages;
using DigestSite.Templates;

namespace DigestSite.Tests.Pages;

/// <summary>The project's own templates, and what they make of a site.</summary>
internal static class RenderedSite
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static TemplateSet Templates { get; } = LoadTemplates();

    public static IReadOnlyDictionary<string, PlannedFile> Plan(SiteModel site) =>
        SitePages.Plan(site, Templates).ToDictionary(f => f.Path.ToString(), StringComparer.Ordinal);

    public static string Text(SiteModel site, string path) => Strict.GetString(Plan(site)[path].Render().Span);

    public static IHtmlDocument Document(SiteModel site, string path) => new HtmlParser().ParseDocument(Text(site, path));

    public static IEnumerable<(string Path, IHtmlDocument Document)> Documents(SiteModel site) =>
        Plan(site).Where(f => f.Value.Path.IsFolder || f.Key.EndsWith(".html", StringComparison.Ordinal)).Select(f => (f.Key, new HtmlParser().ParseDocument(Strict.GetString(f.Value.Render().Span))));

    public static string Folded(string text) => DigestSite.Papers.TextFolding.FoldWhiteSpace(text);

    private static TemplateSet LoadTemplates()
    {
        var diagnostics = new DiagnosticBag();
        string folder = Repository.File("templates");
        TemplateSet? templates = TemplateSet.Load(TemplateFiles.Read(folder, mustExist: true, diagnostics), [.. SitePages.Kinds, .. DigestSite.Feeds.EntryTemplates.Kinds, .. MailTemplates.Kinds], folder, diagnostics);
        Assert.Empty(diagnostics.InOrder().Select(d => d.ToString()));
        return templates!;
    }
}
