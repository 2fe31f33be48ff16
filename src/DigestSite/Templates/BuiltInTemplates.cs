using System.Text;
using DigestSite.Diagnostics;

namespace DigestSite.Templates;

/// <summary>The templates and assets that the program carries: what a site shows where it has no file of the same name.</summary>
internal static class BuiltInTemplates
{
    private const string Folder = "templates/";

    private const string Shown = "built-in " + Folder;

    /// <summary>Names within the folder, sorted: <c>paper.hbs</c>, <c>partials/card.hbs</c>, <c>assets/site.css</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = EmbeddedFiles.Under(Folder);

    public static byte[] Read(string name) => EmbeddedFiles.Read(Folder + name);

    /// <summary>The site's own files with the built-in ones beside them; a file of the same name takes the built-in one's place.</summary>
    public static TemplateFiles Under(TemplateFiles own)
    {
        HashSet<string> taken = [.. own.Templates.Select(t => t.Name), .. own.Assets.Select(a => a.Path.ToString())];
        ILookup<bool, string> rest = Names.Where(n => !taken.Contains(n)).ToLookup(TemplateNames.IsAsset);
        TemplateFiles all = TemplateFiles.Of(
            own.Templates.Concat(rest[false].Select(Template)),
            own.Assets.Concat(rest[true].Select(n => new OutputFile(new SitePath(n), Read(n), Shown + n))));
        return all with { IsWhole = own.IsWhole };
    }

    /// <summary>Whether a file's name in messages is that of a built-in one.</summary>
    public static bool IsBuiltIn(string shown) => shown.StartsWith(Shown, StringComparison.Ordinal);

    /// <summary>What a built-in template is for, by the comment that it opens with; empty for an asset.</summary>
    public static string PurposeOf(string name)
    {
        const string Open = "{{!--", Close = "--}}";
        string text = TemplateNames.IsTemplate(name) ? Template(name).Source.Text : "";
        int end = text.StartsWith(Open, StringComparison.Ordinal) ? text.IndexOf(Close, StringComparison.Ordinal) : -1;
        return end < 0 ? "" : text[Open.Length..end].Trim();
    }

    private static TemplateFile Template(string name) =>
        new(name, new SourceText(Shown + name, Encoding.UTF8.GetString(Read(name)).TrimStart('\uFEFF')));
}
