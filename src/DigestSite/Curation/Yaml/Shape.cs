using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Curation.Yaml;

/// <summary>A value and the place it stands at.</summary>
internal sealed record Located<T>(T Value, SourceSpan Span);

/// <summary>What a value of a content file has to be, and what is made of it. One declaration reads, checks and describes.</summary>
/// <param name="expected">How a message names what belongs here: <c>a text</c>.</param>
internal abstract class Shape<T>(string expected)
    where T : notnull
{
    public string Expected { get; } = expected;

    /// <summary>False when the value is not of this shape; everything wrong with it has then been reported.</summary>
    public abstract bool TryRead(YamlNode node, DiagnosticBag diagnostics, [MaybeNullWhen(false)] out T value);

    /// <summary>The JSON Schema of the values it takes, newly made. It is for completion and hover texts: what the loader refuses beyond it still fails the build.</summary>
    public abstract JsonObject Schema();

    protected bool Refuse(YamlNode node, DiagnosticBag diagnostics)
    {
        diagnostics.Add(Catalog.WrongKind.At(node.Span, node.Owner is { } owner ? $"`{owner}`" : "what stands here", Expected, node.Kind));
        return false;
    }
}

/// <summary>Turns a text, its white space folded, into a value; what it refuses it has reported.</summary>
internal delegate bool TextReading<T>(string text, SourceSpan span, DiagnosticBag diagnostics, [MaybeNullWhen(false)] out T value);

/// <summary>One text, as YAML writes it: plain, quoted or over several lines.</summary>
/// <param name="schema">What a schema says of it; without, that it is a text.</param>
internal sealed class TextShape<T>(string expected, TextReading<T> reading, ScalarSchema? schema = null) : Shape<T>(expected)
    where T : notnull
{
    /// <summary>Whether white space is left as it is.</summary>
    public bool KeepsLines { get; init; }

    public override JsonObject Schema() => (schema ?? ScalarSchema.Text).ToJson();

    public override bool TryRead(YamlNode node, DiagnosticBag diagnostics, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (node is YamlMap { Span.LineText: { } line } map && line.TrimStart().StartsWith("- ", StringComparison.Ordinal) && !line.Contains('{', StringComparison.Ordinal))
        {
            // A title with a colon in it reads as a key.
            diagnostics.Add(Catalog.ColonInPlainText.At(map.Span));
            return false;
        }

        return node is YamlText { IsNothing: false } text
            ? reading(KeepsLines ? text.Value : TextFolding.FoldWhiteSpace(text.Value), text.Span, diagnostics, out value)
            : Refuse(node, diagnostics);
    }
}

/// <summary>A list, all of whose items have one shape. Nothing is the empty list.</summary>
internal sealed class ListShape<T>(Shape<T> item) : Shape<EquatableArray<T>>("a list, as `[one, two]`")
    where T : notnull
{
    public override JsonObject Schema() => new() { ["type"] = "array", ["items"] = item.Schema() };

    public override bool TryRead(YamlNode node, DiagnosticBag diagnostics, out EquatableArray<T> value)
    {
        value = [];
        if (node is not YamlList list)
        {
            return node.IsNothing || Refuse(node, diagnostics);
        }

        var items = new List<T>(list.Items.Count);
        foreach (YamlNode entry in list.Items)
        {
            if (item.TryRead(entry, diagnostics, out T? read))
            {
                items.Add(read);
            }
        }

        value = items.ToEquatableArray();
        return items.Count == list.Items.Count;
    }
}

/// <summary>A value of another shape, with its place.</summary>
internal sealed class LocatedShape<T>(Shape<T> shape) : Shape<Located<T>>(shape.Expected)
    where T : notnull
{
    public override JsonObject Schema() => shape.Schema();

    public override bool TryRead(YamlNode node, DiagnosticBag diagnostics, [MaybeNullWhen(false)] out Located<T> value)
    {
        bool isRead = shape.TryRead(node, diagnostics, out T? read);
        value = isRead ? new(read!, node.Span) : null;
        return isRead;
    }
}

/// <summary>A text of one shape, or a mapping of another, that come to the same.</summary>
internal sealed class EitherShape<T>(Shape<T> text, Shape<T> map) : Shape<T>($"{text.Expected} or {map.Expected}")
    where T : notnull
{
    public override JsonObject Schema() => new() { ["oneOf"] = new JsonArray(text.Schema(), map.Schema()) };

    public override bool TryRead(YamlNode node, DiagnosticBag diagnostics, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        return node switch
        {
            YamlText { IsNothing: false } => text.TryRead(node, diagnostics, out value),
            YamlMap => map.TryRead(node, diagnostics, out value),
            _ => Refuse(node, diagnostics),
        };
    }
}
