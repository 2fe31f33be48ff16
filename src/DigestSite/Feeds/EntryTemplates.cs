using DigestSite.Diagnostics;
using DigestSite.Templates;

namespace DigestSite.Feeds;

/// <summary>The templates of what stands in feed entries. What they make is reduced to what feeds may hold: see <see cref="EntryReduction"/>.</summary>
internal static class EntryTemplates
{
    public const string Paper = "feeds/paper.hbs";

    public const string Digest = "feeds/digest.hbs";

    /// <summary>The kinds of entries, each with the type that its template sees.</summary>
    public static IReadOnlyList<PageTemplate> Kinds { get; } = [new(Paper, typeof(PaperEntryModel)), new(Digest, typeof(DigestEntryModel))];

    // A site that was compiled without templates, to explain it, has entries all the same.
    private static readonly Lazy<TemplateSet> BuiltIn = new(() =>
    {
        var diagnostics = new DiagnosticBag();
        return TemplateSet.Load(BuiltInTemplates.Under(TemplateFiles.Of([], [])), Kinds, "templates", diagnostics)
            ?? throw new InvalidOperationException(string.Join('\n', diagnostics.InOrder()));
    });

    /// <summary>The templates as editors wrote them: what is wrong with a link of a feed may stand there.</summary>
    public static IEnumerable<SourceText> TextsOf(SiteModel site) => Kinds.SelectMany(k => (site.Templates ?? BuiltIn.Value).TextsOf(k.Name));

    /// <summary>The content of an entry, safe and absolute.</summary>
    /// <param name="template">One of <see cref="Kinds"/>.</param>
    /// <param name="page">The address of the page that shows the same: what relative addresses are relative to.</param>
    public static string Render(string template, object model, string page, SiteModel site) =>
        EntryReduction.Of((site.Templates ?? BuiltIn.Value).RenderText(template, model), page);
}
