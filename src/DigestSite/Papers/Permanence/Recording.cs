using DigestSite.Papers.Merging;

namespace DigestSite.Papers.Permanence;

/// <summary>Brings the ledger up to date with what a build makes, and tells what it does not know yet.</summary>
internal static class Recording
{
    /// <summary>The ledger that knows everything of this build. Nothing recorded is lost or moved.</summary>
    /// <param name="addresses">Every address of the build that others may depend on: see <see cref="IsLasting"/>.</param>
    /// <param name="day">What is recorded as changed, changed on this day.</param>
    /// <param name="authority">What feed ids begin with, once an editor has set it.</param>
    public static Ledger Record(Ledger ledger, Archive archive, IEnumerable<Capture> captures, IEnumerable<SitePath> addresses, DateOnly day, string? authority = null)
    {
        Paper[] all = [.. archive.Papers, .. archive.Hidden.Select(h => h.Paper)];

        // An identity that several papers claim, such as a title they share, names none of them.
        var identities = new Identity[all.Length][];
        var fingerprints = new string[all.Length];
        Parallel.For(0, all.Length, i => (identities[i], fingerprints[i]) = ([.. IdentitiesOf(all[i])], Fingerprint.Of(all[i])));
        HashSet<Identity> unique = [.. identities.SelectMany(i => i).GroupBy(i => i).Where(g => g.Count() == 1).Select(g => g.Key)];
        var papers = new Dictionary<Slug, RecordedPaper>(ledger.Papers);
        for (int i = 0; i < all.Length; i++)
        {
            Slug slug = all[i].Slug;
            papers[slug] = Record(papers.GetValueOrDefault(slug), all[i], fingerprints[i], identities[i].Where(n => unique.Contains(n) && ledger.Find(n) is null), day);
        }

        foreach ((Paper paper, int document) in FeedHistory.Of(archive).Newly)
        {
            papers[paper.Slug] = papers[paper.Slug] with { ArchivedIn = document };
        }

        var dumps = new Dictionary<string, RecordedDump>(ledger.Dumps, StringComparer.Ordinal);
        foreach (Capture capture in captures.Where(c => !dumps.ContainsKey(c.Name)))
        {
            dumps.Add(capture.Name, new(capture.Name, capture.Date, default, ledger.IsLate(capture.Name, capture.Date)));
        }

        var urls = new Dictionary<SitePath, RecordedUrl>(ledger.Urls);
        foreach (SitePath path in addresses.Where(p => IsLasting(p) && !urls.ContainsKey(p)))
        {
            urls.Add(path, new(path, UrlState.Live, null, default));
        }

        var digests = new Dictionary<DateOnly, RecordedDigest>(ledger.Digests);
        foreach (Digest digest in archive.Digests)
        {
            digests[digest.Date] = Record(digests.GetValueOrDefault(digest.Date), digest, day);
        }

        return new(papers.Values, dumps.Values, urls.Values, digests.Values)
        {
            Authority = ledger.Authority ?? (authority is not null && papers.Count > 0 ? new(authority, default) : null),
        };
    }

    /// <summary>
    /// Whether an address needs a line of its own. A paper's page, its API file and the documents of the feed archive follow from its
    /// <c>paper</c> line; later pages of a list are windows that move as it grows; assets and the search index belong to the pages that use them.
    /// </summary>
    public static bool IsLasting(SitePath path)
    {
        string text = path.ToString();
        bool isImplied = (text.StartsWith("papers/", StringComparison.Ordinal) && (path.IsFolder || text.StartsWith("papers/archive/", StringComparison.Ordinal)))
            || text.StartsWith("api/papers/", StringComparison.Ordinal)
            || text.StartsWith("assets/", StringComparison.Ordinal) || text.StartsWith("search/", StringComparison.Ordinal) || text.Contains("/page/", StringComparison.Ordinal);
        return !isImplied || text is "papers/" or "assets/" or "search/";
    }

    /// <summary>A few words on what <paramref name="after"/> knows and <paramref name="before"/> does not; empty when they are one.</summary>
    public static string Difference(Ledger before, Ledger after)
    {
        IEnumerable<string> parts =
        [
            Count("dump", after.Dumps.Keys.Except(before.Dumps.Keys, StringComparer.Ordinal)),
            Count("paper", after.Papers.Keys.Except(before.Papers.Keys).Select(s => s.ToString())),
            Count("alias", after.Papers.Values.Where(p => before.Papers.TryGetValue(p.Slug, out RecordedPaper? old) && old.Aliases != p.Aliases).Select(p => p.Slug.ToString()), "aliases"),
            Count("changed entry", after.Papers.Values.Where(p => before.Papers.TryGetValue(p.Slug, out RecordedPaper? old) && old.Fingerprint != p.Fingerprint).Select(p => p.Slug.ToString()), "changed entries"),
            Count("digest", after.Digests.Keys.Except(before.Digests.Keys).Select(Routes.Iso)),
            Count("changed digest", after.Digests.Values.Where(d => before.Digests.TryGetValue(d.Date, out RecordedDigest? old) && old.Fingerprint != d.Fingerprint).Select(d => Routes.Iso(d.Date))),
            Count("feed authority", before.Authority is null && after.Authority is { } authority ? [authority.Text] : []),
            Count("document of the feed archive", Documents(after).Except(Documents(before), StringComparer.Ordinal), "documents of the feed archive"),
            Count("redirected address", Turned(before, after, UrlState.Redirect), "redirected addresses"),
            Count("retired address", Turned(before, after, UrlState.Retired), "retired addresses"),
            Count("address", after.Urls.Values.Where(u => u.State == UrlState.Live && !before.Urls.ContainsKey(u.Path)).Select(u => "/" + u.Path), "addresses"),
        ];
        return string.Join(", ", parts.Where(p => p.Length > 0));
    }

    /// <summary>The addresses that <paramref name="after"/> says something else of: they lead somewhere or are retired.</summary>
    public static IEnumerable<RecordedUrl> Turned(Ledger before, Ledger after) => after.Urls.Values
        .Where(u => u.State != UrlState.Live && !(before.Urls.TryGetValue(u.Path, out RecordedUrl? old) && (old.State, old.Target) == (u.State, u.Target)))
        .OrderBy(u => u.Path);

    private static IEnumerable<string> Turned(Ledger before, Ledger after, UrlState state) => Turned(before, after).Where(u => u.State == state).Select(u => "/" + u.Path);

    private static IEnumerable<string> Documents(Ledger ledger) =>
        ledger.Papers.Values.Select(p => p.ArchivedIn).OfType<int>().Distinct().Select(n => "/" + Routes.FeedArchive(n));

    private static IEnumerable<Identity> IdentitiesOf(Paper paper) =>
        paper.Appearances
            .Select(a => Identity.OfTitle(TitleKey.Of(a.Listing)))
            .Concat(paper.Arxiv is { } id ? [Identity.Of(id)] : [])
            .Append(paper.Identity)
            .Distinct();

    // Free identities are those that no other paper claims, in this build or on record.
    private static RecordedPaper Record(RecordedPaper? recorded, Paper paper, string fingerprint, IEnumerable<Identity> free, DateOnly day)
    {
        recorded ??= new(paper.Slug, paper.Identity, paper.FirstListed, paper.Changed, fingerprint, [], default);
        return recorded with
        {
            Aliases = recorded.Aliases.Concat(free.Where(i => i != recorded.First)).Distinct().Order().ToEquatableArray(),
            Changed = fingerprint == recorded.Fingerprint ? recorded.Changed : Later(recorded.Changed, day),
            Fingerprint = fingerprint,
        };
    }

    private static RecordedDigest Record(RecordedDigest? recorded, Digest digest, DateOnly day)
    {
        string fingerprint = Fingerprint.Of(digest);
        recorded ??= new(digest.Date, digest.Date, fingerprint, default);
        return fingerprint == recorded.Fingerprint ? recorded : recorded with { Changed = Later(recorded.Changed, day), Fingerprint = fingerprint };
    }

    // Recording as of an earlier day makes no change older than the one before it.
    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static string Count(string one, IEnumerable<string> names, string? many = null)
    {
        string[] all = [.. names.Order(StringComparer.Ordinal)];
        return all.Length == 0 ? "" : $"{all.Length} {(all.Length == 1 ? one : many ?? one + "s")} ({all[0]}{(all.Length > 1 ? ", …" : "")})";
    }
}
