using DigestSite.Diagnostics;

namespace DigestSite.Templates;

/// <summary>Checks what can be known of a template without its model: tags end, blocks close, values stand where escaping protects.</summary>
internal sealed class TemplateStructure
{
    // The engine compiles them by recursion, ever more slowly.
    private const int MaxDepth = 32;

    private readonly DiagnosticBag _diagnostics;
    private readonly Stack<OpenBlock> _open = [];
    private HtmlPlace _place = HtmlPlace.Content;
    private readonly bool _isPlainText;
    private bool _crossed;

    private TemplateStructure(DiagnosticBag diagnostics, bool isPlainText) => (_diagnostics, _isPlainText) = (diagnostics, isPlainText);

    /// <summary>Reports every fault of one template.</summary>
    /// <param name="isPlainText">Whether it makes plain text, where <c>&lt;</c> opens nothing.</param>
    public static void Check(IReadOnlyList<TemplateTag> tags, DiagnosticBag diagnostics, bool isPlainText = false)
    {
        var structure = new TemplateStructure(diagnostics, isPlainText);
        foreach (TemplateTag tag in tags)
        {
            structure.Take(tag);
        }

        foreach (OpenBlock block in structure._open.Where(b => b.Tag.Kind == TagKind.Open))
        {
            diagnostics.Add(Catalog.UnclosedBlock.At(block.Tag.Span, block.Name));
        }

        if (structure._place != HtmlPlace.Content && structure._open.Count == 0 && !structure._crossed)
        {
            diagnostics.Add(Catalog.EndsWithinMarkup.At(tags[^1].Span, Describe(structure._place)));
        }
    }

    private void Take(TemplateTag tag)
    {
        if (tag.OpensBlock)
        {
            _open.Push(new(tag, tag.Words[0].Text, _place));
            if (_open.Count == MaxDepth + 1)
            {
                _diagnostics.Add(Catalog.BlocksTooDeep.At(tag.Span, MaxDepth));
            }
        }

        switch (tag.Kind)
        {
            case TagKind.Markup when !_isPlainText:
                _place = HtmlPlaces.After(tag.Source.Text, tag.Offset, tag.Offset + tag.Length, _place);
                break;
            case TagKind.Unclosed:
                _diagnostics.Add(Catalog.UnclosedTag.At(tag.Span));
                break;
            case TagKind.Unsupported:
                _diagnostics.Add(Catalog.UnsupportedTag.At(tag.Span, tag.Text.ToString(), WayOut(tag)));
                break;
            case TagKind.Else:
                TakeElse(tag);
                break;
            case TagKind.Close:
                TakeClose(tag);
                break;
            case TagKind.Value when !_place.TakesText():
                _diagnostics.Add(Catalog.UnsafePlace.At(tag.Span, tag.Text.ToString(), Describe(_place)));
                break;
            case TagKind.RawValue or TagKind.Partial when _place != HtmlPlace.Content:
                _diagnostics.Add(Catalog.UnsafePlace.At(tag.Span, tag.Text.ToString(), Describe(_place)));
                break;
        }
    }

    private void TakeElse(TemplateTag tag)
    {
        if (tag.Words.Count > 1)
        {
            _diagnostics.Add(Catalog.UnsupportedTag.At(tag.Span, tag.Text.ToString(), "write `{{else}}{{#if name}}…{{/if}}`"));
        }
        else if (_open.Count == 0 || _open.Peek().HasElse)
        {
            _diagnostics.Add(Catalog.MisplacedElse.At(tag.Span));
        }
        else
        {
            CheckBranch(_open.Peek());
            _open.Peek().HasElse = true;
        }
    }

    private void TakeClose(TemplateTag tag)
    {
        string name = tag.Words[0].Text;
        if (_open.Count == 0)
        {
            _diagnostics.Add(Catalog.NothingToClose.At(tag.Span, name));
        }
        else
        {
            OpenBlock block = _open.Pop();
            CheckBranch(block);
            if (block.Name != name)
            {
                _diagnostics.Add(Catalog.MismatchedClose.At(tag.At(tag.Words[0]), name, block.Name, block.Tag.Span.Line));
            }
        }
    }

    // A branch that may or may not be written must leave the place as it found it: else what follows is in two places at once.
    private void CheckBranch(OpenBlock block)
    {
        if (_place != block.Place)
        {
            _diagnostics.Add(Catalog.BlockCrossesMarkup.At(block.Tag.Span, block.Name, Describe(block.Place), Describe(_place)));
            _place = block.Place;
            _crossed = true;
        }
    }

    private static string WayOut(TemplateTag tag) => tag.Words switch
    {
        [] => "write a name between the braces",
        [{ Text: "^" }, ..] => "write `{{else}}`",
        [{ Text: "if" or "unless" or "each" or "with" } block, _, ..] when tag.OpensBlock => $"a block takes one name and compares nothing: `{{{{#{block.Text} name}}}}`",
        _ => "templates know `{{name}}`, `{{{markup}}}`, `{{#if}}`, `{{#unless}}`, `{{#each}}`, `{{#with}}`, `{{else}}`, `{{> partial context}}` and `{{!-- comments --}}`",
    };

    private static string Describe(HtmlPlace place) => place switch
    {
        HtmlPlace.Content => "between tags",
        HtmlPlace.Tag => "within a tag",
        HtmlPlace.Unquoted => "an attribute without quotes",
        HtmlPlace.Comment => "an HTML comment",
        HtmlPlace.Code or HtmlPlace.CodeDoubleQuoted or HtmlPlace.CodeSingleQuoted => "code",
        _ => "a quoted attribute",
    };

    private sealed class OpenBlock(TemplateTag tag, string name, HtmlPlace place)
    {
        public TemplateTag Tag => tag;

        public string Name => name;

        public HtmlPlace Place => place;

        public bool HasElse { get; set; }
    }
}
