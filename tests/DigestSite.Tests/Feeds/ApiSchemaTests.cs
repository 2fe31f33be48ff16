using System.Text.Json;
using System.Text.Json.Nodes;

namespace DigestSite.Tests.Feeds;

public class ApiSchemaTests
{
    public static TheoryData<string> Names => [.. ApiSchemas.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_committed_schema_is_that_of_the_records(string name) =>
        CommittedSchema.AssertIs(ApiSchemas.All[name], Repository.File("schemas", "api", name + ".schema.json"));

    [Fact]
    public void No_schema_is_left_over() =>
        Assert.Empty(Directory.GetFiles(Repository.File("schemas", "api")).Select(Path.GetFileName).Except(ApiSchemas.All.Keys.Select(k => k + ".schema.json"), StringComparer.Ordinal));

    [Theory]
    [InlineData("papers", "api/papers.json")]
    [InlineData("paper", "api/papers/grokking-twice.json")]
    [InlineData("paper", "api/papers/no-abstract-here.json")]
    [InlineData("digests", "api/digests.json")]
    [InlineData("digest", "api/digests/2025-11-03.json")]
    [InlineData("themes", "api/themes.json")]
    public void A_file_of_the_api_satisfies_its_schema(string name, string path)
    {
        JsonNode schema = JsonNode.Parse(ApiSchemas.All[name])!;
        Assert.Empty(Faults(JsonNode.Parse(FeedFiles.Text(Samples.Site(), new(path))), schema, schema, "$"));
    }

    [Fact]
    public void What_every_paper_has_is_required_and_only_what_may_be_unknown_may_be_null()
    {
        JsonObject properties = JsonNode.Parse(ApiSchemas.All["paper"])!["properties"]!.AsObject();
        string[] left = ["code", "project_page", "keywords", "categories", "arxiv_comment", "journal_reference", "doi", "metadata"];
        Assert.Equal(properties.Select(p => p.Key).Except(left), JsonNode.Parse(ApiSchemas.All["paper"])!["required"]!.AsArray().Select(r => r!.GetValue<string>()));
        Assert.All(properties, p => Assert.NotNull(p.Value!["description"]));
        Assert.Equal(
            ["abstract", "abstract_source", "arxiv_id", "published_at", "authors_count", "organization", "num_comments", "upvotes", "code", "project_page", "keywords", "categories", "arxiv_comment", "journal_reference", "doi", "metadata"],
            properties.Where(p => Types(p.Value!).Contains("null")).Select(p => p.Key));
    }

    // As much of JSON Schema as the exporter writes.
    private static IEnumerable<string> Faults(JsonNode? value, JsonNode schema, JsonNode root, string place)
    {
        if (schema["$ref"] is { } reference)
        {
            schema = reference.GetValue<string>().Split('/').Skip(1).Aggregate(root, (node, step) => node is JsonArray list ? list[int.Parse(step, null)]! : node[step]!);
        }

        string kind = KindOf(value);
        if (!Types(schema).Contains(kind))
        {
            return [$"{place} is {kind}"];
        }

        return value switch
        {
            JsonArray items => items.SelectMany((item, i) => Faults(item, schema["items"]!, root, $"{place}[{i}]")),
            JsonObject fields => schema["required"]!.AsArray().Select(r => r!.GetValue<string>()).Where(r => !fields.ContainsKey(r)).Select(r => $"{place}.{r} is missing")
                .Concat(fields.SelectMany(f => schema["properties"]![f.Key] is { } property ? Faults(f.Value, property, root, $"{place}.{f.Key}") : [$"{place}.{f.Key} is unknown"])),
            _ => [],
        };
    }

    private static string KindOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null => "null",
        JsonValueKind.Array => "array",
        JsonValueKind.Object => "object",
        JsonValueKind.Number => "integer",
        JsonValueKind.String => "string",
        _ => "boolean",
    };

    private static string[] Types(JsonNode schema) =>
        schema["type"] is JsonArray several ? [.. several.Select(t => t!.GetValue<string>())] : [schema["type"]?.GetValue<string>() ?? ""];
}
