namespace DigestSite.Links.External;

/// <summary>How asking an address ended.</summary>
internal enum AnswerKind
{
    /// <summary>With a status: <see cref="LinkAnswer.Status"/>.</summary>
    Status,

    /// <summary>Name servers know no such host.</summary>
    NoHost,

    /// <summary>No encrypted connection can be trusted: a certificate, mostly.</summary>
    Tls,

    /// <summary>Nothing came, or nothing whole, or the host cannot be reached.</summary>
    NoAnswer,

    /// <summary>A redirect leads back to where it was before.</summary>
    Loop,

    TooManyRedirects,

    /// <summary>A redirect leads to no address of the web.</summary>
    NoAddress,

    /// <summary>It leads to an address that the public cannot reach, which is never asked.</summary>
    Private,
}

/// <summary>Whether a page has the place that a fragment names.</summary>
internal enum FragmentState
{
    /// <summary>It is no HTML, too long to be read whole, or a redirect names a place of its own.</summary>
    Unknown,

    Found,

    Missing,
}

/// <summary>What came of asking one address.</summary>
internal sealed record LinkAnswer
{
    /// <summary>For so many days an answer that is good is not asked for again; one of today is 0 days old.</summary>
    public const int LastingDays = 7;

    /// <summary>The address, without fragment.</summary>
    public required string Address { get; init; }

    public required AnswerKind Kind { get; init; }

    /// <summary>Of <see cref="AnswerKind.Status"/>: the last status; else 0.</summary>
    public int Status { get; init; }

    /// <summary>What more is to be said of the way it ended; empty for nothing.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Where redirects led to; the address itself without any.</summary>
    public required string Final { get; init; }

    /// <summary>Where it has moved to for good; null when it has not.</summary>
    public string? MovedTo { get; init; }

    /// <summary>When it was asked, in UTC.</summary>
    public required DateTimeOffset Asked { get; init; }

    /// <summary>Since when no answer was good; null when this one is.</summary>
    public DateOnly? FailingSince { get; init; }

    /// <summary>The fragments that links to it have, as written.</summary>
    public IReadOnlyDictionary<string, FragmentState> Fragments { get; init; } = new Dictionary<string, FragmentState>(StringComparer.Ordinal);

    public DateOnly Day => DateOnly.FromDateTime(Asked.UtcDateTime);

    public bool IsGood => Kind == AnswerKind.Status && Status is (>= 200 and < 300) or 304;

    /// <summary>Whether all of it is good, so that it is not asked again soon.</summary>
    public bool IsWhole => IsGood && !Fragments.Values.Contains(FragmentState.Missing);

    /// <summary>Whether the address need not be asked today.</summary>
    /// <param name="fragments">Those that links have now.</param>
    public bool Lasts(DateOnly today, IEnumerable<string> fragments) =>
        IsWhole && today.DayNumber - Day.DayNumber is >= 0 and < LastingDays && fragments.All(Fragments.ContainsKey);

    /// <summary>The same, knowing since when it is so.</summary>
    /// <param name="before">What was known of it before.</param>
    public LinkAnswer After(LinkAnswer? before) => this with { FailingSince = IsWhole ? null : before?.FailingSince ?? Day };
}
