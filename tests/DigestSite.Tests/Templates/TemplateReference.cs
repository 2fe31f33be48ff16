using System.Reflection;
using System.Text;
using DigestSite.Diagnostics;
using DigestSite.Feeds;
using DigestSite.Mail;
using DigestSite.Pages;
using DigestSite.Templates;
using static System.FormattableString;

namespace DigestSite.Tests.Templates;

/// <summary>What docs/editing.md says of every name that templates see, made from the models and their comments.</summary>
internal static class TemplateReference
{
    // What every page has is told once.
    private static readonly string[] Common = ["site", "page"];

    public static string Text()
    {
        var text = new StringBuilder();
        text.Append("`site` (a [SitePart](#sitepart)) and `page` (a [PagePart](#pagepart)) are on every page. What is marked *or nothing* can be\n")
            .Append("absent: put it into `{{#if}}` or `{{#with}}`.\n\n### Pages\n");
        foreach (var kinds in SitePages.Kinds.GroupBy(k => k.Model))
        {
            text.Append(Invariant($"\n#### {string.Join(", ", kinds.Select(k => $"`{k.Name}`"))}\n\n"));
            text.Append(string.Join('\n', kinds.Select(k => BuiltInTemplates.PurposeOf(k.Name)))).Append('\n');
            AppendNames(text, kinds.Key);
        }

        AppendKinds(text, "\n### Feed entries\n\nWhat these templates make is reduced to what feeds may hold ([above](#the-content-of-feed-entries)).\n", EntryTemplates.Kinds);
        AppendKinds(text, "\n### Messages\n\nNeither `site` nor `page` of the pages is here; every address is absolute.\n", MailTemplates.Kinds);
        text.Append("\n### Records\n\nWhat the names above hold, by the names that messages call them.\n");
        foreach (Type record in Records())
        {
            string comment = ModelComments.Of(record);
            text.Append(Invariant($"\n#### {record.Name}\n")).Append(comment.Length > 0 ? $"\n{comment}\n" : "");
            AppendNames(text, record);
        }

        return AppendPartials(text).ToString();
    }

    /// <summary>The records that page models hold, in the order in which a reader meets them.</summary>
    private static List<Type> Records()
    {
        var found = new List<Type>();
        Visit(typeof(PageModel));
        foreach (PageTemplate kind in SitePages.Kinds.Concat(EntryTemplates.Kinds).Concat(MailTemplates.Kinds))
        {
            Visit(kind.Model);
        }

        return found;

        void Visit(Type type)
        {
            foreach (ValueShape shape in MembersOf(type).Select(m => m.Shape))
            {
                ValueShape inner = shape.Kind == ValueKind.List ? shape.Element : shape;
                if (inner.Kind == ValueKind.Record && !found.Contains(inner.Type))
                {
                    found.Add(inner.Type);
                    Visit(inner.Type);
                }
            }
        }
    }

    private static void AppendKinds(StringBuilder text, string heading, IReadOnlyList<PageTemplate> kinds)
    {
        text.Append(heading);
        foreach (PageTemplate kind in kinds)
        {
            text.Append(Invariant($"\n#### `{kind.Name}`\n\n{BuiltInTemplates.PurposeOf(kind.Name)}\n"));
            AppendNames(text, kind.Model);
        }
    }

    private static void AppendNames(StringBuilder text, Type type)
    {
        (PropertyInfo Property, string Name, ValueShape Shape)[] members = [.. MembersOf(type).Where(m => !type.IsAssignableTo(typeof(PageModel)) || !Common.Contains(m.Name))];
        if (members.Length == 0)
        {
            return;
        }

        text.Append("\n| name | is | |\n| --- | --- | --- |\n");
        foreach ((PropertyInfo property, string name, ValueShape shape) in members)
        {
            text.Append($"| `{name}` | {Kind(shape)}{(shape.MayBeNull ? " *or nothing*" : "")} | {ModelComments.Of(property)} |\n".Replace(" |  |", " | |", StringComparison.Ordinal));
        }
    }

    private static StringBuilder AppendPartials(StringBuilder text)
    {
        TemplateFiles files = BuiltInTemplates.Under(TemplateFiles.Of([], []));
        ILookup<string, Type> models = TemplateChecker.Check(files.Templates, [.. SitePages.Kinds, .. EntryTemplates.Kinds], "templates", new DiagnosticBag()).ToLookup(u => u.Template, u => u.Model);
        text.Append("\n### Partials\n\n| partial | | sees what |\n| --- | --- | --- |\n");
        foreach (string name in files.Templates.Select(t => t.Name).Where(TemplateNames.IsPartial))
        {
            string[] pages = [.. SitePages.Kinds.Where(k => models[name].Contains(k.Model)).Select(k => $"`{k.Name}`")];
            string[] records = [.. models[name].Where(m => !m.IsAssignableTo(typeof(PageModel))).Select(Link).Order(StringComparer.Ordinal)];
            string ofPages = pages.Length == SitePages.Kinds.Count ? "every page sees" : pages.Length == 0 ? "" : string.Join(", ", pages) + (pages.Length == 1 ? " sees" : " see");
            string seen = string.Join("; ", records.Select(r => "a " + r).Prepend(ofPages).Where(s => s.Length > 0));
            text.Append(Invariant($"| `{TemplateNames.PartialName(name)}` | {BuiltInTemplates.PurposeOf(name)} | {seen} |\n"));
        }

        return text;
    }

    private static string Kind(ValueShape shape) => shape.Kind switch
    {
        ValueKind.Text => "text",
        ValueKind.Number => "number",
        ValueKind.Flag => "yes/no",
        ValueKind.Html => "markup",
        ValueKind.List => "list of " + (shape.Element.Kind == ValueKind.Record ? Link(shape.Element.Type) : Kind(shape.Element) + "s"),
        _ => Link(shape.Type),
    };

    private static string Link(Type record) => $"[{record.Name}](#{record.Name.ToLowerInvariant()})";

    private static IEnumerable<(PropertyInfo Property, string Name, ValueShape Shape)> MembersOf(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .OrderBy(p => p.MetadataToken)
        .Select(p => (p, ModelShape.SnakeCase(p.Name)))
        .Select(p => (p.p, p.Item2, ModelShape.Of(type).Members[p.Item2]));
}
