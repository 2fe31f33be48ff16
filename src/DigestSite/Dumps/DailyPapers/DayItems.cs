using System.Globalization;
using System.Text.Json;
using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Dumps.DailyPapers;

/// <summary>The items of an array, read one by one; each becomes a listing or is reported.</summary>
internal sealed class DayItems(CapturedJson json)
{
    /// <summary>More are not read; a day has a hundred.</summary>
    public const int MostItems = 10_000;

    private readonly ItemReader _reader = new(json);
    private readonly DistinctListings _listings = json.NewListings();
    private (DateOnly Day, long Offset)? _newest;
    private int _count;
    private bool _isInside;

    /// <summary>Where reading has come to, in words.</summary>
    public string Place => _count == 0 ? "before the first item" : string.Create(CultureInfo.InvariantCulture, $"{(_isInside ? "within" : "after")} item {_count}");

    /// <summary>Reads the array that the reader is at, up to its end.</summary>
    public void Read(ref Utf8JsonReader reader)
    {
        SourceSpan start = json.At(ref reader);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            _isInside = true;
            if (_count++ < MostItems)
            {
                ReadItem(ref reader);
            }
            else
            {
                SkipItem(ref reader);
            }

            _isInside = false;
        }

        if (_count == 0)
        {
            json.Report(Catalog.EmptyDay, start);
        }
    }

    public DayOfPapers ToDay(DateOnly? date)
    {
        PrintedDate? newest = _newest is { } found ? new(found.Day.Year, found.Day.Month, found.Day.Day) : null;
        return new(_listings.Kept, date, newest, _newest is { } at ? json.LineAt(at.Offset) : 0);
    }

    private void ReadItem(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            json.Report(Catalog.NotAPaper, json.At(ref reader), CapturedJson.Describe(ref reader));
            reader.Skip();
            return;
        }

        PaperItem item = _reader.Read(ref reader);
        if (!item.HasPaper)
        {
            json.Report(Catalog.NotAPaper, json.At(item.Start), "an object without `paper`");
        }
        else if (item.ShownTitle.Text is null)
        {
            json.Report(Catalog.PaperUntitled, json.At(item.Start), item.Id.Text is { } id ? $" (`{CapturedJson.Short(id)}`)" : "");
        }
        else
        {
            Add(item, IdOf(item));
        }
    }

    private void SkipItem(ref Utf8JsonReader reader)
    {
        if (_count == MostItems + 1)
        {
            json.Report(Catalog.Elaborate, json.At(ref reader), MostItems, "items", "no day has so many papers: this is no capture of one");
        }

        reader.Skip();
    }

    private ArxivId? IdOf(PaperItem item)
    {
        if (item.Id.Text is not { } text)
        {
            json.Report(Catalog.NoArxivId, json.At(item.Start), "there is no id");
            return null;
        }

        if (!ArxivId.TryParse(text, out ArxivId? id))
        {
            json.Report(Catalog.NoArxivId, json.At(item.Id.Offset, item.Id.Length), $"`{CapturedJson.Short(text)}` is no arXiv id");
        }

        return id;
    }

    private void Add(PaperItem item, ArxivId? id)
    {
        if (item.Submitted is { } submitted && (_newest is null || submitted.Day > _newest.Value.Day))
        {
            _newest = submitted;
        }

        _listings.Add(item.ToListing(json, id));
    }
}
