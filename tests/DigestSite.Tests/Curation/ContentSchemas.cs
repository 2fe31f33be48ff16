using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DigestSite.Curation;
using DigestSite.Curation.Yaml;
using DigestSite.Diagnostics;

namespace DigestSite.Tests.Curation;

/// <summary>The JSON Schemas of the content files, made from the shapes that read them.</summary>
internal static class ContentSchemas
{
    /// <summary>Each schema by its name: <c>schemas/NAME.schema.json</c> is that of <c>content/NAME.yml</c>.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["site"] = CommittedSchema.Text("content/site.yml", SiteFile.Shape.Schema()),
        ["themes"] = CommittedSchema.Text("content/themes.yml", ThemesFile.Shape.Schema()),
        ["tags"] = CommittedSchema.Text("content/tags.yml", TagsFile.Shape.Schema()),
        ["papers"] = CommittedSchema.Text("content/papers.yml", new PapersFile(themes: null, tags: null).Shape.Schema()),
        ["dumps"] = CommittedSchema.Text("content/dumps.yml", DumpsFile.Shape.Schema()),
        ["sources"] = CommittedSchema.Text("content/sources.yml", SourcesFile.Shape.Schema()),
        ["acknowledged"] = CommittedSchema.Text("content/acknowledged.yml", AcknowledgedFile.Shape.Schema()),
    };

    /// <summary>What an editor that knows the schema marks in a file.</summary>
    public static string[] Faults(string name, string yaml)
    {
        var diagnostics = new DiagnosticBag();
        YamlNode? root = YamlReader.Read(YamlSource.Whole(new SourceText(name + ".yml", yaml)), diagnostics);
        Assert.Empty(diagnostics.InOrder().Select(d => d.ToString()));
        return [.. Faults(root!, JsonNode.Parse(All[name])!)];
    }

    // As much of JSON Schema as the shapes write.
    private static IEnumerable<string> Faults(YamlNode node, JsonNode schema)
    {
        if (schema["oneOf"] is JsonArray kinds)
        {
            return kinds.Count(k => !Faults(node, k!).Any()) == 1 ? [] : [At(node, "is not one of the kinds")];
        }

        string[] types = schema["type"] is JsonArray several ? [.. several.Select(t => t!.GetValue<string>())] : [schema["type"]!.GetValue<string>()];
        return types.Any(t => IsOf(t, node))
            ? node switch
            {
                YamlMap map => FaultsOfMap(map, schema),
                YamlList list => list.Items.SelectMany(i => Faults(i, schema["items"]!)),
                YamlText text => FaultsOfText(text, schema),
                _ => [],
            }
            : [At(node, $"is not {string.Join(" or ", types)}")];
    }

    private static IEnumerable<string> FaultsOfMap(YamlMap map, JsonNode schema)
    {
        foreach (string required in (schema["required"]?.AsArray() ?? []).Select(r => r!.GetValue<string>()).Except(map.Entries.Select(e => e.Key.Value), StringComparer.Ordinal))
        {
            yield return At(map, required + " is missing");
        }

        foreach ((YamlText key, YamlNode value) in map.Entries.Select(e => (e.Key, e.Value)))
        {
            JsonNode? known = schema["properties"]?[key.Value] ?? (schema["additionalProperties"] as JsonObject);
            IEnumerable<string> faults = known is null ? [At(key, "is unknown")]
                : schema["propertyNames"] is { } names ? Faults(key, names).Concat(Faults(value, known))
                : Faults(value, known);
            foreach (string fault in faults)
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<string> FaultsOfText(YamlText text, JsonNode schema)
    {
        if (schema["pattern"] is { } pattern && !text.IsNothing && !Regex.IsMatch(text.Value, pattern.GetValue<string>(), RegexOptions.ECMAScript, TimeSpan.FromSeconds(1)))
        {
            yield return At(text, "has another form");
        }

        if (schema["minimum"] is { } minimum && !text.IsNothing && Number(text) is { } number && (number < minimum.GetValue<int>() || number > schema["maximum"]!.GetValue<int>()))
        {
            yield return At(text, "is too small or too large");
        }
    }

    private static bool IsOf(string type, YamlNode node) => type switch
    {
        "object" => node is YamlMap,
        "array" => node is YamlList,
        "null" => node.IsNothing,
        "boolean" => node is YamlText { IsPlain: true, Value: "true" or "false" },
        "integer" => node is YamlText { IsPlain: true } text && Number(text) is not null,
        _ => node is YamlText { IsNothing: false },
    };

    private static int? Number(YamlText text) =>
        int.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static string At(YamlNode node, string fault) => $"{node.Span.Line}: {node.Span.LineText!.AsSpan(node.Span.Column - 1, node.Span.Length)} {fault}";
}
