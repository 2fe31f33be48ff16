namespace DigestSite.Dumps.Dating;

/// <summary>Pages that elide one and the same year, because they share papers whose year both elide; often a single page.</summary>
internal sealed class YearGroup(IReadOnlyList<CapturePage> pages)
{
    /// <summary>The <see cref="Year"/> of a group that no year fits.</summary>
    public const int NoYear = int.MaxValue;

    public static YearGroup None { get; } = new([]);

    public IReadOnlyList<CapturePage> Pages => pages;

    /// <summary>The year that the pages elide; null while unknown, <see cref="NoYear"/> when none fits.</summary>
    public int? Year { get; set; }

    /// <summary>The year that the strongest bound alone allows.</summary>
    public int Floor { get; set; } = int.MinValue;

    /// <summary>What raised <see cref="Floor"/>. It was reckoned from years that were settled before, so that no two groups are each other's reason.</summary>
    public Bound? Decisive { get; set; }

    /// <summary>What fixes the year, page by page.</summary>
    public List<ExactYear> Exact { get; } = [];

    /// <summary>Years that a page prints in full, so that it is not these that it elides, each with the first listing that does.</summary>
    public Dictionary<int, Clue> Excluded { get; } = [];

    /// <summary>Papers that only an elided date of this group (and others like it) dates.</summary>
    public List<PaperTrail> Papers { get; } = [];

    /// <summary>Whether the year is not to be inferred: known, or fixed by a full date elsewhere.</summary>
    public bool IsFixed => Exact.Count > 0 || pages is [{ Known: not null }];

    /// <summary>Whether dates elsewhere fix different years.</summary>
    public bool IsTorn => Exact.Exists(e => e.Year != Exact[0].Year);

    /// <summary>Whether the page was found to print its own year too, like all others: <see cref="Excluded"/> does not count.</summary>
    public bool PrintsOwnYear { get; set; }
}

/// <summary>A day printed without its year here, and with it there.</summary>
internal sealed record ExactYear(int Year, Clue Here, Clue There);
