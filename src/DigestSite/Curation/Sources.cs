using DigestSite.Diagnostics;

namespace DigestSite.Curation;

/// <summary>What sources.yml names to be collected.</summary>
internal sealed record Sources(DailyPapersSource? DailyPapers, ArxivSource? Arxiv);

/// <summary>The daily-papers API: one answer, and one digest, a weekday.</summary>
internal sealed record DailyPapersSource
{
    /// <summary>Asked with the day added to its query.</summary>
    public required Uri Url { get; init; }

    /// <summary>The first day that is collected.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>After how many weekdays without a new paper something must be wrong.</summary>
    public required int StaleAfter { get; init; }

    /// <summary>For how many days after a day it is asked again: a list grows while it is young.</summary>
    public required int Revisit { get; init; }

    /// <summary>Seconds between two requests.</summary>
    public required int Pause { get; init; }

    /// <summary>Where it stands in the file.</summary>
    public required SourceSpan Span { get; init; }
}

/// <summary>The arXiv API.</summary>
internal sealed record ArxivSource
{
    /// <inheritdoc cref="DailyPapersSource.Url"/>
    public required Uri Url { get; init; }

    public required EquatableArray<ArxivQuery> Queries { get; init; }

    /// <summary>Whether metadata is asked for the papers of the site that have an id and none yet.</summary>
    public required bool Papers { get; init; }

    /// <summary>For how many days a day or a month is asked again, and a paper that arXiv does not know.</summary>
    public required int Revisit { get; init; }

    /// <inheritdoc cref="DailyPapersSource.Pause"/>
    public required int Pause { get; init; }

    /// <inheritdoc cref="DailyPapersSource.Span"/>
    public required SourceSpan Span { get; init; }
}

/// <summary>A query of arXiv, asked for each weekday or each month apart: within such a window papers are only ever added.</summary>
internal sealed record ArxivQuery
{
    /// <summary>Part of the names of its files.</summary>
    public required string Id { get; init; }

    /// <summary>As arXiv's search takes it: <c>cat:cs.LG AND abs:grokking</c>.</summary>
    public required string Search { get; init; }

    /// <summary>Whether a weekday's papers make a digest; else a month's are metadata.</summary>
    public required bool IsDigest { get; init; }

    /// <inheritdoc cref="DailyPapersSource.Since"/>
    public required DateOnly Since { get; init; }

    /// <summary>How many papers an answer holds at most.</summary>
    public required int MaxResults { get; init; }

    /// <summary>As <see cref="DailyPapersSource.StaleAfter"/>; null where a rest of any length is all right.</summary>
    public required int? StaleAfter { get; init; }

    /// <inheritdoc cref="DailyPapersSource.Span"/>
    public required SourceSpan Span { get; init; }
}
