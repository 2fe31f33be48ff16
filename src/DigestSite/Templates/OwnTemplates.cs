using DigestSite.Diagnostics;

namespace DigestSite.Templates;

/// <summary>What can be wrong with the names of a site's own templates. A built-in one that an override no longer includes is nobody's mistake.</summary>
internal static class OwnTemplates
{
    /// <summary>Reports partials whose names differ by capital letters only: the engine would take one for the other.</summary>
    public static void ReportLookalikes(IReadOnlyList<TemplateFile> templates, DiagnosticBag diagnostics)
    {
        foreach (var alike in templates.Where(t => TemplateNames.IsPartial(t.Name)).GroupBy(t => t.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            string meant = alike.Select(t => t.Name).FirstOrDefault(n => BuiltInTemplates.Names.Contains(n, StringComparer.Ordinal)) ?? alike.First().Name;
            foreach (TemplateFile file in alike.Where(t => IsOwn(t) && t.Name != meant))
            {
                diagnostics.Add(Catalog.LookalikePartials.At(SourceSpan.File(file.Source.Name), file.Name, meant));
            }
        }
    }

    /// <summary>Warns of each file that no page needs, with the name that was probably meant.</summary>
    public static void ReportUnused(
        IReadOnlyList<TemplateFile> templates, IReadOnlyList<PageTemplate> pages, IReadOnlySet<string> used, DiagnosticBag diagnostics)
    {
        string[] known = [.. pages.Select(p => p.Name), .. BuiltInTemplates.Names.Where(TemplateNames.IsTemplate)];
        foreach (TemplateFile file in templates.Where(t => IsOwn(t) && !used.Contains(t.Name)))
        {
            diagnostics.Add(Catalog.UnusedTemplate.At(SourceSpan.File(file.Source.Name), file.Name, UseOf(file.Name, known)));
        }
    }

    private static bool IsOwn(TemplateFile file) => !BuiltInTemplates.IsBuiltIn(file.Source.Name);

    private static string UseOf(string name, string[] known) => known.Contains(name, StringComparer.Ordinal)
        ? $"include it in a template: `{{{{> {TemplateNames.PartialName(name)}}}}}`"
        : known.FirstOrDefault(k => k.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } cased
            ? $"did you mean `{cased}`? Capital letters make another name"
            : TemplateNames.IsPartial(name)
                ? Spelling.DidYouMean(TemplateNames.PartialName(name), known.Where(TemplateNames.IsPartial).Select(TemplateNames.PartialName))
                : Spelling.DidYouMean(name, known);
}
