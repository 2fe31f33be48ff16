using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Scaffolding;

/// <summary>The beginning of a Markdown page.</summary>
internal static class NewPage
{
    /// <summary>The file <c>pages/NAME.md</c> of the content folder; null when the name cannot be an address, which has then been reported.</summary>
    /// <param name="title">The heading; null makes it of the name.</param>
    /// <param name="folder">The content folder, for messages.</param>
    public static NewFile? Of(string name, string? title, DiagnosticBag diagnostics, string folder = "content")
    {
        if (!Slug.TryParse(name, out Slug slug))
        {
            diagnostics.Add(Catalog.NotAnAddress.At(SourceSpan.File($"{folder}/pages/{name}.md"), name, Slug.FromTitle(name)));
            return null;
        }

        if (Routes.IsOwn(slug))
        {
            diagnostics.Add(Catalog.AddressTaken.At(SourceSpan.File($"{folder}/pages/{name}.md"), slug));
            return null;
        }

        return NewFile.OfText(
            $"pages/{slug}.md",
            $"""
            ---
            title: {YamlWriting.Value(title ?? TitleOf(name))}
            description: One sentence that search engines show.
            ---

            Write the page here, in Markdown.

            """);
    }

    /// <summary><c>about-us</c> as a heading: <c>About us</c>.</summary>
    public static string TitleOf(string id) => char.ToUpperInvariant(id[0]) + id[1..].Replace('-', ' ');
}
