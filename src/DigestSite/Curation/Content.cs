using DigestSite.Papers;
using DigestSite.Papers.Merging;

namespace DigestSite.Curation;

/// <summary>What the editors wrote, read and found right.</summary>
internal sealed record Content
{
    public required SiteSettings Settings { get; init; }

    public required ThemeRules Themes { get; init; }

    public required TagRules Tags { get; init; }

    public required PaperOverrides Papers { get; init; }

    /// <summary>In the order of dumps.yml, each file name once.</summary>
    public required EquatableArray<DumpSettings> Dumps { get; init; }

    /// <summary>What is collected; null where nothing says so.</summary>
    public Sources? Sources { get; init; }

    /// <summary>By date.</summary>
    public required EquatableArray<NoteSource> Notes { get; init; }

    /// <summary>By file name.</summary>
    public required EquatableArray<FreePage> Pages { get; init; }

    /// <summary>The arXiv id that papers.yml gives the paper of this slug, or null.</summary>
    public ArxivId? ArxivOf(Slug slug) => Papers.For(slug, null)?.Arxiv;

    /// <summary>What papers.yml calls other names of one work.</summary>
    public IReadOnlyList<Alias> Aliases() =>
    [
        .. from o in Papers.All
           from alias in o.Aliases
           select alias.Value.Of(o.Key),
    ];
}
