using System.Text.Json.Nodes;

namespace DigestSite.Tests.Curation;

public class SchemaTests
{
    public static TheoryData<string> Names => [.. ContentSchemas.All.Keys];

    public static TheoryData<string> ContentFileNames => [.. Directory.GetFiles(Repository.File("content"), "*.yml").Select(f => Path.GetFileNameWithoutExtension(f))];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_committed_schema_is_that_of_the_shapes(string name) =>
        CommittedSchema.AssertIs(ContentSchemas.All[name], Repository.File("schemas", name + ".schema.json"));

    [Fact]
    public void No_schema_is_left_over() =>
        Assert.Empty(Directory.GetFiles(Repository.File("schemas")).Select(Path.GetFileName).Except(ContentSchemas.All.Keys.Append("diagnostic").Select(k => k + ".schema.json"), StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(ContentFileNames))]
    public void A_content_file_opens_with_the_line_that_names_its_schema_and_satisfies_it(string name)
    {
        string yaml = File.ReadAllText(Repository.File("content", name + ".yml")).ReplaceLineEndings("\n");
        Assert.StartsWith($"# yaml-language-server: $schema=../schemas/{name}.schema.json\n", yaml, StringComparison.Ordinal);
        Assert.True(File.Exists(Repository.File("schemas", name + ".schema.json")));
        Assert.Empty(ContentSchemas.Faults(name, yaml));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_key_is_described(string name) => Assert.All(
        KeysOf(JsonNode.Parse(ContentSchemas.All[name])!),
        k => Assert.False(string.IsNullOrEmpty(k.Value?["description"]?.GetValue<string>()), k.Key));

    [Theory]
    [InlineData("site", Edited.Site)]
    [InlineData("site", Edited.Site + "tagline:\nnavigation:\nfeeds: ~\n")]
    [InlineData("themes", Edited.Themes)]
    [InlineData("themes", "threshold:\nthemes: []\n")]
    [InlineData("themes", "themes: [{ id: a-1, title: A, description: B, match: [a, { phrase: b* }, { phrase: c, title: 0 }], exclude: [d] }]\n")]
    [InlineData("tags", Edited.Tags)]
    [InlineData("papers", "papers:\n  a-b: { arxiv: '2501.10000', theme: theory, tags: { add: [code], remove: [] } }\n  2501.08325: { arxiv: }\n  'arXiv:astro-ph/0601001v2': {}\n")]
    [InlineData("dumps", "dumps:\n  2025-11-03.txt: { year: 2025, title: A, query: b, url: 'https://example.org/?q=b', skip: true }\n")]
    [InlineData("dumps", "dumps:\n")]
    [InlineData("sources", "daily_papers: { since: 2025-11-03, url: 'https://a.example/', stale_after: 3, revisit: 2, pause: 1 }\narxiv:\n  papers: true\n  queries: [{ id: a, search: b, since: 2025-11-03, as: digest, max_results: 9 }]\n")]
    [InlineData("acknowledged", "acknowledged:\n  - { id: DS302, about: a, reason: b }\n  - { id: DS302, file: a/b.txt, reason: b }\n")]
    public void What_the_loader_takes_satisfies_the_schema(string name, string yaml)
    {
        Assert.Empty(Loaded(name, yaml));
        Assert.Empty(ContentSchemas.Faults(name, yaml));
    }

    [Theory]
    [InlineData("site", Edited.Site + "titel: a\n", "5: titel is unknown")]
    [InlineData("site", "title: A\ndescription: b\nbase_url: https://a.example/\n", "1: title feed_authority is missing")]
    [InlineData("site", Edited.Site + "feeds: { limit: 0 }\n", "5: 0 is too small or too large")]
    [InlineData("site", Edited.Site + "feeds: { limit: many }\n", "5: many is not integer or null")]
    [InlineData("site", Edited.Site + "navigation: { title: a }\n", "5: { is not array or null")]
    [InlineData("site", Edited.Site + "language: en_GB\n", "5: en_GB has another form")]
    [InlineData("themes", "themes:\n", "1:  is not array")]
    [InlineData("themes", "themes: [{ id: A b, title: A, description: B, match: [a] }]\n", "1: A b has another form")]
    [InlineData("themes", "themes: [{ id: a, title: A, description: B, match: [{ words: a }] }]\n", "1: { is not one of the kinds")]
    [InlineData("papers", "papers:\n  a--b: {}\n", "2: a--b has another form")]
    [InlineData("papers", "papers:\n  a: { arxiv: 2501.1 }\n", "2: 2501.1 has another form")]
    [InlineData("dumps", "dumps:\n  a/b.txt: {}\n", "2: a/b.txt has another form")]
    [InlineData("sources", "daily_papers: { since: 2025-11-03, stale_after: 0 }\n", "1: 0 is too small or too large")]
    [InlineData("sources", "arxiv: { queries: [{ id: a, search: b, since: 2025-11-03, as: list }] }\n", "1: list has another form")]
    [InlineData("acknowledged", "acknowledged: [{ id: 302, about: a, reason: b }]\n", "1: 302 has another form")]
    [InlineData("dumps", "dumps:\n  b.txt: { skip: yes }\n", "2: yes is not boolean or null")]
    public void What_the_schema_marks_the_loader_refuses(string name, string yaml, string expected)
    {
        Assert.Equal([expected], ContentSchemas.Faults(name, yaml));
        Assert.NotEmpty(Loaded(name, yaml));
    }

    private static string[] Loaded(string name, string yaml) => Edited.Faults(name switch
    {
        "site" => Edited.Files(site: yaml),
        "themes" => Edited.Files(themes: yaml),
        "tags" => Edited.Files(tags: yaml),
        "papers" => Edited.Files(papers: yaml),
        "sources" => Edited.Files() with { Sources = new("content/sources.yml", yaml) },
        "acknowledged" => Edited.Files() with { Acknowledged = new("content/acknowledged.yml", yaml) },
        _ => Edited.Files(dumps: yaml),
    });

    private static IEnumerable<KeyValuePair<string, JsonNode?>> KeysOf(JsonNode schema) => schema switch
    {
        JsonArray items => items.SelectMany(i => KeysOf(i!)),
        JsonObject fields => (fields["properties"] as JsonObject ?? []).Concat(fields.SelectMany(f => KeysOf(f.Value!))),
        _ => [],
    };
}
