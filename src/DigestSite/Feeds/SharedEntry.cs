namespace DigestSite.Feeds;

/// <summary>An entry that any number of feeds hold: it is made once, when the first of them asks, and written once in each format.</summary>
internal sealed class SharedEntry(Func<FeedEntry> make)
{
    // What it was written from is not held on to: it is as large as all of it.
    private readonly Lazy<Written> _written = new(() => new(make()));

    public DateOnly Date => _written.Value.Date;

    public DateOnly Changed => _written.Value.Changed;

    public ReadOnlySpan<byte> Rss => _written.Value.Rss;

    public ReadOnlySpan<byte> Atom => _written.Value.Atom;

    public ReadOnlySpan<byte> Json => _written.Value.Json;

    /// <summary>How many bytes it takes in the format that takes most.</summary>
    public int MostBytes => Math.Max(Rss.Length, Math.Max(Atom.Length, Json.Length));

    private sealed class Written(FeedEntry entry)
    {
        public DateOnly Date { get; } = entry.Date;

        public DateOnly Changed { get; } = entry.Changed;

        public byte[] Rss { get; } = RssWriter.Write(entry);

        public byte[] Atom { get; } = AtomWriter.Write(entry);

        public byte[] Json { get; } = JsonFeedWriter.Write(entry);
    }
}
