using System.ComponentModel;

namespace DigestSite.Feeds.Api;

// What the static API says, a record a shape. The descriptions go into schemas/api/*.schema.json; what is unknown is null;
// what only some sources tell is left out where none did.

[Description("All digests.")]
internal sealed record DigestList
{
    [Description("The version of this format: it grows when a field changes its meaning or goes, not when one is added.")]
    public required int Version { get; init; }

    [Description("Newest first.")]
    public required IReadOnlyList<ListedDigest> Digests { get; init; }
}

[Description("A digest, as the list of all digests has it.")]
internal sealed record ListedDigest
{
    [Description("The date of its captures.")]
    public required DateOnly Date { get; init; }

    [Description("Whether the year of any of its captures is a lower bound from evidence, not a known one.")]
    public required bool DateIsInferred { get; init; }

    [Description("The absolute address of the digest's page.")]
    public required string Url { get; init; }

    [Description("The absolute address of the digest in this API.")]
    public required string ApiUrl { get; init; }

    [Description("How many papers it lists.")]
    public required int PapersCount { get; init; }

    [Description("The themes its papers are under, in the order of the list of themes.")]
    public required IReadOnlyList<ThemeCount> Themes { get; init; }
}

[Description("How many papers of a digest are under a theme.")]
internal sealed record ThemeCount
{
    [Description("The theme's id.")]
    public required string Theme { get; init; }

    [Description("The theme's title, plain text.")]
    public required string Title { get; init; }

    [Description("How many papers of the digest are under it.")]
    public required int PapersCount { get; init; }
}

[Description("One digest: the papers of one capture date.")]
internal sealed record DigestDocument
{
    [Description("The version of this format: it grows when a field changes its meaning or goes, not when one is added.")]
    public required int Version { get; init; }

    [Description("The date of its captures.")]
    public required DateOnly Date { get; init; }

    [Description("Whether the year of any of its captures is a lower bound from evidence, not a known one.")]
    public required bool DateIsInferred { get; init; }

    [Description("The absolute address of the digest's page.")]
    public required string Url { get; init; }

    [Description("The names of the captured files it was made from.")]
    public required IReadOnlyList<string> Captures { get; init; }

    [Description("Its papers by theme, in the order of the list of themes.")]
    public required IReadOnlyList<ThemePapers> Themes { get; init; }
}

[Description("The papers of a digest under one theme.")]
internal sealed record ThemePapers
{
    [Description("The theme's id.")]
    public required string Theme { get; init; }

    [Description("The theme's title, plain text.")]
    public required string Title { get; init; }

    [Description("The papers' ids, in the order of the listing.")]
    public required IReadOnlyList<string> Papers { get; init; }
}

[Description("All themes and all tags.")]
internal sealed record ThemeList
{
    [Description("The version of this format: it grows when a field changes its meaning or goes, not when one is added.")]
    public required int Version { get; init; }

    [Description("Every theme, also those without papers, in the editors' order; `other` comes last.")]
    public required IReadOnlyList<ListedTheme> Themes { get; init; }

    [Description("Every tag, also those that no paper carries, in the editors' order.")]
    public required IReadOnlyList<ListedTag> Tags { get; init; }
}

[Description("A theme: the one group a paper is shown under.")]
internal sealed record ListedTheme
{
    [Description("Its permanent name in URLs.")]
    public required string Id { get; init; }

    [Description("Plain text.")]
    public required string Title { get; init; }

    [Description("Plain text.")]
    public required string Description { get; init; }

    [Description("The absolute address of the theme's page.")]
    public required string Url { get; init; }

    [Description("The absolute address of its RSS feed.")]
    public required string FeedUrl { get; init; }

    [Description("How many papers are under it.")]
    public required int PapersCount { get; init; }
}

[Description("A tag: a paper may carry any number.")]
internal sealed record ListedTag
{
    [Description("Its permanent name in URLs.")]
    public required string Id { get; init; }

    [Description("Plain text.")]
    public required string Title { get; init; }

    [Description("Plain text.")]
    public required string Description { get; init; }

    [Description("The absolute address of the tag's page.")]
    public required string Url { get; init; }

    [Description("How many papers carry it.")]
    public required int PapersCount { get; init; }
}
