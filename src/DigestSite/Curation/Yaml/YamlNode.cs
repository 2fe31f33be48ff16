using DigestSite.Diagnostics;

namespace DigestSite.Curation.Yaml;

/// <summary>One value of a YAML file and the place it stands at.</summary>
internal abstract record YamlNode(SourceSpan Span)
{
    /// <summary>The key that it is the value of; null where it has none of its own.</summary>
    public string? Owner { get; init; }

    /// <summary>How a message names what stands there.</summary>
    public abstract string Kind { get; }

    /// <summary>Whether a key has nothing after its colon (or an explicit null).</summary>
    public virtual bool IsNothing => false;
}

/// <summary>A text, a number or a flag: telling these apart is left to what the key expects, so that <c>2501.10000</c> keeps its zeros.</summary>
internal sealed record YamlText(SourceSpan Span, string Value, bool IsPlain) : YamlNode(Span)
{
    public override string Kind => IsNothing ? "nothing" : "a text";

    public override bool IsNothing => IsPlain && Value is "" or "~" or "null";
}

internal sealed record YamlList(SourceSpan Span, IReadOnlyList<YamlNode> Items) : YamlNode(Span)
{
    public override string Kind => "a list";
}

/// <summary>Keys and values in the order of the file, each key once.</summary>
internal sealed record YamlMap(SourceSpan Span, IReadOnlyList<YamlEntry> Entries) : YamlNode(Span)
{
    public override string Kind => "a mapping of keys";
}

internal readonly record struct YamlEntry(YamlText Key, YamlNode Value);
