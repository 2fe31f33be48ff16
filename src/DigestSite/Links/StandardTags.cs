using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;
using TextSource = AngleSharp.Text.TextSource;

namespace DigestSite.Links;

/// <summary>Reads the tags of any markup as the HTML standard says (13.2.5). What it finds stands in its own memory.</summary>
internal sealed class StandardTags(ReadOnlyMemory<char> text) : IDisposable
{
    private readonly HtmlTokenizer _tokenizer = new(new TextSource(new ReadOnlyMemoryTextSource(text)), HtmlEntityProvider.ResolverExtended)
    {
        DisableElementPositionTracking = true,
        SkipDataText = true,
        SkipRCDataText = true,
        SkipRawText = true,
        SkipScriptText = true,
        SkipPlaintext = true,
        SkipComments = true,
        SkipCDATA = true,
    };

    /// <summary>Reads on to the next tag. False at the end of the text.</summary>
    public bool Next(HtmlTag tag)
    {
        while (true)
        {
            ref StructHtmlToken token = ref _tokenizer.GetStructToken();
            switch (token.Type)
            {
                case HtmlTokenType.StartTag or HtmlTokenType.EndTag:
                    Copy(ref token, tag, _tokenizer.Position);
                    return true;
                case HtmlTokenType.EndOfFile:
                    return false;
            }
        }
    }

    /// <summary>How the text after the last tag reads on, where it opened an element of HTML's own.</summary>
    public void Pass(HtmlParseMode mode) => _tokenizer.State = mode;

    /// <summary>Whether that text is inside SVG or MathML.</summary>
    public void Enter(bool isForeign) => _tokenizer.IsAcceptingCharacterData = isForeign;

    public void Dispose() => _tokenizer.Dispose();

    // The tokenizer places a tag or attribute one after its first character.
    private static void Copy(ref StructHtmlToken token, HtmlTag tag, int end)
    {
        tag.Begin(token.Position.Position - 1, token.Name.Memory, token.Type == HtmlTokenType.EndTag);
        tag.IsSelfClosing = token.IsSelfClosing;
        tag.End = end;
        int count = tag.IsEnd ? 0 : token.Attributes.Count;
        for (int i = 0; i < count; i++)
        {
            MemoryHtmlAttributeToken attribute = token.Attributes[i];
            tag.Add(new(attribute.Name.Memory, attribute.Value.Memory, attribute.Position.Position - 1));
        }
    }
}
