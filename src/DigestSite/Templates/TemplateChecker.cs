using DigestSite.Diagnostics;

namespace DigestSite.Templates;

/// <summary>
/// Proves templates against the types of what they are given: whatever passes renders. Each fault is reported at its place.
/// </summary>
internal sealed class TemplateChecker
{
    private static readonly string[] Blocks = ["each", "if", "unless", "with"];

    private readonly Dictionary<string, List<TemplateTag>> _templates;
    private readonly DiagnosticBag _diagnostics;
    private readonly TemplatePath _paths;
    private readonly HashSet<(string Name, Type Model)> _checked = [];
    private readonly List<string> _stack = [];

    private TemplateChecker(IEnumerable<TemplateFile> templates, DiagnosticBag diagnostics)
    {
        _templates = templates.ToDictionary(t => t.Name, t => TemplateTokenizer.Split(t.Source), StringComparer.Ordinal);
        _diagnostics = diagnostics;
        _paths = new(diagnostics);
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
            TemplateStructure.Check(checker._templates[file.Name], diagnostics);
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

        checker.ReportUnused(templates, pages);
        return [.. checker._checked.Select(c => (c.Name, c.Model))];
    }

    // A built-in partial that an override no longer includes is nobody's mistake.
    private void ReportUnused(IReadOnlyList<TemplateFile> templates, IReadOnlyList<PageTemplate> pages)
    {
        var used = _checked.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        string[] known = [.. pages.Select(p => p.Name), .. BuiltInTemplates.Names.Where(TemplateNames.IsTemplate)];
        foreach (TemplateFile file in templates.Where(t => !used.Contains(t.Name) && !BuiltInTemplates.IsBuiltIn(t.Source.Name)))
        {
            _diagnostics.Add(Catalog.UnusedTemplate.At(SourceSpan.File(file.Source.Name), file.Name, UseOf(file.Name, known)));
        }
    }

    private static string UseOf(string name, string[] known) => known.Contains(name, StringComparer.Ordinal)
        ? $"include it in a template: `{{{{> {TemplateNames.PartialName(name)}}}}}`"
        : known.FirstOrDefault(k => k.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } cased
            ? $"did you mean `{cased}`? Capital letters make another name"
            : Spelling.DidYouMean(name, known);

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
            _diagnostics.Add(Catalog.UnknownBlock.At(tag.At(tag.Words[0]), block, Spelling.DidYouMean(block, Blocks)));
            return null;
        }

        if (tag.Words.Count != 2)
        {
            _diagnostics.Add(Catalog.UnsupportedTag.At(tag.Span, tag.Text.ToString(), $"write `{{{{#{block} name}}}}`"));
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
            _diagnostics.Add(Catalog.WrongKindForBlock.At(tag.At(tag.Words[1]), tag.Words[1].Text, value.Noun, block, what));
            return null;
        }

        return block == "each" ? new(value.Element, scope, IsLoop: true) : new(value with { MayBeNull = false }, scope);
    }

    private void CheckValue(TemplateTag tag, TemplateScope scope)
    {
        if (tag.Words.Count > 1)
        {
            _diagnostics.Add(Catalog.UnknownHelper.At(tag.At(tag.Words[0]), tag.Words[0].Text));
        }
        else if (_paths.Resolve(tag, tag.Words[0], scope) is { } value)
        {
            string name = tag.Words[0].Text;
            if (tag.Kind == TagKind.RawValue && value.Kind != ValueKind.Html)
            {
                _diagnostics.Add(Catalog.RawText.At(tag.Span, name, value.Noun));
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
                _diagnostics.Add(Catalog.CannotBeWritten.At(tag.At(tag.Words[0]), name, value.Noun, wayOut));
            }
        }
    }

    private void CheckPartial(TemplateTag tag, TemplateScope? scope)
    {
        string file = TemplateNames.PartialFile(tag.Words[0].Text);
        if (!_templates.ContainsKey(file))
        {
            IEnumerable<string> known = _templates.Keys.Where(TemplateNames.IsPartial).Select(TemplateNames.PartialName);
            _diagnostics.Add(Catalog.MissingPartial.At(tag.At(tag.Words[0]), tag.Words[0].Text, file, Spelling.DidYouMean(tag.Words[0].Text, known)));
        }
        else if (_stack.Contains(file, StringComparer.Ordinal))
        {
            string circle = string.Join(" → ", _stack.SkipWhile(s => s != file).Append(file).Select(TemplateNames.PartialName));
            _diagnostics.Add(Catalog.RecursivePartial.At(tag.At(tag.Words[0]), tag.Words[0].Text, circle));
        }
        else if (tag.Words.Count > 2)
        {
            _diagnostics.Add(Catalog.UnsupportedTag.At(tag.Span, tag.Text.ToString(), "write `{{> name}}` or `{{> name context}}`"));
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
            _diagnostics.Add(Catalog.MayBeAbsent.At(tag.At(context), context.Text, context.Text));
        }
        else if (value.Kind != ValueKind.Record)
        {
            _diagnostics.Add(Catalog.WrongKindForBlock.At(tag.At(context), context.Text, value.Noun, "> " + tag.Words[0].Text, "a record"));
        }
        else
        {
            CheckFile(file, value);
        }
    }
}
