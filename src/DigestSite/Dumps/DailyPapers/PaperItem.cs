using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Dumps.DailyPapers;

/// <summary>What an item has told so far.</summary>
internal sealed class PaperItem
{
    public long Start { get; init; }

    /// <summary>The offset of its last byte.</summary>
    public long End { get; set; }

    public bool HasPaper { get; set; }

    public StringValue Id { get; set; }

    public StringValue Title { get; set; }

    public StringValue OuterTitle { get; set; }

    public string? Summary { get; set; }

    public string? OuterSummary { get; set; }

    public List<string> Authors { get; set; } = [];

    /// <summary>With those whose names are hidden.</summary>
    public int AuthorCount { get; set; }

    public Organization? Organization { get; set; }

    public Organization? OuterOrganization { get; set; }

    public PrintedDate? Published { get; set; }

    public (DateOnly Day, long Offset)? Submitted { get; set; }

    public int? Comments { get; set; }

    public int? Upvotes { get; set; }

    public string? Submitter { get; set; }

    public string? OuterSubmitter { get; set; }

    public Uri? Repository { get; set; }

    public int? Stars { get; set; }

    public Uri? ProjectPage { get; set; }

    public List<string> Keywords { get; set; } = [];

    /// <summary>
    /// The title to show and where it stands. The two titles of an item often differ: the outer one is of the day of the listing, the paper's own
    /// follows arXiv. The listing page prints the paper's own, so with it the text of a page and the JSON of its day name a paper alike.
    /// </summary>
    public StringValue ShownTitle => Title.Text is not null ? Title : OuterTitle;

    /// <summary>The listing.</summary>
    /// <param name="id">Its id, once it is known to be one.</param>
    public Listing ToListing(CapturedJson json, ArxivId? id)
    {
        int first = json.LineAt(Start);
        SourceSpan title = json.At(ShownTitle.Offset + 1);
        return new()
        {
            Title = ShownTitle.Text!,
            Abstract = Summary ?? OuterSummary,
            Arxiv = id,
            Authors = Authors.ToEquatableArray(),
            AuthorCount = AuthorCount == 0 ? null : AuthorCount,
            Organization = Organization ?? OuterOrganization,
            Published = Published,
            Comments = Comments,
            Upvotes = Upvotes,
            SubmittedBy = OuterSubmitter ?? Submitter,
            Code = Repository is null ? null : new(Repository, Stars),
            ProjectPage = ProjectPage,
            Keywords = Keywords.ToEquatableArray(),
            Lines = new(first, json.LineAt(End)),
            TitleLine = title.Line,
            TitleColumn = title.Column,
        };
    }
}

/// <summary>A string of JSON.</summary>
/// <param name="Text">Null where it is missing, null or blank.</param>
/// <param name="Offset">Where its opening quote stands, in bytes.</param>
/// <param name="Length">In bytes, with both quotes.</param>
internal readonly record struct StringValue(string? Text, long Offset, int Length);
