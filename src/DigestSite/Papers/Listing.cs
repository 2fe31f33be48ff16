namespace DigestSite.Papers;

/// <summary>A paper as one dump shows it. Text is as captured, white space folded; what the dump does not say is null.</summary>
internal sealed record Listing
{
    public required string Title { get; init; }

    /// <summary>The abstract, its paragraphs joined by one space; null when the listing has none.</summary>
    public string? Abstract { get; init; }

    /// <summary>The arXiv id, where the captured format carries one (text listings do not).</summary>
    public ArxivId? Arxiv { get; init; }

    /// <summary>How many authors the listing counts (<c>• 3 authors</c>).</summary>
    public int? AuthorCount { get; init; }

    public Organization? Organization { get; init; }

    /// <summary>The day the paper was published, the year elided where the page elides it.</summary>
    public PrintedDate? Published { get; init; }

    public int? Comments { get; init; }

    public int? Upvotes { get; init; }

    /// <summary>The account named by a <c>Submitted by</c> block.</summary>
    public string? SubmittedBy { get; init; }

    /// <summary>First and last line of the listing in its dump, from 1.</summary>
    public required LineRange Lines { get; init; }

    /// <summary>The line the title stands on, from 1.</summary>
    public required int TitleLine { get; init; }
}

/// <summary>Lines of a file, both ends included, from 1.</summary>
internal readonly record struct LineRange(int First, int Last);
