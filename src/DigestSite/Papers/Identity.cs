using System.Diagnostics.CodeAnalysis;

namespace DigestSite.Papers;

/// <summary>What makes a paper that paper, as the ledger writes it: <c>arxiv:2301.12643</c> or <c>title:folded title</c>.</summary>
internal readonly record struct Identity : IComparable<Identity>
{
    private const string ArxivPrefix = "arxiv:";
    private const string TitlePrefix = "title:";

    private readonly string? _text;

    private Identity(string text) => _text = text;

    private string Text => _text ?? TitlePrefix;

    public bool IsArxiv => Text.StartsWith(ArxivPrefix, StringComparison.Ordinal);

    public static Identity Of(ArxivId id) => new(ArxivPrefix + id);

    /// <summary>The identity of a folded title, as <see cref="Merging.TitleKey"/> makes it.</summary>
    public static Identity OfTitle(string key) => new(TitlePrefix + key);

    /// <summary>The arXiv id this is, or null for a title.</summary>
    public ArxivId? Arxiv => IsArxiv && ArxivId.TryParse(Text[ArxivPrefix.Length..], out ArxivId? id) ? id : null;

    /// <summary>The folded title this is, or null for an arXiv id.</summary>
    public string? TitleKey => IsArxiv ? null : Text[TitlePrefix.Length..];

    public static bool TryParse([NotNullWhen(true)] string? text, out Identity identity)
    {
        identity = new(text ?? "");
        return text is not null
            && (text.StartsWith(TitlePrefix, StringComparison.Ordinal)
                ? text.Length > TitlePrefix.Length
                : text.StartsWith(ArxivPrefix, StringComparison.Ordinal) && ArxivId.TryParse(text[ArxivPrefix.Length..], out ArxivId? id) && ArxivPrefix + id == text);
    }

    public int CompareTo(Identity other) => string.CompareOrdinal(Text, other.Text);

    public override string ToString() => Text;
}
