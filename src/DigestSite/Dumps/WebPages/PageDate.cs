using System.Globalization;
using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Dumps.WebPages;

/// <summary>The day a page is of: its address has it in full (<c>/papers/date/2025-11-03</c>), and readers see it (<c>Nov 3</c>).</summary>
/// <remarks>A browser that saves a page writes the address above it: <c>&lt;!-- saved from url=(0041)https://… --&gt;</c>.</remarks>
internal sealed class PageDate(SourceText source)
{
    private static readonly string[] Before = ["/papers/date/", "/papers?date="];

    private (PrintedDate Date, int Line)? _inAddress;
    private (PrintedDate Date, int Line)? _printed;

    public PrintedDate? Found => (_inAddress ?? _printed)?.Date;

    /// <summary>From 1; 0 where there is none.</summary>
    public int Line => (_inAddress ?? _printed)?.Line ?? 0;

    /// <summary>Takes what may hold the page's own address.</summary>
    public void TakeAddress(ReadOnlySpan<char> text, int offset)
    {
        foreach (string before in Before)
        {
            int start = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
            if (_inAddress is null && start >= before.Length && text.Length >= start + 10
                && DateOnly.TryParseExact(text.Slice(start, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            {
                _inAddress = (new(day.Year, day.Month, day.Day), source.AtOffset(offset).Line);
            }
        }
    }

    /// <summary>Takes a text that stands outside the papers; the first date is the page's.</summary>
    public void TakeText(string text, int offset)
    {
        if (_printed is null && LineShape.Of(text) is { Kind: LineKind.Date, IsSound: true, Comments: null, Date: { } date })
        {
            _printed = (date, source.AtOffset(offset).Line);
        }
    }
}
