namespace DigestSite.Papers;

/// <summary>A paper as one dump shows it. Text is as captured, white space folded; what the dump does not say is null or empty.</summary>
internal sealed record Listing
{
    public required string Title { get; init; }

    /// <summary>The abstract, its paragraphs joined by one space; null when the listing has none.</summary>
    public string? Abstract { get; init; }

    /// <summary>The arXiv id, where the captured format carries one (text listings do not).</summary>
    public ArxivId? Arxiv { get; init; }

    /// <summary>Names, in order; empty where only their number is known.</summary>
    public EquatableArray<string> Authors { get; init; }

    /// <summary>How many authors the listing counts (<c>• 3 authors</c>), or names, those who hide their names too.</summary>
    public int? AuthorCount { get; init; }

    public Organization? Organization { get; init; }

    /// <summary>The day the paper was published, the year elided where the page elides it.</summary>
    public PrintedDate? Published { get; init; }

    public int? Comments { get; init; }

    public int? Upvotes { get; init; }

    /// <summary>The account named by a <c>Submitted by</c> block.</summary>
    public string? SubmittedBy { get; init; }

    public CodeRepository? Code { get; init; }

    public Uri? ProjectPage { get; init; }

    /// <summary>Words that the source calls the paper's keywords.</summary>
    public EquatableArray<string> Keywords { get; init; }

    /// <summary>What only arXiv says of a paper; null where the captured format is another.</summary>
    public ArxivDetails? Details { get; init; }

    /// <summary>First and last line of the listing in its dump, from 1.</summary>
    public required LineRange Lines { get; init; }

    /// <summary>The line the title stands on, from 1.</summary>
    public required int TitleLine { get; init; }

    /// <summary>The column the title begins at, from 1: several listings may share a line of JSON or HTML.</summary>
    public int TitleColumn { get; init; } = 1;

    /// <summary>Orders the listings of one dump as they stand there.</summary>
    public (int Line, int Column) Place => (TitleLine, TitleColumn);
}

/// <summary>A repository of a paper's code.</summary>
/// <param name="Url">Absolute, http or https.</param>
/// <param name="Stars">How many accounts starred it when it was captured.</param>
internal sealed record CodeRepository(Uri Url, int? Stars);

/// <summary>What arXiv tells beside a paper's title, authors and abstract.</summary>
/// <param name="Version">Which version this is, from 1; null where it is not told.</param>
/// <param name="Categories">Such as <c>cs.LG</c>, the primary one first.</param>
/// <param name="Comment">The authors' remark: pages, figures, where it was accepted.</param>
/// <param name="JournalReference">Where it was published.</param>
/// <param name="Doi">Such as <c>10.1109/ICSTW55395.2022.00035</c>, without an address in front.</param>
/// <remarks>https://info.arxiv.org/help/api/user-manual.html#52-details-of-atom-results-returned</remarks>
internal sealed record ArxivDetails(int? Version, EquatableArray<string> Categories, string? Comment, string? JournalReference, string? Doi);

/// <summary>Lines of a file, both ends included, from 1.</summary>
internal readonly record struct LineRange(int First, int Last);
