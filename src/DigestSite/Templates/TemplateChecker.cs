using DigestSite.Diagnostics;

namespace DigestSite.Templates;

/// <summary>
/// Proves templates against the types of what they are given: whatever passes renders. Each fault is reported at its place.
/// </summary>
internal sealed class TemplateChecker
{
    private const int MaxDepth = 16;

    private static readonly string[] Blocks = ["each", "if", "unless", "with"];

    private readonly Dictionary<string, List<TemplateTag>> _templates;
    private readonly DiagnosticBag _diagnostics;
    private readonly TemplatePath _paths;
    private readonly HashSet<(string Name, Type Model)> _checked = [];
    private readonly List<string> _stack = [];
    private readonly Stack<TemplateTag> _includes = [];
    private readonly UnknownNames _unknown = new();
    private readonly HashSet<TemplateTag> _blamed = new(ReferenceEqualityComparer.Instance);

    private TemplateChecker(IEnumerable<TemplateFile> templates, DiagnosticBag diagnostics)
    {
        _templates = templates.ToDictionary(t => t.Name, t => TemplateTokenizer.Split(t.Source), StringComparer.Ordinal);
        _diagnostics = diagnostics;
        _paths = new(Report);
    }

    /// <summary>
    /// Reports every fault of <paramref name="templates"/>; <paramref name="folder"/> is where a missing one belongs.
    /// Returns each template that is used, with each model that it is given.
    /// </summary>
    public static IReadOnlyList<(string Template, Type Model)> Check(IReadOnlyList<TemplateFile> templates, IReadOnlyList<PageTemplate> pages, string folder, DiagnosticBag diagnostics)
    {
        var checker = new TemplateChecker(templates, diagnostics);
        foreach (TemplateFile file in templates)
        {
            TemplateStructure.Check(checker._templates[file.Name], diagnostics, TemplateNames.IsPlainText(file.Name));
        }

        foreach (PageTemplate page in pages)
        {
            if (checker._templates.ContainsKey(page.Name))
            {
                checker.CheckFile(page.Name, ValueShape.Of(page.Model, false));
            }
            else
            {
                string wayOut = Spelling.DidYouMean(page.Name, templates.Select(t => t.Name));
                diagnostics.Add(Catalog.MissingTemplate.At(SourceSpan.File(folder), page.Name, wayOut));
            }
        }

        checker._unknown.Report(diagnostics);
        OwnTemplates.ReportLookalikes(templates, diagnostics);
        if (!diagnostics.HasErrors)
        {
            OwnTemplates.ReportUnused(templates, pages, checker._checked.Select(c => c.Name).ToHashSet(StringComparer.Ordinal), diagnostics);
        }

        return [.. checker._checked.Select(c => (c.Name, c.Model))];
    }

    private void CheckFile(string name, ValueShape model)
    {
        if (!_checked.Add((name, model.Type)))
        {
            return;
        }

        _stack.Add(name);
        Walk(_templates[name], new TemplateScope(model));
        _stack.RemoveAt(_stack.Count - 1);
    }

    private void Walk(List<TemplateTag> tags, TemplateScope root)
    {
        // A block that cannot be understood hides what its names mean: the null scope silences them.
        var scopes = new Stack<(string Block, TemplateScope? Outer, TemplateScope? Else)>();
        TemplateScope? scope = root;
        foreach (TemplateTag tag in tags)
        {
            switch (tag.Kind)
            {
                case TagKind.Unsupported when tag.OpensBlock:
                    scopes.Push((tag.Words[0].Text, scope, null));
                    scope = null;
                    break;
                case TagKind.Open:
                    scopes.Push((tag.Words[0].Text, scope, ElseScope(tag, scope)));
                    scope = Opened(tag, scope);
                    break;
                case TagKind.Else when scopes.Count > 0:
                    scope = scopes.Peek().Else;
                    break;
                case TagKind.Close when scopes.Count > 0:
                    scope = scopes.Pop().Outer;
                    break;
                case TagKind.Value or TagKind.RawValue when scope is not null:
                    CheckValue(tag, scope);
                    break;
                case TagKind.Partial:
                    CheckPartial(tag, scope);
                    break;
            }
        }
    }

    private static TemplateScope? ElseScope(TemplateTag tag, TemplateScope? scope) =>
        tag.Words[0].Text == "each" && scope is not null ? scope with { HidesParent = true, IsLoop = false } : scope;

    private TemplateScope? Opened(TemplateTag tag, TemplateScope? scope)
    {
        string block = tag.Words[0].Text;
        if (!Blocks.Contains(block, StringComparer.Ordinal))
        {
            Report(Catalog.UnknownBlock.At(tag.At(tag.Words[0]), block, Spelling.DidYouMean(block, Blocks)));
            return null;
        }

        if (tag.Words.Count != 2)
        {
            Report(Catalog.UnsupportedTag.At(tag.Span, tag.Text.ToString(), $"write `{{{{#{block} name}}}}`"));
            return null;
        }

        if (scope is null || _paths.Resolve(tag, tag.Words[1], scope) is not { } value)
        {
            return null;
        }

        (ValueKind needed, string what) = block == "each" ? (ValueKind.List, "a list") : (ValueKind.Record, "a record");
        if (block is "if" or "unless")
        {
            return scope;
        }

        if (value.Kind != needed)
        {
            Report(Catalog.WrongKindForBlock.At(tag.At(tag.Words[1]), tag.Words[1].Text, value.Noun, block, what));
            return null;
        }

        return block == "each" ? new(value.Element, scope, IsLoop: true) : new(value with { MayBeNull = false }, scope);
    }

    private void CheckValue(TemplateTag tag, TemplateScope scope)
    {
        if (tag.Words.Count > 1)
        {
            Report(Catalog.UnknownHelper.At(tag.At(tag.Words[0]), tag.Words[0].Text));
        }
        else if (_paths.Resolve(tag, tag.Words[0], scope) is { } value)
        {
            string name = tag.Words[0].Text;
            if (tag.Kind == TagKind.RawValue && value.Kind != ValueKind.Html)
            {
                Report(Catalog.RawText.At(tag.Span, name, value.Noun));
            }
            else if (tag.Kind == TagKind.Value && value.Kind is not (ValueKind.Text or ValueKind.Number))
            {
                string wayOut = value.Kind switch
                {
                    ValueKind.Html => $"write `{{{{{{{name}}}}}}}`",
                    ValueKind.Flag => $"write `{{{{#if {name}}}}}…{{{{/if}}}}`",
                    ValueKind.List => $"write `{{{{#each {name}}}}}…{{{{/each}}}}`",
                    _ => Spelling.DidYouMean("", ModelShape.Of(value.Type).Members.Keys.Select(k => $"{name}.{k}")),
                };
                Report(Catalog.CannotBeWritten.At(tag.At(tag.Words[0]), name, value.Noun, wayOut));
            }
        }
    }

    private void CheckPartial(TemplateTag tag, TemplateScope? scope)
    {
        string file = TemplateNames.PartialFile(tag.Words[0].Text);
        if (!_templates.ContainsKey(file))
        {
            IEnumerable<string> known = _templates.Keys.Where(TemplateNames.IsPartial).Select(TemplateNames.PartialName);
            Report(Catalog.MissingPartial.At(tag.At(tag.Words[0]), tag.Words[0].Text, file, Spelling.DidYouMean(tag.Words[0].Text, known)));
        }
        else if (_stack.Contains(file, StringComparer.Ordinal))
        {
            string circle = string.Join(" → ", _stack.SkipWhile(s => s != file).Append(file).Select(TemplateNames.PartialName));
            Report(Catalog.RecursivePartial.At(tag.At(tag.Words[0]), tag.Words[0].Text, circle));
        }
        else if (_stack.Count > MaxDepth)
        {
            _diagnostics.Add(Catalog.PartialsTooDeep.At(tag.At(tag.Words[0]), MaxDepth));
        }
        else if (tag.Words.Count > 2)
        {
            Report(Catalog.UnsupportedTag.At(tag.Span, tag.Text.ToString(), "write `{{> name}}` or `{{> name context}}`"));
        }
        else if (scope is not null && (tag.Words.Count == 1 ? scope.Value : _paths.Resolve(tag, tag.Words[1], scope)) is { } value)
        {
            CheckPartialModel(tag, file, value);
        }
    }

    private void CheckPartialModel(TemplateTag tag, string file, ValueShape value)
    {
        TagWord context = tag.Words[^1];
        if (value.MayBeNull)
        {
            Report(Catalog.MayBeAbsent.At(tag.At(context), context.Text, context.Text));
        }
        else if (value.Kind != ValueKind.Record)
        {
            Report(Catalog.WrongKindForBlock.At(tag.At(context), context.Text, value.Noun, "> " + tag.Words[0].Text, "a record"));
        }
        else
        {
            _includes.Push(tag);
            CheckFile(file, value);
            _includes.Pop();
        }
    }

    // What is wrong in a partial may be the fault of who includes it; in a built-in one it always is, since each passes by itself.
    private void Report(Diagnostic fault)
    {
        if (_includes.Count == 0)
        {
            _diagnostics.Add(fault);
        }
        else if (!BuiltInTemplates.IsBuiltIn(fault.Span.FileName) && fault.Id != Catalog.UnknownName.Id)
        {
            _diagnostics.Add(fault);
        }
        else if (!BuiltInTemplates.IsBuiltIn(fault.Span.FileName))
        {
            _unknown.Add(fault, _includes.Peek().Span);
        }
        else if (_includes.FirstOrDefault(t => !BuiltInTemplates.IsBuiltIn(t.Source.Name)) is { } tag && _blamed.Add(tag))
        {
            _diagnostics.Add(Catalog.PartialCannotShow.At(tag.At(tag.Words[0]), tag.Words[0].Text, fault.Message));
        }
    }
}
