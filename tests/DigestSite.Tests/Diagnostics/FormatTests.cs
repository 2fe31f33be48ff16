using System.ComponentModel;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using DigestSite.Diagnostics;

namespace DigestSite.Tests.Diagnostics;

public class FormatTests
{
    private static readonly SourceText Page = new("content/a, b:c.md", "One line\nFragile Mastery\n");

    /// <summary>The text of schemas/diagnostic.schema.json, made from the record.</summary>
    private static readonly string Schema = CommittedSchema.Text("digest --format json", DiagnosticJson.Default.DiagnosticRecord.GetJsonSchemaAsNode(new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = Describe,
    }).AsObject());

    [Fact]
    public void The_committed_schema_is_that_of_the_record() =>
        CommittedSchema.AssertIs(Schema, Repository.File("schemas", "diagnostic.schema.json"));

    [Fact]
    public void Json_is_one_line_with_every_field_that_the_schema_has()
    {
        Diagnostic warning = Catalog.StrayWildcard.At(Page.At(2, 9, 7), "a*b", "\"q\"") with { Acknowledged = "It is." };
        Assert.Equal(
            """{"id":"DS036","severity":"warning","file":"content/a, b:c.md","line":2,"column":9,"end_column":16,"message":"the `*` in `a*b` is not at the end, where alone it matches any ending","way_out":"write `\"q\"`","source_line":"Fragile Mastery","acknowledged":"It is."}""",
            DiagnosticRecord.Of(warning).ToJson());
        JsonNode schema = JsonNode.Parse(Schema)!;
        Assert.Equal(JsonNode.Parse(DiagnosticRecord.Of(warning).ToJson())!.AsObject().Select(f => f.Key), schema["properties"]!.AsObject().Select(p => p.Key));
        Assert.Equal(schema["properties"]!.AsObject().Select(p => p.Key), schema["required"]!.AsArray().Select(r => r!.GetValue<string>()));
        Assert.All(schema["properties"]!.AsObject(), p => Assert.NotNull(p.Value!["description"]));
    }

    [Fact]
    public void A_file_as_a_whole_has_no_line_in_json_and_a_vast_line_is_left_out()
    {
        Assert.Equal(
            "null null null null",
            Places(Catalog.NoTemplateFolder.At(SourceSpan.File("templates"), "templates")));
        var vast = new SourceText("a.yml", new string('a', 65_537));
        Assert.Equal("1 3 4 null", Places(Catalog.EmptyPhrase.At(vast.At(1, 3), "a")));

        static string Places(Diagnostic said)
        {
            JsonNode json = JsonNode.Parse(DiagnosticRecord.Of(said).ToJson())!;
            return string.Join(' ', new[] { "line", "column", "end_column", "source_line" }.Select(k => json[k]?.ToJsonString() ?? "null"));
        }
    }

    [Theory]
    [InlineData(Severity.Error, "error")]
    [InlineData(Severity.Warning, "warning")]
    [InlineData(Severity.Suggestion, "notice")]
    internal void An_annotation_escapes_what_would_end_its_parts(Severity severity, string command) => Assert.Equal(
        $"::{command} file=content/a%2C b%3Ac.md,line=1,col=9,endColumn=16,title=DS799::50%25 of it:%0Aall, or none%0Awrite it",
        GitHubAnnotation.Of(AcknowledgementTests.Said(severity), "content/a, b:c.md"));

    [Fact]
    public void An_annotation_of_a_file_as_a_whole_has_no_line() => Assert.Equal(
        "::error file=templates,title=DS401::there is no folder `x`%0Acreate it, or name the templates folder that you mean",
        GitHubAnnotation.Of(Catalog.NoTemplateFolder.At(SourceSpan.File("templates"), "x"), "templates"));

    [Fact]
    public void Paint_goes_around_the_severity_and_the_caret_and_nothing_else()
    {
        Diagnostic fault = Catalog.UnknownTheme.At(Page.At(2, 1, 7), "fragile", "did you mean `x`?");
        Assert.Equal(
            "content/a, b:c.md(2,1): <error> DS032: there is no theme `fragile`\n  | Fragile Mastery\n  | <^^^^^^^>\n  = did you mean `x`?",
            fault.Text(t => $"<{t}>"));
        Assert.Equal(fault.ToString(), fault.Text(t => t));
    }

    [Fact]
    public void What_could_turn_or_drive_a_terminal_is_not_printed()
    {
        var hostile = new SourceText("a.txt", "a\u001b[31m\u202Eb\u2066c\u2028d");
        string text = Catalog.StrayProse.At(hostile.At(1, 1, 1)).ToString();
        Assert.Contains("  | a\uFFFD[31m\uFFFDb\uFFFDc\uFFFDd\n", text, StringComparison.Ordinal);
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
