using DigestSite.Diagnostics;

namespace DigestSite.Papers.Permanence;

/// <summary>What has been published, and so may not change: slugs, first identities, dates and addresses.</summary>
internal sealed class Ledger
{
    // Who imports last week's page this week means subscribers to see it.
    private const int DaysOfGrace = 7;

    private readonly Dictionary<Identity, RecordedPaper> _byIdentity;

    private readonly Lazy<HashSet<SitePath>> _implied;

    public Ledger(
        IEnumerable<RecordedPaper> papers, IEnumerable<RecordedDump> dumps, IEnumerable<RecordedUrl> urls, IEnumerable<RecordedDigest>? digests = null)
    {
        Papers = papers.ToDictionary(p => p.Slug);
        Dumps = dumps.ToDictionary(d => d.Name, StringComparer.Ordinal);
        Urls = urls.ToDictionary(u => u.Path);
        Digests = (digests ?? []).ToDictionary(d => d.Date);
        _byIdentity = Papers.Values
            .SelectMany(p => p.Identities.Select(i => (Identity: i, Paper: p)))
            .GroupBy(p => p.Identity, p => p.Paper)
            .ToDictionary(p => p.Key, p => p.First());
        _implied = new(() =>
        [
            .. Papers.Keys.SelectMany(s => (SitePath[])[Routes.Paper(s), Routes.ApiPaper(s)]),
            .. Enumerable.Range(1, ArchivedDocuments).Select(Routes.FeedArchive),
        ]);
    }

    /// <summary>The addresses that a <c>paper</c> line stands for: its page, its API file, the documents of the feed archive.</summary>
    public IReadOnlySet<SitePath> Implied => _implied.Value;

    public static Ledger Empty { get; } = new([], [], []);

    public IReadOnlyDictionary<Slug, RecordedPaper> Papers { get; }

    public IReadOnlyDictionary<string, RecordedDump> Dumps { get; }

    public IReadOnlyDictionary<SitePath, RecordedUrl> Urls { get; }

    public IReadOnlyDictionary<DateOnly, RecordedDigest> Digests { get; }

    /// <summary>What every published feed id begins with; null while nothing was recorded under an authority of the editors' choice.</summary>
    public RecordedAuthority? Authority { get; init; }

    /// <summary>How many documents of the feed archive are full.</summary>
    public int ArchivedDocuments => Papers.Values.Max(p => p.ArchivedIn) ?? 0;

    /// <summary>
    /// Whether a capture came when much newer ones were already published: the archive has it, but feeds, whose readers have seen what came
    /// after it, leave it out.
    /// </summary>
    /// <param name="name">The dump's name; one that is recorded stays what it was then.</param>
    public bool IsLate(string name, DateOnly date) =>
        Dumps.TryGetValue(name, out RecordedDump? recorded) ? recorded.IsLate
        : Dumps.Count > 0 && date.AddDays(DaysOfGrace) < Dumps.Values.Max(d => d.Date);

    /// <summary>Whether it was ever published, by a line of its own or with its paper.</summary>
    public bool Knows(SitePath path) => Urls.ContainsKey(path) || Implied.Contains(path);

    /// <summary>The same with other addresses.</summary>
    public Ledger With(IEnumerable<RecordedUrl> urls) => new(Papers.Values, Dumps.Values, urls, Digests.Values) { Authority = Authority };

    /// <summary>The paper recorded under this identity or alias, or null.</summary>
    public RecordedPaper? Find(Identity identity) => _byIdentity.GetValueOrDefault(identity);
}

/// <summary>A published paper.</summary>
/// <param name="Slug">Its name in URLs, for ever.</param>
/// <param name="First">The identity it was first published under: feed ids are made of it.</param>
/// <param name="FirstListed">The capture date it was first recorded with.</param>
/// <param name="Changed">When the content of its feed entry last changed.</param>
/// <param name="Fingerprint">Of that content, to see the next change.</param>
/// <param name="Aliases">Identities learned later, sorted.</param>
internal sealed record RecordedPaper(
    Slug Slug, Identity First, DateOnly FirstListed, DateOnly Changed, string Fingerprint, EquatableArray<Identity> Aliases, SourceSpan Span)
{
    /// <summary>The document of the feed archive that holds it, from 1; null while none does. See <see cref="FeedHistory"/>.</summary>
    public int? ArchivedIn { get; init; }

    public IEnumerable<Identity> Identities => Aliases.Prepend(First);
}

/// <summary>A published dump with the date it is pinned to.</summary>
/// <param name="IsLate">See <see cref="Ledger.IsLate"/>.</param>
internal sealed record RecordedDump(string Name, DateOnly Date, SourceSpan Span, bool IsLate = false);

/// <summary>A published digest.</summary>
/// <param name="Changed">When the content of its feed entry last changed.</param>
/// <param name="Fingerprint">Of that content, to see the next change.</param>
internal sealed record RecordedDigest(DateOnly Date, DateOnly Changed, string Fingerprint, SourceSpan Span);

/// <summary>The <see cref="SiteSettings.FeedAuthority"/> that ids were published under.</summary>
internal sealed record RecordedAuthority(string Text, SourceSpan Span);

internal enum UrlState
{
    Live,
    Redirect,
    Retired,
}

/// <summary>An address once published and where it is now.</summary>
internal sealed record RecordedUrl(SitePath Path, UrlState State, SitePath? Target, SourceSpan Span);
