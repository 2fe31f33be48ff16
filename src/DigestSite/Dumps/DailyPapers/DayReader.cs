using System.Globalization;
using System.Text.Json;
using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Dumps.DailyPapers;

/// <summary>Finds the array of items and reads it, as far as the JSON goes.</summary>
/// <remarks>
/// The API's answer is that array. A page's properties are an object that has it as <c>dailyPapers</c>, beside others:
/// <c>{ "periodType": "day", "dateString": "2025-11-03", "dailyPapers": [ … ], "prevDate": … }</c>.
/// </remarks>
internal sealed class DayReader
{
    // Objects around the array; deeper ones are passed over.
    private const int DeepestArray = 4;

    private const int MostDates = 100;

    // Nothing here calls itself, so depth costs a bit a level.
    private static readonly JsonReaderOptions Options = new() { MaxDepth = int.MaxValue };

    private readonly CapturedJson _json;
    private readonly DayItems _items;
    private readonly List<string> _properties = [];
    private readonly List<(int Depth, bool IsDateString, DateOnly Date)> _dates = [];
    private int _depth;
    private bool _isFound;
    private string? _complaint;

    // Of the object that has the papers; a banner beside them may have a date too.
    private DateOnly? Date => _dates.Where(d => d.Depth == _depth).OrderByDescending(d => d.IsDateString).Select(d => (DateOnly?)d.Date).FirstOrDefault();

    private DayReader(CapturedJson json)
    {
        _json = json;
        _items = new(json);
    }

    /// <summary>Reads a file; what is wrong is reported, that there are no items too.</summary>
    public static DayOfPapers Read(CapturedJson json)
    {
        var day = new DayReader(json);
        if (day.ReadAll(isItems: true) is { } failure)
        {
            day.ReportEnd(failure);
        }
        else if (!day._isFound)
        {
            json.Report(Catalog.NotADay, json.At(0), day.Instead());
        }

        return day._items.ToDay(day.Date);
    }

    /// <summary>Reads the items that stand somewhere in an object; null, and nothing reported, where there are none.</summary>
    public static DayOfPapers? Find(CapturedJson json)
    {
        var day = new DayReader(json);
        JsonException? failure = day.ReadAll(isItems: false);
        if (!day._isFound)
        {
            return null;
        }

        if (failure is not null)
        {
            day.ReportEnd(failure);
        }

        return day._items.ToDay(day.Date);
    }

    // Returns what ended it too early.
    private JsonException? ReadAll(bool isItems)
    {
        var reader = new Utf8JsonReader(_json.Bytes, Options);
        try
        {
            reader.Read();
            if (isItems && reader.TokenType == JsonTokenType.StartArray)
            {
                _isFound = true;
                _items.Read(ref reader);
            }

            while (reader.Read())
            {
                ReadAround(ref reader);
            }

            return null;
        }
        catch (JsonException failure)
        {
            return failure;
        }
    }

    private void ReadAround(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                Span<char> buffer = stackalloc char[32];
                ReadOnlySpan<char> name = ValueReader.Name(ref reader, buffer);
                bool isOutermost = reader.CurrentDepth == 1;
                reader.Read();
                ReadProperty(name, isOutermost, ref reader);
                break;
            case JsonTokenType.StartArray:
                reader.Skip();
                break;
        }
    }

    private void ReadProperty(scoped ReadOnlySpan<char> name, bool isOutermost, ref Utf8JsonReader reader)
    {
        if (isOutermost && _properties.Count < 5)
        {
            _properties.Add(name.ToString());
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray when !_isFound && (name is "dailyPapers" || HoldsPapers(reader)):
                _isFound = true;
                _depth = reader.CurrentDepth;
                _items.Read(ref reader);
                break;
            case JsonTokenType.StartArray:
            case JsonTokenType.StartObject when reader.CurrentDepth >= DeepestArray:
                reader.Skip();
                break;
            case JsonTokenType.String when name is "date" or "dateString":
                if (DateOnly.TryParseExact(CapturedString.Read(reader.ValueSpan, reader.ValueIsEscaped).Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
                    && _dates.Count < MostDates)
                {
                    _dates.Add((reader.CurrentDepth, name is "dateString", date));
                }

                break;
            case JsonTokenType.String when isOutermost && name is "error" or "message" or "detail":
                _complaint ??= $"an object that says `{name}: {CapturedJson.Short(CapturedString.Read(reader.ValueSpan, reader.ValueIsEscaped).Text ?? "")}`";
                break;
        }
    }

    // Whether the first element is an item. The reader is a copy.
    private static bool HoldsPapers(Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        Span<char> buffer = stackalloc char[32];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isPaper = ValueReader.Name(ref reader, buffer) is "paper";
            reader.Read();
            if (isPaper && reader.TokenType == JsonTokenType.StartObject)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private string Instead() => _complaint
        ?? (_properties.Count == 0 ? "an object with nothing in it" : $"an object with {string.Join(", ", _properties.Select(p => $"`{p}`"))}");

    private void ReportEnd(JsonException failure)
    {
        string where = _isFound ? _items.Place : "before the first item";
        if (IsCut())
        {
            _json.Report(Catalog.AnswerCut, _json.AtEnd, where);
        }
        else
        {
            _json.Report(Catalog.DamagedJson, _json.AtLine(failure.LineNumber ?? 0, failure.BytePositionInLine ?? 0), where);
        }
    }

    // Whether more bytes could make it whole.
    private bool IsCut()
    {
        var reader = new Utf8JsonReader(_json.Bytes, isFinalBlock: false, new JsonReaderState(Options));
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

/// <summary>What an answer or a page tells of its day.</summary>
/// <param name="Date">The day it says it is of.</param>
/// <param name="Newest">The newest day on which a paper of it was submitted.</param>
/// <param name="NewestLine">Where that stands, from 1; 0 where it does not.</param>
internal sealed record DayOfPapers(EquatableArray<Listing> Listings, DateOnly? Date, PrintedDate? Newest, int NewestLine);
