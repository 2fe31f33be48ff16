using DigestSite.Diagnostics;
using DigestSite.Templates;

namespace DigestSite.Scaffolding;

/// <summary>A built-in template, partial or asset, copied so that it can be changed.</summary>
internal static class NewTemplate
{
    /// <summary>The file as it belongs into the templates folder; null when no built-in one has this name, which has then been reported.</summary>
    /// <param name="name">With or without folder and extension: <c>paper.hbs</c>, <c>paper</c>, <c>partials/card.hbs</c>, <c>card</c>, <c>site.css</c>.</param>
    public static NewFile? Of(string name, DiagnosticBag diagnostics)
    {
        string[] meant = [name, name + TemplateNames.Extension, TemplateNames.PartialFile(name), $"partials/{name}", TemplateNames.AssetFolder + name];
        if (meant.FirstOrDefault(m => BuiltInTemplates.Names.Contains(m, StringComparer.Ordinal)) is { } file)
        {
            return new(file, BuiltInTemplates.Read(file));
        }

        diagnostics.Add(Catalog.NoSuchTemplate.At(SourceSpan.File(name), name, Spelling.DidYouMean(name, BuiltInTemplates.Names.Concat(BuiltInTemplates.Names.SelectMany(n => (string[])[Path.GetFileName(n), Path.GetFileNameWithoutExtension(n)])))));
        return null;
    }

    /// <summary>Every built-in file with what it is for, in columns.</summary>
    public static string List()
    {
        int width = BuiltInTemplates.Names.Max(n => n.Length);
        return string.Join('\n', BuiltInTemplates.Names.OrderBy(TemplateNames.IsAsset).ThenBy(TemplateNames.IsPartial).ThenBy(n => n, StringComparer.Ordinal)
            .Select(n => $"{n.PadRight(width)}  {(TemplateNames.IsAsset(n) ? "Copied to the site as it is." : BuiltInTemplates.PurposeOf(n))}"));
    }
}
