using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace DigestSite.Feeds.Api;

/// <summary>How the records of the API become JSON: snake case, UTF-8 without byte order mark, a line feed at the end.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(IReadOnlyList<ListedPaper>))]
[JsonSerializable(typeof(PaperDocument))]
[JsonSerializable(typeof(DigestList))]
[JsonSerializable(typeof(DigestDocument))]
[JsonSerializable(typeof(ThemeList))]
[JsonSerializable(typeof(BuildRecord))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    // Letters of every script stay readable; what could end a script element, an attribute or a JavaScript line is escaped.
    // Lone surrogates come out as U+FFFD.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    private static readonly JsonWriterOptions Compact = new() { Encoder = Encoder };

    // One a thread: ten thousand files of three kilobytes, each grown in a buffer of its own, would take three times their memory.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _scratch;

    /// <summary>One object on one line: of ten thousand files, indentation would be a tenth.</summary>
    public static ReadOnlyMemory<byte> Document<T>(T value, JsonTypeInfo<T> type)
    {
        ArrayBufferWriter<byte> bytes = _scratch ??= new(16 * 1024);
        bytes.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(bytes, Compact))
        {
            JsonSerializer.Serialize(json, value, type);
        }

        bytes.Write("\n"u8);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>An array with one item a line, so that a difference shows which items changed.</summary>
    public static ReadOnlyMemory<byte> Lines<T>(IEnumerable<T> values, JsonTypeInfo<T> type)
    {
        var bytes = new ArrayBufferWriter<byte>(4096);
        using var json = new Utf8JsonWriter(bytes, Compact);
        ReadOnlySpan<byte> separator = "[\n"u8;
        foreach (T value in values)
        {
            bytes.Write(separator);
            separator = ",\n"u8;
            JsonSerializer.Serialize(json, value, type);
            json.Reset();
        }

        bytes.Write(separator[0] == '[' ? "[]\n"u8 : "\n]\n"u8);
        return bytes.WrittenMemory;
    }
}
