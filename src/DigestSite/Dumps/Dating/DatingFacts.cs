using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Dumps.Dating;

/// <summary>What is known of captures and papers before any page is read for its year.</summary>
internal sealed record DatingFacts
{
    /// <summary>By dump name: the year that an editor wrote in dumps.yml.</summary>
    public required IReadOnlyDictionary<string, GivenYear> Given { get; init; }

    /// <summary>By dump name: the day that an editor wrote in dumps.yml.</summary>
    public IReadOnlyDictionary<string, GivenDate> GivenDates { get; init; } = new Dictionary<string, GivenDate>(StringComparer.Ordinal);

    /// <summary>By dump name: the date that the ledger pins.</summary>
    public required IReadOnlyDictionary<string, RecordedDate> Recorded { get; init; }

    /// <summary>A key that two listings share when they are of one paper; null where that cannot be told.</summary>
    public required Func<Listing, string?> PaperOf { get; init; }

    /// <summary>The arXiv id of a listing's paper, where it is known.</summary>
    public required Func<Listing, ArxivId?> ArxivOf { get; init; }

    /// <summary>When given, no capture is later.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The day on which dates become records that stay; null for a build that only reads.</summary>
    public DateOnly? RecordedOn { get; init; }
}

/// <summary>A capture's year as an editor gives it, and where.</summary>
internal sealed record GivenYear(int Year, SourceSpan Span);

/// <summary>A capture's date as an editor gives it, and where.</summary>
internal sealed record GivenDate(DateOnly Date, SourceSpan Span);

/// <summary>A capture's date as the ledger has it, and where.</summary>
internal sealed record RecordedDate(DateOnly Date, SourceSpan Span);
