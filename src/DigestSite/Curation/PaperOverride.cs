using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Curation;

/// <summary>What papers.yml says of one paper; it wins over what the phrases say.</summary>
internal sealed record PaperOverride
{
    /// <summary>A slug or an arXiv id, as the editor wrote it.</summary>
    public required string Key { get; init; }

    /// <summary>Where <see cref="Key"/> stands.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>The key, where that is a slug.</summary>
    public Slug? Slug { get; init; }

    /// <summary>The key, where that is an arXiv id; otherwise the one given to the paper.</summary>
    public ArxivId? Arxiv { get; init; }

    public Theme? Theme { get; init; }

    public EquatableArray<Tag> TagsAdd { get; init; }

    public EquatableArray<Tag> TagsRemove { get; init; }

    /// <summary>The tags that stand after adding and removing, in the order of tags.yml.</summary>
    public EquatableArray<Tag> TagsOver(EquatableArray<Tag> assigned) =>
        assigned.Union(TagsAdd).Except(TagsRemove).OrderBy(t => t.Order).ToEquatableArray();
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
            if (o.Slug is { } slug)
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
