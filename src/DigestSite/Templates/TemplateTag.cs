using DigestSite.Diagnostics;

namespace DigestSite.Templates;

internal enum TagKind
{
    /// <summary>What stands between tags.</summary>
    Markup,

    Comment,

    /// <summary><c>{{name}}</c></summary>
    Value,

    /// <summary><c>{{{name}}}</c></summary>
    RawValue,

    /// <summary><c>{{#each name}}</c></summary>
    Open,

    /// <summary><c>{{else}}</c></summary>
    Else,

    /// <summary><c>{{/each}}</c></summary>
    Close,

    /// <summary><c>{{> name context}}</c></summary>
    Partial,

    /// <summary>What Handlebars may know and this project's templates do not use.</summary>
    Unsupported,

    /// <summary>A tag without its end.</summary>
    Unclosed,
}

/// <summary>A word within a tag and where it stands in the file (from 0).</summary>
internal readonly record struct TagWord(string Text, int Offset);

/// <summary>A piece of a template: a tag with its words, or the markup between two tags.</summary>
internal sealed record TemplateTag(TagKind Kind, SourceText Source, int Offset, int Length, IReadOnlyList<TagWord> Words)
{
    public ReadOnlySpan<char> Text => Source.Text.AsSpan(Offset, Length);

    public SourceSpan Span => Source.AtOffset(Offset, Length);

    /// <summary>Whether a closing tag belongs to it, be it understood or not.</summary>
    public bool OpensBlock => Kind == TagKind.Open || (Kind == TagKind.Unsupported && Words.Count > 0 && Text.StartsWith("{{#"));

    public SourceSpan At(TagWord word) => Source.AtOffset(word.Offset, word.Text.Length);
}
