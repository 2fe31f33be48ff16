using DigestSite.Curation.Yaml;
using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Curation;

/// <summary>What papers.yml says of one paper; it wins over what the listings and the phrases say.</summary>
internal sealed record PaperOverride
{
    public required PaperKey Key { get; init; }

    /// <summary>Where <see cref="Key"/> stands.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>The arXiv id given to a paper that is named by its slug.</summary>
    public Located<ArxivId>? Given { get; init; }

    /// <summary>The title in place of the listings' one; the paper keeps its slug.</summary>
    public Located<string>? Title { get; init; }

    public Located<Theme>? Theme { get; init; }

    public EquatableArray<Located<Tag>> TagsAdd { get; init; }

    public EquatableArray<Located<Tag>> TagsRemove { get; init; }

    /// <summary>Markdown.</summary>
    public Located<string>? Note { get; init; }

    public bool IsPinned { get; init; }

    /// <summary>Why the paper is taken down; null for a paper that is shown.</summary>
    public string? HiddenBecause { get; init; }

    /// <summary>What else the same work is listed as.</summary>
    public EquatableArray<Located<PaperAlias>> Aliases { get; init; }

    public EquatableArray<LabelledLink> Links { get; init; }

    /// <summary>The arXiv id it is named by or given.</summary>
    public ArxivId? Arxiv => Key.Arxiv ?? Given?.Value;

    /// <summary>Whether nothing is said but the name.</summary>
    public bool IsEmpty => this == new PaperOverride { Key = Key, Span = Span };
}

/// <summary>All of papers.yml, to be asked for one paper.</summary>
internal sealed class PaperOverrides
{
    private readonly Dictionary<Slug, PaperOverride> _bySlug = [];
    private readonly Dictionary<ArxivId, PaperOverride> _byArxiv = [];

    /// <summary>Takes the entries of the file, no two of one slug.</summary>
    public PaperOverrides(EquatableArray<PaperOverride> all)
    {
        All = all;
        foreach (PaperOverride o in all)
        {
            if (o.Key.Slug is { } slug)
            {
                _bySlug.Add(slug, o);
            }

            if (o.Arxiv is { } arxiv)
            {
                _byArxiv.TryAdd(arxiv, o);
            }
        }
    }

    /// <summary>In the order of the file.</summary>
    public EquatableArray<PaperOverride> All { get; }

    /// <summary>What is said of the paper with this slug or, failing that, this arXiv id; null when nothing is.</summary>
    public PaperOverride? For(Slug slug, ArxivId? arxiv) =>
        _bySlug.GetValueOrDefault(slug) ?? (arxiv is null ? null : _byArxiv.GetValueOrDefault(arxiv));
}
