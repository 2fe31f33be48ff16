namespace DigestSite.Feeds;

/// <summary>A feed before it is written in one format or another. All text is plain and untrusted, all addresses are absolute.</summary>
internal sealed record Feed
{
    /// <summary>For Atom: permanent, whatever becomes of its address.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    /// <summary>The page that shows the same to people.</summary>
    public required string Page { get; init; }

    /// <summary>When any of it last changed.</summary>
    public required DateOnly Changed { get; init; }

    /// <summary>Newest first, within the site's limit.</summary>
    public required IReadOnlyList<SharedEntry> Entries { get; init; }

    /// <summary>Its place in the history of a feed (RFC 5005); null where there is no history.</summary>
    public FeedLinks? Links { get; init; }
}

/// <summary>Where the other documents of a feed's history are (RFC 5005, 4).</summary>
/// <param name="IsArchive">Whether no entry will join or leave this document.</param>
/// <param name="Current">The document with the newest entries; null where this is it.</param>
/// <param name="Previous">The document of the archive before this one; null where there is none.</param>
/// <param name="Next">The one after it; null where there is none.</param>
internal sealed record FeedLinks(bool IsArchive, string? Current, string? Previous, string? Next)
{
    /// <summary>The document that is not full yet, which holds what is cut from a current one that would be too large.</summary>
    public string? Open { get; init; }
}

internal sealed record FeedEntry
{
    /// <summary>See <see cref="EntryId"/>.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Link { get; init; }

    /// <summary>The capture date: dumps added late enter with their own date and flood nobody.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>When its content last changed; never before <see cref="Date"/>.</summary>
    public DateOnly Changed { get; init; }

    /// <summary>A sentence or two of plain text.</summary>
    public required string Summary { get; init; }

    /// <summary>The whole, as <see cref="EntryHtml"/> wrote it; empty in an archive, where the entry is its summary.</summary>
    public required string Html { get; init; }

    /// <summary>The same as plain text; made anew each time.</summary>
    public string Text => EntryText.Of(Html);

    /// <summary>Plain names, the first ones; empty where none is known.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    public required IReadOnlyList<FeedCategory> Categories { get; init; }
}

/// <summary>What an entry is about.</summary>
/// <param name="Domain">The address of the list it is taken from, or null.</param>
internal sealed record FeedCategory(string Title, string? Domain);
