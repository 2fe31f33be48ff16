using System.Diagnostics.CodeAnalysis;
using DigestSite.Curation.Yaml;
using DigestSite.Papers;
using DigestSite.Papers.Merging;

namespace DigestSite.Curation;

/// <summary>Another name that one work is listed under: an arXiv id, a slug, or a title; only one of them is not null.</summary>
/// <param name="Text">As the editor wrote it.</param>
/// <param name="Title">The title, folded as <see cref="Identity"/> has it.</param>
internal sealed record PaperAlias(string Text, ArxivId? Arxiv, Slug? Slug, Identity? Title)
{
    public static Shape<PaperAlias> Shape { get; } = Shapes.Parsed<PaperAlias>("a slug, an arXiv id or a title", "copy one of the three", TryParse);

    /// <summary>The slug that the name has, or that a title would get; meaningless for an arXiv id.</summary>
    public Slug AsSlug => Slug ?? Papers.Slug.FromTitle(Text);

    /// <summary>The word of the editor who wrote it under <paramref name="key"/>.</summary>
    public Alias Of(PaperKey key) => new(Slug, Arxiv is { } id ? Identity.Of(id) : Title, key.Slug, key.Arxiv);

    public override string ToString() => Text;

    // A title of one lower-case word reads as its slug, which comes to the same.
    private static bool TryParse(string text, [MaybeNullWhen(false)] out PaperAlias alias)
    {
        string folded = TextFolding.FoldTitle(text);
        alias = ArxivId.TryParse(text, out ArxivId? arxiv) ? new(text, arxiv, null, null)
            : Papers.Slug.TryParse(text, out Slug slug) ? new(text, null, slug, null)
            : folded.Length > 0 ? new(text, null, null, Identity.OfTitle(folded))
            : null;
        return alias is not null;
    }
}
