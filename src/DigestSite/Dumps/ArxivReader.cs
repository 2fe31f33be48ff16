using System.Globalization;
using DigestSite.Diagnostics;
using DigestSite.Dumps.Arxiv;
using DigestSite.Papers;

namespace DigestSite.Dumps;

/// <summary>Reads arXiv's answers, Atom, and its announcements, RSS or Atom.</summary>
/// <remarks>
/// An announcement's date is the day it is announced on, not the day a paper was submitted on: it dates the file, and no paper. Text is
/// kept as arXiv gives it, TeX and broken encodings included.
/// </remarks>
internal static class ArxivReader
{
    private const string QueryTitle = "arXiv Query: ";

    /// <summary>Whether a file is of this format, by how it begins: with the root of a feed, or as XML that is no web page.</summary>
    public static bool Claims(ReadOnlySpan<char> text) => XmlRoot.NameOf(text) switch
    {
        "feed" or "rss" or "RDF" => true,
        "html" => false,
        _ => text.StartsWith("<?xml", StringComparison.Ordinal),
    };

    public static Dump Read(string name, SourceText source, DiagnosticBag diagnostics)
    {
        ArxivFeed feed = FeedReader.Read(source);
        if (feed.Excess is { } excess)
        {
            diagnostics.Add(Catalog.Elaborate.At(source.At(excess.Line, excess.Column, 1), FeedReader.MostEntries, "entries", "ask for fewer at once, and save each answer in a file of its own"));
        }

        if (feed.Fault is { } fault)
        {
            diagnostics.Add(Catalog.BrokenXml.At(source.At(fault.Line, fault.Column, 1), fault.Reason));
        }

        PrintedDate? day = null;
        EquatableArray<Listing> listings = [];
        if (feed.IsArxivs)
        {
            listings = new ArxivListings(source, feed, diagnostics).Read();
            day = Announced(feed);
            ReportEmpty(feed, source, diagnostics);
        }
        else if (feed.Fault is null)
        {
            diagnostics.Add(Catalog.OtherXml.At(RootOf(source, feed), WhatItIs(feed)));
        }

        return new()
        {
            Name = name,
            Source = source,
            Format = DumpFormat.Arxiv,
            PrintsYears = true,
            Date = day,
            DateLine = day is null ? 0 : feed.Published!.Value.Line,
            Listings = listings,
            Parts = [],
        };
    }

    private static void ReportEmpty(ArxivFeed feed, SourceText source, DiagnosticBag diagnostics)
    {
        if (feed.Entries.Count > 0 || feed.Fault is not null)
        {
            return;
        }

        PlacedText title = feed.Title ?? new("", 1, 1);
        SourceSpan span = source.At(title.Line, title.Column, title.Text.Length);
        if (feed.IsError)
        {
            diagnostics.Add(Catalog.ArxivError.At(span, feed.Description is { Text.Length: > 0 } said ? said.Text : title.Text));
        }
        else
        {
            bool isQuery = title.Text.StartsWith(QueryTitle, StringComparison.OrdinalIgnoreCase);
            diagnostics.Add(Catalog.NothingFound.At(span, isQuery ? title.Text[QueryTitle.Length..] : title.Text));
        }
    }

    // `Fri, 23 Feb 2024 00:00:00 -0500`: the day where it is announced, whatever day that is elsewhere.
    private static PrintedDate? Announced(ArxivFeed feed) =>
        feed.Published is { } published
        && published.Text.Split(' ') is [_, var day, var month, var year, ..]
        && DateOnly.TryParseExact($"{day} {month} {year}", "d MMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? new(date.Year, date.Month, date.Day)
            : null;

    private static string WhatItIs(ArxivFeed feed) => feed.Root switch
    {
        "feed" => "an Atom feed, but not arXiv's",
        "rss" or "RDF" => "an RSS feed, but not arXiv's",
        "" => "XML without any element",
        _ => $"an XML document `<{feed.Root}>`",
    };

    private static SourceSpan RootOf(SourceText source, ArxivFeed feed)
    {
        int start = feed.Root.Length == 0 ? -1 : source.Text.IndexOf('<' + feed.Root, StringComparison.Ordinal);
        return source.AtOffset(Math.Max(0, start), feed.Root.Length + 1);
    }
}
