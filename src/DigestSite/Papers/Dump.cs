using DigestSite.Diagnostics;

namespace DigestSite.Papers;

/// <summary>The forms that a capture comes in.</summary>
internal enum DumpFormat
{
    /// <summary>The text of a listing page, as copied from a browser.</summary>
    Text,

    /// <summary>The daily-papers API's answer for a day: a JSON array.</summary>
    DailyPapers,

    /// <summary>A listing page, saved as HTML.</summary>
    WebPage,

    /// <summary>A listing page, printed as Markdown.</summary>
    Markdown,

    /// <summary>arXiv's answer to a query, or its announcements: Atom or RSS.</summary>
    Arxiv,
}

/// <summary>One captured listing, read. Its file name is its name.</summary>
internal sealed record Dump
{
    /// <summary>The file's name in content/dumps: <c>001_699eaed0a974268d.txt</c>.</summary>
    public required string Name { get; init; }

    public required SourceText Source { get; init; }

    public DumpFormat Format { get; init; }

    /// <summary>
    /// Whether every date in it has its year, as in what programs are given: then a year printed is no word on the capture's own. A page that
    /// people read elides the year that it was captured in.
    /// </summary>
    public bool PrintsYears { get; init; }

    /// <summary>Whether a date in the file's name is the day that was asked for, and so beats <see cref="Date"/>.</summary>
    public bool IsNamedForDay => Format is DumpFormat.DailyPapers or DumpFormat.Arxiv;

    /// <summary>The capture's date as the page prints it; null when there is none (of a text, a diagnostic has said so).</summary>
    public PrintedDate? Date { get; init; }

    /// <summary>The line of <see cref="Date"/>, from 1; 0 when there is none.</summary>
    public int DateLine { get; init; }

    public required EquatableArray<Listing> Listings { get; init; }

    /// <summary>
    /// Of formats whose lines mean something, what every non-blank line is: the listings, the furniture and the lines a diagnostic names, in
    /// line order. Empty of JSON, HTML and XML.
    /// </summary>
    public required EquatableArray<DumpPart> Parts { get; init; }

    /// <summary>Where the title of a listing stands.</summary>
    public SourceSpan TitleOf(Listing listing)
    {
        int room = listing.TitleLine >= 1 && listing.TitleLine <= Source.LineCount ? Source.Line(listing.TitleLine).Length + 1 - listing.TitleColumn : 0;
        return Source.At(listing.TitleLine, listing.TitleColumn, Math.Min(listing.Title.Length, Math.Max(0, room)));
    }
}

internal enum DumpPartKind
{
    /// <summary>What the page prints around its papers: headings, subscription form, the date, footers.</summary>
    Furniture,

    Listing,

    /// <summary>What the reader could not place and has reported.</summary>
    Unplaced,
}

/// <summary>Consecutive lines of a dump that are one thing.</summary>
internal readonly record struct DumpPart(DumpPartKind Kind, LineRange Lines);

/// <summary>A dump with its date: the evidence, step by step, is what <c>explain dump</c> prints.</summary>
internal sealed record Capture
{
    public required Dump Dump { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>Whether the year is a lower bound from evidence, not given by an editor, a file name or the page. The ledger pins such a bound but does not make it known.</summary>
    public required bool IsInferred { get; init; }

    public required EquatableArray<DateEvidence> Evidence { get; init; }

    public string Name => Dump.Name;
}

/// <summary>One reason for a capture's year, with the place it stands at.</summary>
internal sealed record DateEvidence(string Reason, SourceSpan Span);
