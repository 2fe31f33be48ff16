using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using DigestSite.Diagnostics;
using DigestSite.Templates;
using TextSource = AngleSharp.Text.TextSource;

namespace DigestSite.Feeds;

/// <summary>
/// Tells editors what <see cref="EntryReduction"/> takes away from their own templates of feed entries: each kind of element and attribute once a file,
/// at its first place. It reads the templates, not what they make, so it says the same whatever the papers are.
/// </summary>
internal sealed class LostMarkup
{
    private readonly SourceText _source;
    private readonly DiagnosticBag _diagnostics;
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    private LostMarkup(SourceText source, DiagnosticBag diagnostics) => (_source, _diagnostics) = (source, diagnostics);

    /// <summary>Warns of all that is lost from the templates of entries and from the partials that they use. Built-in ones lose nothing that matters.</summary>
    public static void Report(IReadOnlyList<TemplateFile> templates, DiagnosticBag diagnostics)
    {
        IEnumerable<TemplateFile> used = EntryTemplates.Kinds.SelectMany(k => TemplateUse.Of(k.Name, templates)).DistinctBy(t => t.Name, StringComparer.Ordinal);
        foreach (TemplateFile file in used.Where(t => !BuiltInTemplates.IsBuiltIn(t.Source.Name)))
        {
            new LostMarkup(file.Source, diagnostics).Read();
        }
    }

    private void Read()
    {
        using var tokenizer = new HtmlTokenizer(new TextSource(new AngleSharp.Text.ReadOnlyMemoryTextSource(WithoutTags(_source).AsMemory())), HtmlEntityProvider.ResolverExtended);
        while (true)
        {
            ref StructHtmlToken token = ref tokenizer.GetStructToken();
            if (token.Type == HtmlTokenType.EndOfFile)
            {
                return;
            }

            if (token.Type == HtmlTokenType.StartTag)
            {
                string name = token.Name.Memory.ToString();
                Take(ref token, name);
                tokenizer.State = name switch
                {
                    "script" => HtmlParseMode.Script,
                    "style" or "iframe" or "xmp" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
                    "textarea" or "title" => HtmlParseMode.RCData,
                    _ => HtmlParseMode.PCData,
                };
            }
        }
    }

    // The tags of the template language give way to as much white space, so that every place stays where it is.
    private static string WithoutTags(SourceText source)
    {
        char[] text = source.Text.ToCharArray();
        foreach (TemplateTag tag in TemplateTokenizer.Split(source).Where(t => t.Kind != TagKind.Markup))
        {
            text.AsSpan(tag.Offset, tag.Length).Fill(' ');
        }

        return new(text);
    }

    private void Take(ref StructHtmlToken tag, string name)
    {
        // The tokenizer places a token one after the angle bracket that opens it.
        int start = tag.Position.Position - 1;
        if (EntryMarkup.IsLost(name))
        {
            Tell("<" + name, Catalog.LostElement.At(_source.AtOffset(start, name.Length + 1), name, WhatStays(name)));
            return;
        }

        for (int i = 0; i < tag.Attributes.Count; i++)
        {
            MemoryHtmlAttributeToken attribute = tag.Attributes[i];
            string key = attribute.Name.Memory.ToString();
            SourceSpan place = _source.AtOffset(attribute.Position.Position - 1, key.Length);
            if (name is not "a" || key is not ("href" or "rel"))
            {
                Tell(key, Catalog.LostAttribute.At(place, key));
            }
            else if (key is "href" && !IsKept(attribute.Value.Memory.Span))
            {
                _diagnostics.Add(Catalog.LostAddress.At(place));
            }
        }
    }

    private void Tell(string about, Diagnostic warning)
    {
        if (_told.Add(about))
        {
            _diagnostics.Add(warning);
        }
    }

    private static string WhatStays(string element) => EntryMarkup.RoleOf(element) switch
    {
        EntryRole.Nothing => ", with all that is in it",
        EntryRole.Picture => "; its `alt` text stays",
        _ => element is "input" or "embed" or "hr" or "meta" or "link" or "base" or "frame" ? "" : "; what is in it stays",
    };

    // What the template itself says of the scheme; the rest is judged where it is known.
    private static bool IsKept(ReadOnlySpan<char> address)
    {
        address = address.TrimStart();
        int end = address.IndexOfAny(" :/?#");
        return end < 0 || address[end] != ':' || address[..end].ToString().ToLowerInvariant() is "http" or "https" or "mailto";
    }
}
