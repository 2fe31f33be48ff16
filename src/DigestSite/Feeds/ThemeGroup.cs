using DigestSite.Papers;

namespace DigestSite.Feeds;

/// <summary>The papers of one digest under one theme, in the order of the digest.</summary>
internal sealed record ThemeGroup(Theme Theme, EquatableArray<Paper> Papers)
{
    /// <summary>The groups of a digest that have papers, in the order of themes.yml.</summary>
    public static EquatableArray<ThemeGroup> Of(Digest digest) =>
        digest.Papers
            .GroupBy(p => p.Theme.Id, StringComparer.Ordinal)
            .Select(g => new ThemeGroup(g.First().Theme, g.ToEquatableArray()))
            .OrderBy(g => g.Theme.Order)
            .ThenBy(g => g.Theme.Id, StringComparer.Ordinal)
            .ToEquatableArray();
}
