using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Tests.Papers;

/// <summary>
/// Captures in one line each: <c>a.txt 2025-03-11 | Some title | Other title @2301.00001 (Oct 6, 2024) [3] /Berkeley UC Berkeley/</c>:
/// titles with, in any number, an arXiv id, a printed date, an author count, an organization.
/// </summary>
internal static class TinyCaptures
{
    public static Capture[] Read(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ReadLine)];

    private static Capture ReadLine(string line)
    {
        string[] parts = line.Split('|', StringSplitOptions.TrimEntries);
        string[] head = parts[0].Split(' ');
        var source = new SourceText("content/dumps/" + head[0], string.Join('\n', parts[1..]));
        return new Capture
        {
            Dump = new Dump
            {
                Name = head[0],
                Source = source,
                Listings = parts[1..].Select((p, i) => ReadListing(p, i + 1)).ToEquatableArray(),
                Parts = [],
            },
            Date = DateOnly.ParseExact(head[1], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            IsInferred = true,
            Evidence = [],
        };
    }

    private static Listing ReadListing(string text, int line)
    {
        string? Take(string open, string close)
        {
            int start = text.IndexOf(open, StringComparison.Ordinal);
            if (start < 0)
            {
                return null;
            }

            int end = text.IndexOf(close, start + open.Length, StringComparison.Ordinal);
            string taken = text[(start + open.Length)..(end < 0 ? text.Length : end)];
            text = text[..start] + (end < 0 ? "" : text[(end + close.Length)..]);
            return taken;
        }

        string? organization = Take(" /", "/");
        string? count = Take(" [", "]");
        string? date = Take(" (", ")");
        string? id = Take(" @", " ");
        return new Listing
        {
            Title = text.Trim(),
            Abstract = "About " + text.Trim(),
            Arxiv = id is not null && ArxivId.TryParse(id, out ArxivId? arxiv) ? arxiv : null,
            AuthorCount = count is null ? null : int.Parse(count, System.Globalization.CultureInfo.InvariantCulture),
            Organization = organization is null ? null : new Organization(organization),
            Published = date is null ? null : ReadDate(date),
            TitleLine = line,
            Lines = new(line, line),
        };
    }

    private static PrintedDate ReadDate(string text)
    {
        string[] words = text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return new(
            words.Length > 2 ? int.Parse(words[2], System.Globalization.CultureInfo.InvariantCulture) : null,
            PrintedDate.MonthNumber(words[0]),
            int.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture));
    }
}
