using AngleSharp.Html.Parser.Tokens.Struct;
using DigestSite.Diagnostics;

namespace DigestSite.Dumps.WebPages;

/// <summary>What a page gives to its scripts: JSON in attributes <c>data-props</c>, of many elements, one of which holds the papers.</summary>
internal sealed class PageProperties(SourceText source)
{
    // A page has a dozen.
    private const int Most = 1_000;

    private readonly List<PageText> _found = [];

    /// <summary>Those that may hold papers, in order.</summary>
    public IReadOnlyList<PageText> Found => _found;

    /// <summary>Takes a start tag.</summary>
    public void Take(ref StructHtmlToken tag)
    {
        for (int i = 0; i < tag.Attributes.Count && _found.Count < Most; i++)
        {
            MemoryHtmlAttributeToken attribute = tag.Attributes[i];
            if (attribute.Name.Memory.Span is "data-props" && attribute.Value.Memory.Span.Contains("\"paper\"", StringComparison.Ordinal))
            {
                // The tokenizer counts positions from 1.
                _found.Add(new(attribute.Value.ToString(), StartOfValue(attribute.Position.Position - 1)));
            }
        }
    }

    // The first character behind the quote, if there is one.
    private int StartOfValue(int name)
    {
        string text = source.Text;
        int start = text.IndexOf('=', Math.Clamp(name, 0, text.Length)) + 1;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return start < text.Length && text[start] is '"' or '\'' ? start + 1 : start;
    }
}
