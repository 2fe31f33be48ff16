using DigestSite.Curation.Yaml;
using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Curation;

/// <summary>The shape of content/pages/*.md: front matter between two lines <c>---</c>, then Markdown.</summary>
internal static class PageFile
{
    private const string Extension = ".md";

    private static readonly Key<string> Title = Key.Required("title", Shapes.Text, "the heading of the page");

    private static readonly Key<string> Description = Key.Required("description", Shapes.Text, "a sentence that search engines show");

    public static MapShape<(string Title, string Description)> FrontMatterShape { get; } =
        new([Title, Description], v => (v.Of(Title), v.Of(Description)));

    /// <summary>Null when the page cannot be read, which has then been reported.</summary>
    public static FreePage? Read(SourceText file, DiagnosticBag diagnostics)
    {
        Slug? slug = SlugOf(file, diagnostics);
        FrontMatter? page = FrontMatter.Split(file, "`title: …` and `description: …`", diagnostics);
        if (page is null || YamlReader.Read(page.Yaml, diagnostics) is not { } root)
        {
            return null;
        }

        bool isSound = MarkdownScreening.Passes(file, page.Body, diagnostics);
        bool isRead = isSound & FrontMatterShape.TryRead(root, diagnostics, out (string Title, string Description) values);
        return isRead && slug is { } address ? new FreePage(address, values.Title, values.Description, page.Body, file) : null;
    }

    private static Slug? SlugOf(SourceText file, DiagnosticBag diagnostics)
    {
        string name = file.Name[(file.Name.LastIndexOf('/') + 1)..];
        string stem = name.EndsWith(Extension, StringComparison.Ordinal) ? name[..^Extension.Length] : name;
        if (Slug.TryParse(stem, out Slug slug))
        {
            return slug;
        }

        diagnostics.Add(Catalog.PageNameNotSlug.At(file.At(0), stem, Slug.FromTitle(stem)));
        return null;
    }
}
