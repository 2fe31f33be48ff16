using System.ComponentModel;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using DigestSite.Feeds.Api;

namespace DigestSite.Tests.Feeds;

/// <summary>The JSON Schemas of the static API, made from its records.</summary>
internal static class ApiSchemas
{
    private static readonly JsonSchemaExporterOptions Options = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };

    /// <summary>Each schema by its name: <c>schemas/api/NAME.schema.json</c>.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["papers"] = Of(ApiJson.Default.IReadOnlyListListedPaper, "/api/papers.json", "All papers, newest first: every field but the abstract."),
        ["paper"] = Of(ApiJson.Default.PaperDocument, "/api/papers/<id>.json"),
        ["digests"] = Of(ApiJson.Default.DigestList, "/api/digests.json"),
        ["digest"] = Of(ApiJson.Default.DigestDocument, "/api/digests/<date>.json"),
        ["themes"] = Of(ApiJson.Default.ThemeList, "/api/themes.json"),
        ["build"] = Of(ApiJson.Default.BuildRecord, "/api/build.json"),
    };

    private static string Of(JsonTypeInfo type, string title, string? description = null)
    {
        JsonObject schema = type.GetJsonSchemaAsNode(Options).AsObject();
        if (description is not null)
        {
            schema.Insert(0, "description", description);
        }

        return CommittedSchema.Text(title, schema);
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode node)
    {
        ICustomAttributeProvider? source = context.PropertyInfo is { } property ? property.AttributeProvider : context.TypeInfo.Type;
        if (node is JsonObject schema && source?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: false) is [DescriptionAttribute description])
        {
            schema.Insert(0, "description", description.Description);
        }

        return node;
    }
}
