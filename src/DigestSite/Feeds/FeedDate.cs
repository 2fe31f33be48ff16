using System.Globalization;
using DigestSite.Papers;

namespace DigestSite.Feeds;

/// <summary>Days as feeds write them: as the moment they begin in UTC.</summary>
internal static class FeedDate
{
    /// <summary>RFC 822 with the four-digit year of RFC 1123; the numeric zone because "GMT" and "Z" trip some readers.</summary>
    public static string Rfc822(DateOnly date) => date.ToString("ddd, dd MMM yyyy '00:00:00 +0000'", CultureInfo.InvariantCulture);

    public static string Rfc3339(DateOnly date) => date.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);

    /// <summary>When the paper's entry last changed: not before it was listed.</summary>
    public static DateOnly Changed(Paper paper) => paper.Changed > paper.FirstListed ? paper.Changed : paper.FirstListed;

    /// <summary>For a feed that never had an entry: the date of its authority (RFC 4151: the first of what it leaves out).</summary>
    public static DateOnly Founded(SiteModel site)
    {
        string authority = site.Settings.FeedAuthority;
        string date = authority[(authority.IndexOf(',', StringComparison.Ordinal) + 1)..];
        DateOnly founded = DateOnly.TryParseExact(date, ["yyyy", "yyyy-MM", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : site.Archive.AsOf;
        return site.Archive.AsOf > DateOnly.MinValue && founded > site.Archive.AsOf ? site.Archive.AsOf : founded;
    }
}
