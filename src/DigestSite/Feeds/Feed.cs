namespace DigestSite.Feeds;

/// <summary>A feed before it is written in one format or another. All text is plain and untrusted, all addresses are absolute.</summary>
internal sealed record Feed
{
    public required string Title { get; init; }

    public required string Description { get; init; }

    /// <summary>The page that shows the same to people.</summary>
    public required string Page { get; init; }

    /// <summary>Where the feed itself is published.</summary>
    public required string Self { get; init; }

    /// <summary>Newest first, within the site's limit.</summary>
    public required IReadOnlyList<FeedEntry> Entries { get; init; }
}

internal sealed record FeedEntry
{
    /// <summary>See <see cref="EntryId"/>.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Link { get; init; }

    /// <summary>The capture date: dumps added late enter with their own date and flood nobody.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>A sentence or two of plain text.</summary>
    public required string Summary { get; init; }

    /// <summary>The whole, as <see cref="EntryHtml"/> wrote it.</summary>
    public required string Html { get; init; }

    /// <summary>The same as plain text; made anew each time.</summary>
    public string Text => EntryText.Of(Html);

    public required IReadOnlyList<FeedCategory> Categories { get; init; }
}

/// <summary>What an entry is about.</summary>
/// <param name="Domain">The address of the list it is taken from, or null.</param>
internal sealed record FeedCategory(string Title, string? Domain);
