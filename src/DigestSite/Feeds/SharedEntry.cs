namespace DigestSite.Feeds;

/// <summary>An entry that any number of feeds hold: it is made once, when the first of them asks, and written once in each format.</summary>
internal sealed class SharedEntry
{
    private readonly Lazy<FeedEntry> _entry;
    private readonly Lazy<byte[]> _rss;
    private readonly Lazy<byte[]> _atom;
    private readonly Lazy<byte[]> _json;

    public SharedEntry(Func<FeedEntry> make)
    {
        _entry = new(make);
        _rss = new(() => RssWriter.Write(Entry));
        _atom = new(() => AtomWriter.Write(Entry));
        _json = new(() => JsonFeedWriter.Write(Entry));
    }

    public FeedEntry Entry => _entry.Value;

    public ReadOnlySpan<byte> Rss => _rss.Value;

    public ReadOnlySpan<byte> Atom => _atom.Value;

    public ReadOnlySpan<byte> Json => _json.Value;

    /// <summary>How many bytes it takes in the format that takes most.</summary>
    public int MostBytes => Math.Max(_rss.Value.Length, Math.Max(_atom.Value.Length, _json.Value.Length));
}
