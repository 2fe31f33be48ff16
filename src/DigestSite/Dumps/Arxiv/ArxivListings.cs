using System.Globalization;
using System.Text.RegularExpressions;
using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Dumps.Arxiv;

/// <summary>The entries of a feed made listings. What an entry lacks is reported; of two versions of a paper the later is kept.</summary>
internal sealed partial class ArxivListings(SourceText source, ArxivFeed feed, DiagnosticBag diagnostics)
{
    private readonly CountedReports _reports = new(diagnostics);

    /// <summary>In the order of the file.</summary>
    public EquatableArray<Listing> Read()
    {
        var byId = new Dictionary<ArxivId, Listing>();
        foreach (ArxivEntry entry in feed.Entries)
        {
            if (IsError(entry))
            {
                PlacedText said = entry.Summary ?? entry.Title ?? new("", entry.FirstLine, entry.Column);
                _reports.Add(Catalog.ArxivError, At(said), said.Text);
            }
            else if (ToListing(entry) is { } listing)
            {
                Keep(listing, byId);
            }
        }

        _reports.Close();
        return byId.Values.OrderBy(l => l.Place).ToEquatableArray();
    }

    private static bool IsError(ArxivEntry entry) => entry.Names.Exists(n => n.Text.Contains("arxiv.org/api/errors", StringComparison.OrdinalIgnoreCase));

    private void Keep(Listing listing, Dictionary<ArxivId, Listing> byId)
    {
        if (byId.TryGetValue(listing.Arxiv!, out Listing? other))
        {
            int? version = listing.Details?.Version;
            if (version == other.Details?.Version)
            {
                _reports.Add(Catalog.EntryTwice, source.At(listing.TitleLine, listing.TitleColumn, 1), listing.Arxiv, other.TitleLine);
            }

            if ((version ?? 0) <= (other.Details?.Version ?? 0))
            {
                return;
            }
        }

        byId[listing.Arxiv!] = listing;
    }

    private Listing? ToListing(ArxivEntry entry)
    {
        (string text, ArxivReference? titled, string? category) = Announcement.UnwrapTitle(entry.Title?.Text ?? "");
        (string? summary, ArxivReference? described, bool isAnnounced) = Announcement.Unwrap(entry.Summary?.Text ?? "");
        ArxivReference? paper = Identified(ArxivReference.Of(entry), described ?? titled);
        if (paper is null || text.Length == 0)
        {
            ReportUnusable(entry, paper);
            return null;
        }

        if (summary is null)
        {
            _reports.Add(Catalog.EntryWithoutAbstract, At(entry.Title!.Value), paper.Id);
        }

        EquatableArray<string> authors = (entry.Authors.Count > 0 ? entry.Authors : Announcement.Names(entry.Creators ?? "")).ToEquatableArray();
        isAnnounced |= entry.AnnounceType is not null || feed.Root != "feed";
        return new()
        {
            Title = text,
            Abstract = summary,
            Arxiv = paper.Id,
            Authors = authors,
            AuthorCount = authors.Count > 0 ? authors.Count : null,
            Published = isAnnounced ? null : DayOf(entry.Published),
            Details = new(paper.Version, Categories(entry, category), NotEmpty(entry.Comment), NotEmpty(entry.JournalReference), DoiOf(entry.Doi)),
            Lines = new(entry.FirstLine, entry.LastLine),
            TitleLine = entry.Title!.Value.Line,
            TitleColumn = entry.Title.Value.Column,
        };
    }

    // The address of an item has no version, the words around it have.
    private static ArxivReference? Identified(ArxivReference? named, ArxivReference? said) =>
        named is null || (named.Version is null && said is not null && said.Id == named.Id) ? said : named;

    private void ReportUnusable(ArxivEntry entry, ArxivReference? paper)
    {
        if (paper is not null)
        {
            _reports.Add(Catalog.EntryWithoutTitle, At(entry.Title ?? new("<", entry.FirstLine, entry.Column)), paper.Id);
        }
        else
        {
            PlacedText name = entry.Names is [var first, ..] ? first : new("", entry.FirstLine, entry.Column);
            _reports.Add(Catalog.EntryWithoutId, At(name), name.Text.Length > 0 ? $"`{name.Text}` is no arXiv id" : "the entry has no arXiv id");
        }
    }

    private PrintedDate? DayOf(PlacedText? published)
    {
        if (published is not { Text.Length: > 0 } given)
        {
            return null;
        }

        // RFC 3339; arXiv prints UTC.
        const int Day = 10;
        if (given.Text.Length >= Day && DateOnly.TryParseExact(given.Text[..Day], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return new(day.Year, day.Month, day.Day);
        }

        _reports.Add(Catalog.EntryDate, At(given), given.Text);
        return null;
    }

    // Beside its own subjects arXiv gives those of other schemes: `68T05`, `I.2.6; I.5.1`.
    private static EquatableArray<string> Categories(ArxivEntry entry, string? ofTitle) =>
        entry.Categories.Prepend(ofTitle).Prepend(entry.PrimaryCategory).OfType<string>()
            .Where(c => Category().IsMatch(c))
            .Distinct(StringComparer.Ordinal)
            .ToEquatableArray();

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string? DoiOf(string? text)
    {
        int start = text?.IndexOf("10.", StringComparison.Ordinal) ?? -1;
        return start < 0 ? null : text![start..].Split(' ', 2)[0];
    }

    private SourceSpan At(PlacedText text)
    {
        int room = source.Line(text.Line).Length + 1 - text.Column;
        return source.At(text.Line, text.Column, Math.Clamp(text.Text.Length, 0, Math.Max(0, room)));
    }

    [GeneratedRegex(@"\A[a-z]+(-[a-z]+)?(\.([A-Z]{2}|[a-z]+(-[a-z]+)*))?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Category();
}
