namespace DigestSite.Feeds;

/// <summary>The three files of one feed. What they hold is decided once, so that they are equal.</summary>
internal sealed class FeedDocuments(FeedPlace place, Func<Feed> make, SiteModel site)
{
    /// <summary>Readers refuse large feeds; ours stay under 1 MiB.</summary>
    public const int MaxBytes = (1024 * 1024) - 1;

    // For the date that only a feed with entries has.
    private const int Slack = 256;

    private readonly Lazy<(Feed Feed, int Entries)> _decided = new(() => Decide(make(), place, site));

    public ReadOnlyMemory<byte> Rss() => Write(RssWriter.Write, place.Rss);

    public ReadOnlyMemory<byte> Atom() => Write(AtomWriter.Write, place.Atom);

    public ReadOnlyMemory<byte> Json() => Write(JsonFeedWriter.Write, place.Json);

    /// <summary>How many of the entries, from the newest, fit into <paramref name="maxBytes"/> whatever the format.</summary>
    public static int Fitting(Feed feed, FeedPlace place, SiteModel site, int maxBytes = MaxBytes)
    {
        Feed empty = feed with { Entries = [] };
        ReadOnlyMemory<byte>[] frames =
        [
            RssWriter.Write(empty, Self(place.Rss, site), site, []),
            AtomWriter.Write(empty, Self(place.Atom, site), site, []),
            JsonFeedWriter.Write(empty, Self(place.Json, site), site, []),
        ];
        long size = Slack + frames.Max(b => b.Length);
        int count = 0;
        while (count < feed.Entries.Count && (size += feed.Entries[count].MostBytes + 1) <= maxBytes)
        {
            count++;
        }

        return count;
    }

    private static (Feed Feed, int Entries) Decide(Feed feed, FeedPlace place, SiteModel site)
    {
        int count = Fitting(feed, place, site);
        bool isCut = count < feed.Entries.Count;
        return (isCut && feed.Links is { Open: { } open } links ? feed with { Links = links with { Previous = open } } : feed, count);
    }

    private static string Self(SitePath path, SiteModel site) => site.Settings.BaseUrl.Absolute(path);

    private ReadOnlyMemory<byte> Write(Func<Feed, string, SiteModel, IEnumerable<SharedEntry>, ReadOnlyMemory<byte>> write, SitePath path) =>
        write(_decided.Value.Feed, Self(path, site), site, _decided.Value.Feed.Entries.Take(_decided.Value.Entries));
}
