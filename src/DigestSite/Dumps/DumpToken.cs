using DigestSite.Papers;

namespace DigestSite.Dumps;

/// <summary>One thing of a dump: a line, or the lines of a text that the capture wrapped, or of <c>Submitted by</c> and its name.</summary>
/// <param name="Text">The lines as one, white space folded.</param>
internal sealed record DumpToken(LineShape Shape, string Text, LineRange Lines)
{
    private readonly bool _isProse = Shape.Kind == LineKind.Text && DumpText.IsProse(Text);

    public LineKind Kind => Shape.Kind;

    /// <summary>Whether the captured format marks it as a paper's title, whatever it looks like.</summary>
    public bool IsTitle { get; init; }

    /// <summary>Text, or a word that is known from the page but may be text.</summary>
    public bool MayBeText => Kind is LineKind.Text or LineKind.Word;

    public bool IsLong => !IsTitle && Text.Length >= DumpText.ProseLength;

    public bool IsProse => _isProse && !IsTitle;

    /// <summary>Prose in itself, but where a title must be it may be one that ends in a full stop.</summary>
    public bool MayBeTitleWithStop => MayBeText && DumpText.IsShort(Text) && !DumpText.HoldsAddress(Text);

    /// <summary>The <c>·</c> of an attribution whose first half stands on lines above, or is missing.</summary>
    public bool IsDot => Kind == LineKind.Attribution && Shape.IsSound && Shape.HasDot && !Shape.HasWho;
}
