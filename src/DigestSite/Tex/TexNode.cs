namespace DigestSite.Tex;

/// <summary>What a piece of read TeX is.</summary>
internal enum TexKind
{
    /// <summary>Characters, as they are shown.</summary>
    Text,
    Strong,
    Emphasis,
    Code,

    /// <summary>Words that lead to the address in <see cref="TexNode.Text"/>.</summary>
    Link,
    Superscript,
    Subscript,

    /// <summary><see cref="TexNode.Parts"/> over <see cref="TexNode.Others"/>.</summary>
    Fraction,

    /// <summary>The root of <see cref="TexNode.Parts"/>; <see cref="TexNode.Others"/> is its index.</summary>
    Root,

    /// <summary><see cref="TexNode.Parts"/> above <see cref="TexNode.Others"/> in parentheses: a binomial coefficient.</summary>
    Choose,
}

/// <summary>TeX as it was read: all spacing decided, every symbol a character.</summary>
internal sealed record TexNode(TexKind Kind, string Text, List<TexNode> Parts, List<TexNode> Others)
{
    private static readonly List<TexNode> None = [];

    public static TexNode Of(string text) => new(TexKind.Text, text, None, None);

    public static TexNode Of(TexKind kind, List<TexNode> parts) => new(kind, "", parts, None);

    /// <summary>A node of two parts. An empty list is shared, so nothing may add to what is read.</summary>
    public static TexNode Of(TexKind kind, List<TexNode> parts, List<TexNode>? others) => new(kind, "", parts, others ?? None);

    public static TexNode Link(string url, List<TexNode> words) => new(TexKind.Link, url, words, None);
}
