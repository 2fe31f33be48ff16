using System.Text.Json.Nodes;

namespace DigestSite.Curation.Yaml;

/// <summary>What a JSON Schema says of a text, a number or a flag.</summary>
/// <param name="Type">The type that editors take the value for, as JSON Schema names it.</param>
internal sealed record ScalarSchema(string Type)
{
    public static ScalarSchema Text { get; } = new("string");

    public static ScalarSchema Flag { get; } = new("boolean");

    /// <summary>A regular expression that .NET and ECMA-262 read alike; null for any text.</summary>
    public string? Pattern { get; private init; }

    public int? Minimum { get; private init; }

    public int? Maximum { get; private init; }

    /// <summary>A text that is as a whole of the form of <paramref name="pattern"/>.</summary>
    public static ScalarSchema Matching(string pattern) => Text with { Pattern = $"^({pattern})$" };

    /// <summary>A whole number, both ends included.</summary>
    public static ScalarSchema Number(int from, int to) => new("integer") { Minimum = from, Maximum = to };

    public JsonObject ToJson()
    {
        var schema = new JsonObject { ["type"] = Type };
        Add("pattern", Pattern);
        Add("minimum", Minimum);
        Add("maximum", Maximum);
        return schema;

        void Add(string keyword, JsonNode? value)
        {
            if (value is not null)
            {
                schema.Add(keyword, value);
            }
        }
    }
}
