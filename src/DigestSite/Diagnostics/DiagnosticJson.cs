using System.ComponentModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestSite.Diagnostics;

/// <summary>A diagnostic as programs read it: one line of <c>--format json</c>.</summary>
[Description("One line of what `digest … --format json` prints: a diagnostic.")]
internal sealed record DiagnosticRecord(
    [property: Description("What is said, for good: an id such as DS012 never changes its meaning.")] string Id,
    [property: Description("`error`: nothing is published. `warning`: an error under `--strict`, unless acknowledged. `suggestion`: never fails anything.")] string Severity,
    [property: Description("The file or folder, as the command line named it.")] string File,
    [property: Description("From 1; null for the file as a whole.")] int? Line,
    [property: Description("From 1, in UTF-16 units; null for the file as a whole.")] int? Column,
    [property: Description("The column after the last character meant; null for the file as a whole.")] int? EndColumn,
    [property: Description("What is wrong.")] string Message,
    [property: Description("What to type.")] string WayOut,
    [property: Description("The whole line; null for the file as a whole, and where the line has more than 65536 UTF-16 units.")] string? SourceLine,
    [property: Description("The reason that content/acknowledged.yml gives; null where nobody acknowledged it.")] string? Acknowledged)
{
    // A hostile file of one line would be printed once for each of its faults.
    private const int LongestLine = 65_536;

    public static DiagnosticRecord Of(Diagnostic diagnostic)
    {
        SourceSpan span = diagnostic.Span;
        bool hasPlace = span.Line > 0;
        return new(
            diagnostic.Id,
            diagnostic.SeverityName,
            span.FileName,
            hasPlace ? span.Line : null,
            hasPlace ? span.Column : null,
            hasPlace ? span.EndColumn : null,
            diagnostic.Message,
            diagnostic.WayOut,
            span.WholeLine.Length <= LongestLine ? span.LineText : null,
            diagnostic.Acknowledged);
    }

    /// <summary>One line without its end.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, DiagnosticJson.Readable.DiagnosticRecord);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(DiagnosticRecord))]
internal sealed partial class DiagnosticJson : JsonSerializerContext
{
    /// <summary>With every letter as itself: it goes to a console or a file, never into HTML.</summary>
    public static DiagnosticJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
