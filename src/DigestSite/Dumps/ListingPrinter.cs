using System.Globalization;
using System.Text;
using DigestSite.Papers;

namespace DigestSite.Dumps;

/// <summary>Prints listings as the page does: <see cref="TextDumpReader"/> reads the print as the same listings, their lines aside.</summary>
internal static class ListingPrinter
{
    public static string Print(Dump dump) => Print(dump.Date, dump.Listings);

    /// <summary>A page with its heading and no final line break, as a browser copies it.</summary>
    public static string Print(PrintedDate? date, IEnumerable<Listing> listings)
    {
        var page = new StringBuilder();
        page.AppendJoin("\n\n", PageFurniture.Heading);
        if (date is { } day)
        {
            page.Append("\n\n").Append(day);
        }

        foreach (Listing listing in listings)
        {
            AppendLeadIn(page, listing);
            page.Append("\n\n").Append(listing.Title);
            if (listing.Abstract is not null)
            {
                page.Append("\n\n").Append(listing.Abstract);
            }

            AppendAttribution(page, listing);
        }

        return page.ToString();
    }

    private static void AppendLeadIn(StringBuilder page, Listing listing)
    {
        if (listing.SubmittedBy is not null)
        {
            page.Append("\n\nSubmitted by\n").Append(listing.SubmittedBy);
        }

        if (listing.Upvotes is { } votes)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n\n{votes}");
        }
        else if (listing.SubmittedBy is null && !IsClear(listing))
        {
            page.Append("\n\n-");
        }
    }

    // Whether the title is one wherever it stands; the page's `-` (no votes) makes it one elsewhere.
    private static bool IsClear(Listing listing) =>
        listing.Abstract is not null && LineShape.Of(listing.Title).Kind == LineKind.Text && !DumpText.IsProse(listing.Title);

    private static void AppendAttribution(StringBuilder page, Listing listing)
    {
        if (listing.AuthorCount is null && listing.Organization is null && listing.Published is null)
        {
            return;
        }

        page.Append("\n\n");
        if (listing.Organization is not null)
        {
            page.Append(listing.Organization.Printed);
        }
        else if (listing.AuthorCount is { } count)
        {
            page.Append(CultureInfo.InvariantCulture, $"  • {count} authors");
        }

        if (listing.Published is { } date)
        {
            page.Append("\n·\n").Append(date);
            if (listing.Comments is { } comments)
            {
                page.Append(CultureInfo.InvariantCulture, $" {comments}");
            }
        }
        else if (listing.Organization is not null)
        {
            page.Append("\n·");
        }
    }
}
