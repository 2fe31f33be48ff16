using DigestSite.Publishing;
using static DigestSite.Cli.Report;

namespace DigestSite.Cli;

/// <summary>The closing lines of a build: what went in, what came out.</summary>
internal static class Summary
{
    public static string Of(BuiltSite site)
    {
        if (site.Compiled is not { } compiled)
        {
            return "";
        }

        int listings = compiled.Dumps.Sum(d => d.Listings.Count);
        int pages = site.Files.Count(f => f.Path.IsPage);
        int feeds = site.Files.Count(f => f.Path.ToString().EndsWith("feed.xml", StringComparison.Ordinal));
        return $"{Count(compiled.Dumps.Count, "dump")}, {Count(listings, "listing")}, {Count(compiled.Site.Archive.Papers.Count, "paper")}, "
            + $"{Count(compiled.Site.Archive.Digests.Count, "digest")} -> {Count(pages, "page")}, {Count(feeds, "feed")}, {HostingLimits.Megabytes(site.Files.Sum(f => (long)f.Length))} in {Count(site.Files.Count, "file")}, {Count(site.Links?.Links ?? 0, "link")} checked";
    }
}
