using System.Reflection;
using System.Xml.Linq;
using DigestSite.Papers;
using DigestSite.Templates;

namespace DigestSite.Tests.Templates;

/// <summary>The XML comments of the models, as Markdown on one line.</summary>
internal static class ModelComments
{
    private static readonly Dictionary<string, XElement> Members = XDocument
        .Load(Path.Combine(AppContext.BaseDirectory, "DigestSite.xml"))
        .Descendants("member")
        .ToDictionary(m => m.Attribute("name")!.Value, StringComparer.Ordinal);

    public static string Of(Type type) => Markdown(Members.GetValueOrDefault($"T:{type.FullName}")?.Element("summary"));

    /// <summary>Of a property with a comment of its own, or of the record's parameter that it is; empty when there is none.</summary>
    public static string Of(PropertyInfo property)
    {
        string type = property.DeclaringType!.FullName!;
        return Markdown(
            Members.GetValueOrDefault($"P:{type}.{property.Name}")?.Element("summary")
            ?? Members.GetValueOrDefault($"T:{type}")?.Elements("param").FirstOrDefault(p => p.Attribute("name")!.Value == property.Name));
    }

    private static string Markdown(XElement? comment) => comment is null ? "" : TextFolding.FoldWhiteSpace(string.Concat(comment.Nodes().Select(Markdown))).Replace("|", "\\|", StringComparison.Ordinal);

    private static string Markdown(XNode node) => node switch
    {
        XElement { Name.LocalName: "see" } see => $"`{ModelShape.SnakeCase(see.Attribute("cref")!.Value.Split('.')[^1])}`",
        XElement { Name.LocalName: "paramref" } named => $"`{ModelShape.SnakeCase(named.Attribute("name")!.Value)}`",
        XElement code => $"`{code.Value}`",
        XText text => text.Value.Replace("Null ", "Nothing ", StringComparison.Ordinal).Replace("null ", "nothing ", StringComparison.Ordinal),
        _ => "",
    };
}
