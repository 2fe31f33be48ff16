using DigestSite.Papers.Permanence;

namespace DigestSite.Papers.Merging;

/// <summary>The listings that share a title, by which the ledger or an editor may know several.</summary>
internal sealed class TitleGroup(Identity title, Slug? slug, IEnumerable<Appearance> appearances)
{
    /// <summary>The title they share, or the first by order of those that are known to be one.</summary>
    public Identity Title => title;

    /// <summary>The slug it has or will have; null when an older title has taken it.</summary>
    public Slug? Slug => slug;

    public List<Appearance> Appearances { get; } = [.. appearances];

    /// <summary>Ids that an editor called another name of this work: they yield to its own.</summary>
    public HashSet<ArxivId> OtherIds { get; } = [];

    public IEnumerable<ArxivId> PrintedIds => Appearances.Select(a => a.Listing.Arxiv).OfType<ArxivId>();
}

/// <summary>Puts listings together by what they are called.</summary>
/// <param name="aliases">What editors call one work.</param>
internal sealed class TitleGroups(Ledger ledger, IReadOnlyList<Alias> aliases, Func<Slug, ArxivId?> curated)
{
    /// <summary>The groups, oldest first; each listing is in one.</summary>
    public IReadOnlyList<TitleGroup> Of(IEnumerable<Capture> captures)
    {
        var claimed = new HashSet<Slug>(ledger.Papers.Keys);
        List<TitleGroup> groups =
        [
            .. captures
                .SelectMany(c => c.Dump.Listings.Select(l => new Appearance(c, l)))
                .Order(Work.NewestFirst)
                .GroupBy(a => TitleOf(a.Listing))
                .OrderByDescending(t => t.Last(), Work.NewestFirst)
                .Select(t => new TitleGroup(t.Key, SlugOf(t.Key, t.First(), claimed), t)),
        ];
        foreach (Alias alias in aliases)
        {
            Join(alias, groups);
        }

        return groups;
    }

    // Titles that the ledger knows as one paper are one title.
    private Identity TitleOf(Listing listing)
    {
        var title = Identity.OfTitle(TitleKey.Of(listing));
        return ledger.Find(title) is { } recorded ? FirstTitle(recorded) ?? title : title;
    }

    private static Identity? FirstTitle(RecordedPaper recorded) =>
        recorded.Identities.Where(i => !i.IsArxiv).Order().Cast<Identity?>().FirstOrDefault();

    // Of several new titles with one slug, the oldest will have it.
    private Slug? SlugOf(Identity title, Appearance newest, HashSet<Slug> claimed)
    {
        if (ledger.Find(title) is { } recorded)
        {
            return recorded.Slug;
        }

        var slug = Slug.FromTitle(newest.Listing.Title);
        return claimed.Add(slug) ? slug : null;
    }

    private void Join(Alias alias, List<TitleGroup> groups)
    {
        TitleGroup? own = groups.Find(g => alias.OfSlug is { } slug ? g.Slug == slug : IdsOf(g).Contains(alias.OfArxiv));
        if (own is null)
        {
            return;
        }

        foreach (TitleGroup other in groups.Where(g => g != own && IsCalled(g, alias)).ToList())
        {
            own.Appearances.AddRange(other.Appearances);
            own.OtherIds.UnionWith(IdsOf(other).OfType<ArxivId>());
            groups.Remove(other);
        }
    }

    private bool IsCalled(TitleGroup group, Alias alias) =>
        alias.Slug is { } slug ? group.Slug == slug
        : alias.Identity is not { } identity ? false
        : identity.Arxiv is { } id ? IdsOf(group).Contains(id)
        : group.Title == identity || (ledger.Find(identity) is { } recorded && FirstTitle(recorded) == group.Title);

    private IEnumerable<ArxivId?> IdsOf(TitleGroup group) =>
        group.PrintedIds
            .Append(group.Slug is { } slug ? curated(slug) : null)
            .Concat(ledger.Find(group.Title)?.Identities.Select(i => i.Arxiv) ?? [])
            .Where(id => id is not null);
}
