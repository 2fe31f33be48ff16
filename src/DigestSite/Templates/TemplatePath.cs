using DigestSite.Diagnostics;

namespace DigestSite.Templates;

/// <summary>Finds what a path such as <c>../site.title</c> means in a scope, or reports why it means nothing.</summary>
internal sealed class TemplatePath(Action<Diagnostic> report)
{
    private static readonly string[] LoopNames = ["@first", "@index", "@last"];

    public ValueShape? Resolve(TemplateTag tag, TagWord word, TemplateScope scope)
    {
        if (word.Text[0] == '@')
        {
            return LoopVariable(tag, word, scope);
        }

        string rest = word.Text;
        int offset = word.Offset;
        while (rest == ".." || rest.StartsWith("../", StringComparison.Ordinal))
        {
            if (scope.Parent is null || scope.HidesParent)
            {
                report(Catalog.NothingAbove.At(tag.Source.AtOffset(offset, 2), word.Text));
                return null;
            }

            scope = scope.Parent;
            int step = Math.Min(3, rest.Length);
            rest = rest[step..];
            offset += step;
        }

        return rest.Length == 0 || rest == "this"
            ? scope.Value
            : Members(tag, new(rest, offset), scope.Value);
    }

    private ValueShape? LoopVariable(TemplateTag tag, TagWord word, TemplateScope scope)
    {
        if (scope.IsLoop && LoopNames.Contains(word.Text, StringComparer.Ordinal))
        {
            return word.Text == "@index" ? ValueShape.Of(typeof(int), false) : ValueShape.Of(typeof(bool), false);
        }

        string wayOut = scope.IsLoop ? Spelling.DidYouMean(word.Text, LoopNames) : "`@index`, `@first` and `@last` stand directly within `{{#each}}`";
        report(Catalog.UnknownName.At(tag.At(word), word.Text, scope.Noun, wayOut));
        return null;
    }

    private ValueShape? Members(TemplateTag tag, TagWord path, ValueShape value)
    {
        int offset = path.Offset;
        string[] names = path.Text.Split('.');
        for (int i = 0; i < names.Length; i++)
        {
            string name = names[i];
            if (i == 0 && name == "this")
            {
                offset += name.Length + 1;
                continue;
            }

            if (value.MayBeNull && i > 0)
            {
                report(Catalog.MayBeAbsent.At(tag.At(path), names[i - 1], path.Text));
                return null;
            }

            if (value.Kind != ValueKind.Record)
            {
                string whole = string.Join('.', names.Take(i));
                string wayOut = value.Kind == ValueKind.List ? $"go through it, `{{{{#each {whole}}}}}…{{{{/each}}}}`, or ask `{{{{#if {whole}}}}}`" : $"write `{{{{{whole}}}}}` alone";
                report(Catalog.UnknownName.At(tag.Source.AtOffset(offset, name.Length), name, value.Noun, wayOut));
                return null;
            }

            if (!ModelShape.Of(value.Type).Members.TryGetValue(name, out ValueShape? member))
            {
                string wayOut = Spelling.DidYouMean(name, ModelShape.Of(value.Type).Members.Keys);
                report(Catalog.UnknownName.At(tag.Source.AtOffset(offset, name.Length), name, value.Type.Name, wayOut));
                return null;
            }

            value = member;
            offset += name.Length + 1;
        }

        return value;
    }
}
