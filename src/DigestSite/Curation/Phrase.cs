using DigestSite.Diagnostics;

namespace DigestSite.Curation;

/// <summary>Words that are looked for in titles and abstracts. The last may stand there with <c>s</c> or <c>es</c>, or with any ending after a <c>*</c>.</summary>
internal sealed record Phrase
{
    private Phrase(string text, string words, bool anyEnding)
    {
        Text = text;
        Words = words;
        AnyEnding = anyEnding;
    }

    /// <summary>As the editor wrote it.</summary>
    public string Text { get; }

    /// <summary>Its folded words, without the <c>*</c>; at least one.</summary>
    public string Words { get; }

    public bool AnyEnding { get; }

    /// <summary>Where it stands.</summary>
    public SourceSpan Span { get; init; }

    /// <summary>Null when the text has no word.</summary>
    public static Phrase? TryParse(string text)
    {
        string trimmed = text.TrimEnd();
        bool anyEnding = trimmed.EndsWith('*');
        string words = WordFolding.Fold(anyEnding ? trimmed[..^1] : trimmed);
        return words.Length == 0 ? null : new(text, words, anyEnding);
    }

    /// <summary>Whether both look for the same.</summary>
    public bool Matches(Phrase other) => Words == other.Words && AnyEnding == other.AnyEnding;

    public override string ToString() => Text;
}
