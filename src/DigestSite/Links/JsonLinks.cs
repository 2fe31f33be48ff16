using System.Text;
using System.Text.Json;

namespace DigestSite.Links;

/// <summary>Reads links off JSON by their keys: the API, JSON feeds, the search index, the web manifest.</summary>
internal static class JsonLinks
{
    private static readonly string[] Keys =
    [
        "url", "urls", "src", "icon", "image", "favicon", "start_url", "home_page_url", "feed_url", "next_url", "external_url", "banner_image", "content_html",
    ];

    public static void Read(ReadOnlySpan<byte> json, string path, FoundLinks found)
    {
        LinkRules rules = path.StartsWith("api/", StringComparison.Ordinal) || Path.GetFileName(path) == "feed.json" ? LinkRules.Absolute : LinkRules.None;
        var reader = new Utf8JsonReader(json);
        var offset = new CharacterOffset();
        string? key = null;
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.String && key is not null)
                {
                    int start = offset.At(json, (int)reader.TokenStartIndex);
                    var range = new TextRange(start, offset.At(json, (int)reader.BytesConsumed));
                    Read(key, reader.GetString()!, range, rules, found);
                }

                key = reader.TokenType switch
                {
                    JsonTokenType.PropertyName => Known(ref reader),
                    // A list of addresses.
                    JsonTokenType.StartArray or JsonTokenType.String when key == "urls" => key,
                    _ => null,
                };
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            int place = offset.At(json, (int)reader.BytesConsumed);
            found.Fault = ("is not well-formed JSON: " + e.Message, new(place, place));
        }
    }

    private static void Read(string key, string value, TextRange range, LinkRules rules, FoundLinks found)
    {
        if (key == "content_html")
        {
            HtmlLinks.ReadEmbedded(value, range, found);
        }
        else
        {
            found.Add(value.AsMemory(), ReadOnlyMemory<char>.Empty, key, range, rules);
        }
    }

    private static string? Known(ref Utf8JsonReader reader)
    {
        // A key that is escaped says the same, but is written by nobody.
        bool isPlain = !reader.ValueIsEscaped && !reader.HasValueSequence;
        foreach (string key in Keys)
        {
            if ((!isPlain || reader.ValueSpan.Length == key.Length) && reader.ValueTextEquals(key))
            {
                return key;
            }
        }

        return null;
    }

    /// <summary>Turns growing byte offsets into offsets of UTF-16 units, reading each byte once.</summary>
    private struct CharacterOffset
    {
        private int _bytes;
        private int _characters;

        public int At(ReadOnlySpan<byte> text, int bytes)
        {
            _characters += Encoding.UTF8.GetCharCount(text[_bytes..bytes]);
            _bytes = bytes;
            return _characters;
        }
    }
}
