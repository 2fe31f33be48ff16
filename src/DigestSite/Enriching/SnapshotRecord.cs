using System.Globalization;
using System.Text;
using System.Text.Json;
using DigestSite.Papers;

namespace DigestSite.Enriching;

/// <summary>Why a line of a snapshot is no record.</summary>
/// <param name="Column">Where, in UTF-16 units from 1.</param>
internal readonly record struct LineFault(string Reason, int Column = 1);

/// <summary>One line of arXiv's metadata snapshot: a JSON object with <c>id</c>, <c>title</c>, <c>versions</c> and more.</summary>
/// <remarks>https://www.kaggle.com/datasets/Cornell-University/arxiv. Of a key that stands there twice the first counts.</remarks>
internal static class SnapshotRecord
{
    // Of a version: `Mon, 2 Apr 2007 19:18:42 GMT`.
    private const string CreatedFormat = "ddd, d MMM yyyy HH:mm:ss 'GMT'";

    /// <summary>Goes to the value of the object's own <c>title</c>; false when it has none. Throws <see cref="JsonException"/> where the line is no JSON so far.</summary>
    public static bool FindTitle(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isTitle = reader.ValueTextEquals("title"u8);
            reader.Read();
            if (isTitle)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    /// <summary>The record of a whole line; null when it is none.</summary>
    public static ArxivRecord? Read(ReadOnlySpan<byte> line, out LineFault fault)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            using var document = JsonDocument.ParseValue(ref reader);
            if (line[(int)reader.BytesConsumed..].Trim(" \t\r"u8).IsEmpty)
            {
                return Of(document.RootElement, out fault);
            }

            fault = new("something follows its JSON", ColumnOf(line, reader.BytesConsumed));
        }
        catch (JsonException e)
        {
            fault = new("it is not JSON", ColumnOf(line, e.BytePositionInLine ?? 0));
        }
        catch (InvalidOperationException)
        {
            fault = new("it holds half a character");
        }

        return null;
    }

    private static ArxivRecord? Of(JsonElement record, out LineFault fault)
    {
        string? id = TextOf(record, "id");
        string? title = TextOf(record, "title");
        ArxivId? arxiv = null;
        fault = title is null ? new("it has no `title`")
            : id is null ? new("it has no `id`")
            : !ArxivId.TryParse(id, out arxiv) ? new("its `id` is no arXiv id")
            : default;
        return fault.Reason is not null ? null : new(arxiv!, title!, FirstDay(record), AuthorCount(record));
    }

    private static JsonElement? Find(JsonElement of, string name, JsonValueKind kind)
    {
        JsonProperty found = of.ValueKind == JsonValueKind.Object ? of.EnumerateObject().FirstOrDefault(p => p.NameEquals(name)) : default;
        return found.Value.ValueKind == kind ? found.Value : null;
    }

    private static string? TextOf(JsonElement of, string name) => Find(of, name, JsonValueKind.String)?.GetString();

    // One name each; the text `authors` has affiliations and footnotes in it.
    private static int? AuthorCount(JsonElement record) => Find(record, "authors_parsed", JsonValueKind.Array)?.GetArrayLength() is > 0 and var count ? count : null;

    private static DateOnly? FirstDay(JsonElement record)
    {
        if (Find(record, "versions", JsonValueKind.Array) is not { } versions)
        {
            return null;
        }

        string? created = versions.EnumerateArray().Where(v => TextOf(v, "version") == "v1").Select(v => TextOf(v, "created")).FirstOrDefault();
        return DateTime.TryParseExact(created, CreatedFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day) ? DateOnly.FromDateTime(day) : null;
    }

    private static int ColumnOf(ReadOnlySpan<byte> line, long bytes) => Encoding.UTF8.GetCharCount(line[..(int)Math.Min(bytes, line.Length)]) + 1;
}
