using System.Globalization;
using System.Text;
using System.Text.Json;
using DigestSite.Diagnostics;

namespace DigestSite.Dumps.DailyPapers;

/// <summary>Reads single values. Null and blank are nothing told; a value of another kind is reported and nothing told either.</summary>
internal sealed class ValueReader(CapturedJson json)
{
    // In bytes: an abstract has 2,000, those of the largest collaborations 10,000.
    private const int LongestText = 100_000;

    private const int LongestAddress = 2_000;

    // The largest collaboration has 5,000 authors.
    private const int LongestList = 20_000;

    /// <summary>The name of the property that the reader is at; empty where it is longer than any that is known.</summary>
    /// <remarks><see cref="Utf8JsonReader.ValueTextEquals(ReadOnlySpan{char})"/> throws at an escaped half of a surrogate pair.</remarks>
    public static ReadOnlySpan<char> Name(ref readonly Utf8JsonReader reader, Span<char> buffer) =>
        reader.ValueIsEscaped ? CapturedString.Read(reader.ValueSpan, isEscaped: true).Text
        : reader.ValueSpan.Length > buffer.Length ? default
        : buffer[..Encoding.UTF8.GetChars(reader.ValueSpan, buffer)];

    public string? Text(ref Utf8JsonReader reader, string name) => String(ref reader, name).Text;

    public StringValue String(ref Utf8JsonReader reader, string name)
    {
        const string Expected = "a text";
        if (reader.TokenType != JsonTokenType.String)
        {
            Refuse(ref reader, name, Expected);
            return default;
        }

        if (reader.ValueSpan.Length > LongestText)
        {
            json.Report(Catalog.OddValue, json.At(ref reader), name, string.Create(CultureInfo.InvariantCulture, $"a text of {reader.ValueSpan.Length} bytes"), string.Create(CultureInfo.InvariantCulture, $"one of at most {LongestText}"));
            return default;
        }

        (string? text, char? odd) = CapturedString.Read(reader.ValueSpan, reader.ValueIsEscaped);
        if (odd is { } character)
        {
            json.Report(Catalog.OddCharacter, json.At(ref reader), name, ((int)character).ToString("X4", CultureInfo.InvariantCulture));
        }

        return new(text, reader.TokenStartIndex, (int)(reader.BytesConsumed - reader.TokenStartIndex));
    }

    public int? Count(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int count) && count >= 0)
        {
            return count;
        }

        Refuse(ref reader, name, "a count");
        return null;
    }

    /// <summary>The day of a time such as <c>2025-11-05T08:17:42.000Z</c>: times are UTC.</summary>
    public DateOnly? Day(ref Utf8JsonReader reader, string name)
    {
        const int Length = 10;
        if (reader.TokenType != JsonTokenType.String || reader.ValueSpan.Length > LongestText)
        {
            Refuse(ref reader, name, "a date");
            return null;
        }

        string? text = CapturedString.Read(reader.ValueSpan, reader.ValueIsEscaped).Text;
        if (text is not null && (text.Length == Length || (text.Length > Length && text[Length] is 'T' or ' '))
            && DateOnly.TryParseExact(text.AsSpan(0, Length), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return day;
        }

        if (text is not null)
        {
            Refuse(ref reader, name, "a date, such as `2025-11-03T08:00:00.000Z`,");
        }

        return null;
    }

    /// <summary>An absolute address of the web; one of GitHub may lack its scheme.</summary>
    public Uri? Address(ref Utf8JsonReader reader, string name, bool isGitHub = false)
    {
        const string Expected = "an address that begins with `https://` or `http://`";
        if (reader.TokenType != JsonTokenType.String || reader.ValueSpan.Length > LongestAddress)
        {
            Refuse(ref reader, name, Expected);
            return null;
        }

        string? text = CapturedString.Read(reader.ValueSpan, reader.ValueIsEscaped).Text;
        if (text is null)
        {
            return null;
        }

        string whole = isGitHub && (text.StartsWith("github.com/", StringComparison.OrdinalIgnoreCase) || text.StartsWith("www.github.com/", StringComparison.OrdinalIgnoreCase))
            ? "https://" + text
            : text;
        if (WebAddress(whole) is { } address)
        {
            return address;
        }

        Refuse(ref reader, name, Expected);
        return null;
    }

    /// <summary>The address, where it is absolute, of the web, without a user's name and without what is no character of an address.</summary>
    public static Uri? WebAddress(string text) =>
        !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '\uFFFD' or '"' or '<' or '>' or '\\')
        && Uri.TryCreate(text, UriKind.Absolute, out Uri? address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address is { UserInfo: "", Host.Length: > 0 }
            ? address
            : null;

    /// <summary>Calls <paramref name="read"/> at each element of the array that the reader is at; returns how many there are.</summary>
    public int Elements(ref Utf8JsonReader reader, string name, ReadElement read)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            Refuse(ref reader, name, "an array");
            return 0;
        }

        int count = 0;
        SourceSpan? excess = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (++count <= LongestList)
            {
                read(ref reader);
            }
            else
            {
                excess ??= json.At(ref reader);
                reader.Skip();
            }
        }

        if (excess is { } span)
        {
            json.Report(Catalog.OddValue, span, name, string.Create(CultureInfo.InvariantCulture, $"an array of {count} elements"), string.Create(CultureInfo.InvariantCulture, $"one of at most {LongestList}"));
        }

        return Math.Min(count, LongestList);
    }

    /// <summary>Calls <paramref name="read"/> at the value of each property of the object that the reader is at.</summary>
    public void Properties(ref Utf8JsonReader reader, string name, ReadProperty read)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            Refuse(ref reader, name, "an object");
            return;
        }

        Span<char> buffer = stackalloc char[32];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<char> property = Name(ref reader, buffer);
            reader.Read();
            read(property, ref reader);
        }
    }

    // A missing value and a null are the same.
    private void Refuse(ref Utf8JsonReader reader, string name, string expected)
    {
        if (reader.TokenType != JsonTokenType.Null)
        {
            json.Report(Catalog.OddValue, json.At(ref reader), name, CapturedJson.Describe(ref reader), expected);
        }

        reader.Skip();
    }
}

/// <summary>Reads the element that the reader is at, up to its end.</summary>
internal delegate void ReadElement(ref Utf8JsonReader reader);

/// <summary>Reads the value that the reader is at, up to its end.</summary>
internal delegate void ReadProperty(scoped ReadOnlySpan<char> name, ref Utf8JsonReader reader);
