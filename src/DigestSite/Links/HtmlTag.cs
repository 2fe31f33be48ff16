namespace DigestSite.Links;

/// <summary>An attribute as its tag has it: the name in lower case, character references in the value undone.</summary>
/// <param name="Offset">Where its name stands in the text.</param>
internal readonly record struct HtmlAttribute(ReadOnlyMemory<char> Name, ReadOnlyMemory<char> Value, int Offset);

/// <summary>One tag of HTML, from its <c>&lt;</c> at <see cref="Start"/> to after its <c>&gt;</c> at <see cref="End"/>. Used again for the next one.</summary>
internal sealed class HtmlTag
{
    private HtmlAttribute[] _attributes = new HtmlAttribute[16];
    private int _count;

    public int Start { get; private set; }

    public int End { get; set; }

    /// <summary>In lower case.</summary>
    public ReadOnlyMemory<char> Name { get; private set; }

    public bool IsEnd { get; private set; }

    public bool IsSelfClosing { get; set; }

    public ReadOnlySpan<HtmlAttribute> Attributes => _attributes.AsSpan(0, _count);

    /// <summary>Forgets the last tag.</summary>
    public void Begin(int start, ReadOnlyMemory<char> name, bool isEnd)
    {
        (Start, Name, IsEnd, IsSelfClosing, _count) = (start, name, isEnd, false, 0);
    }

    public void Add(in HtmlAttribute attribute)
    {
        if (_count == _attributes.Length)
        {
            Array.Resize(ref _attributes, 2 * _count);
        }

        _attributes[_count++] = attribute;
    }

    public bool Has(ReadOnlySpan<char> name)
    {
        foreach (ref readonly HtmlAttribute attribute in Attributes)
        {
            if (attribute.Name.Span.SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The value of an attribute; empty where the tag has none of that name.</summary>
    public ReadOnlySpan<char> Value(ReadOnlySpan<char> name)
    {
        foreach (ref readonly HtmlAttribute attribute in Attributes)
        {
            if (attribute.Name.Span.SequenceEqual(name))
            {
                return attribute.Value.Span;
            }
        }

        return default;
    }
}
