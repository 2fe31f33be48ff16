using System.Diagnostics.CodeAnalysis;
using DigestSite.Curation.Yaml;
using DigestSite.Papers;

namespace DigestSite.Curation;

/// <summary>What editors name a paper by: its slug or its arXiv id, exactly one of the two.</summary>
/// <param name="Text">As the editor wrote it.</param>
internal sealed record PaperKey(string Text, Slug? Slug, ArxivId? Arxiv)
{
    public static Shape<PaperKey> Shape { get; } = Shapes.Parsed<PaperKey>(
        "the slug or the arXiv id of a paper",
        "copy the last part of the paper's address, such as `grokking-twice`, or write its arXiv id, such as `2501.08325`",
        TryParse,
        ScalarSchema.Matching($"{Shapes.SlugForm}|{ArxivId.Form}"));

    public bool IsOf(Paper paper) => Slug is { } slug ? paper.Slug == slug : paper.Arxiv == Arxiv;

    public static bool TryParse(string text, [MaybeNullWhen(false)] out PaperKey key)
    {
        key = ArxivId.TryParse(text, out ArxivId? arxiv) ? new(text, null, arxiv)
            : Papers.Slug.TryParse(text, out Slug slug) ? new(text, slug, null)
            : null;
        return key is not null;
    }

    public override string ToString() => Text;
}
