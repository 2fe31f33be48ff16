using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Collecting;

/// <summary>One answer that is due, and the file it will be.</summary>
internal sealed record Wanted
{
    /// <summary>What is asked, with its query.</summary>
    public required Uri Address { get; init; }

    /// <summary>Below the content folder: <c>dumps/2025-11-03.json</c>.</summary>
    public required string File { get; init; }

    /// <summary>The part of sources.yml it belongs to, for the summary: <c>arxiv grokking</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Where that stands.</summary>
    public required SourceSpan Span { get; init; }

    public required DumpFormat Format { get; init; }

    /// <summary>How long after the request before it this one may be sent to the same host.</summary>
    public required TimeSpan Pause { get; init; }

    /// <summary>An answer of this day or later is final.</summary>
    public required DateOnly SettledFrom { get; init; }

    /// <summary>The day that was asked for, of a digest.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>How many papers the answer holds at most.</summary>
    public required int Limit { get; init; }

    /// <summary>What is to be sent along so that an answer that has not changed is not sent again.</summary>
    public AskedBefore? Validators { get; init; }

    /// <summary>Of a request by id, the ids.</summary>
    public EquatableArray<ArxivId> Ids { get; init; } = [];

    /// <summary>The name of the file in its folder.</summary>
    public string Name => File[(File.IndexOf('/', StringComparison.Ordinal) + 1)..];
}

/// <summary>What came of a request.</summary>
internal sealed record Answer
{
    /// <summary>As they came, but for their transfer encoding; null when none came.</summary>
    public byte[]? Bytes { get; init; }

    /// <summary>Such as <c>application/json</c>; null where the source says none.</summary>
    public string? MediaType { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    /// <summary>Whether the source says that nothing has changed since (304).</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>Why there is no answer.</summary>
    public string? Failure { get; init; }

    /// <summary>Whether asking again would be of no use.</summary>
    public bool IsRefusal { get; init; }

    /// <summary>Whether the source wants to be left alone for longer than a run waits.</summary>
    public bool WantsRest { get; init; }

    public static Answer Failed(string reason, bool isRefusal = false) => new() { Failure = reason, IsRefusal = isRefusal };
}
