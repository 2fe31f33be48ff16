using DigestSite.Curation.Yaml;
using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Curation;

/// <summary>What themes.yml says.</summary>
internal sealed record ThemeRules
{
    /// <summary>A paper whose best score is lower goes to <see cref="Other"/>; at least 1.</summary>
    public required int Threshold { get; init; }

    /// <summary>In the order of the file, without <see cref="Other"/>.</summary>
    public required EquatableArray<ThemeRule> Rules { get; init; }

    public Theme Other => new(Theme.OtherId, "Other", "Papers that no theme claims yet.", Rules.Count);

    /// <summary>Every theme in the order of the file, <see cref="Other"/> last.</summary>
    public IEnumerable<Theme> All => Rules.Select(r => r.Theme).Append(Other);
}

/// <summary>One theme and the phrases that speak for and against it.</summary>
internal sealed record ThemeRule(Theme Theme, EquatableArray<WeightedPhrase> Match, EquatableArray<Phrase> Exclude, SourceSpan Span);

/// <summary>A phrase with the points it gives: once for the title, and for each of the first three times in the abstract.</summary>
internal sealed record WeightedPhrase(Phrase Phrase, int TitlePoints, int AbstractPoints)
{
    public const int DefaultTitlePoints = 4;
    public const int DefaultAbstractPoints = 1;

    /// <summary>A long abstract that repeats one word must not outweigh everything else.</summary>
    public const int CountedInAbstract = 3;
}

/// <summary>What tags.yml says, in the order of the file.</summary>
internal sealed record TagRules(EquatableArray<TagRule> Rules)
{
    private readonly Dictionary<string, TagRule> _byId = Rules.DistinctBy(r => r.Tag.Id).ToDictionary(r => r.Tag.Id, StringComparer.Ordinal);

    /// <summary>These tags and all that they imply, in the order of the file.</summary>
    /// <param name="removed">Tags that are left out, with what they alone imply.</param>
    public EquatableArray<Tag> WithImplied(IEnumerable<Tag> tags, params IReadOnlyCollection<Tag> removed)
    {
        var all = new HashSet<Tag>();
        var open = new Stack<Tag>(tags);
        while (open.TryPop(out Tag? tag))
        {
            if (!removed.Contains(tag) && all.Add(tag))
            {
                foreach (Located<string> implied in _byId[tag.Id].Implies)
                {
                    open.Push(_byId[implied.Value].Tag);
                }
            }
        }

        return all.OrderBy(t => t.Order).ToEquatableArray();
    }
}

/// <summary>One tag, the phrases of which any assigns it, and the ids of tags that come with it.</summary>
internal sealed record TagRule(Tag Tag, EquatableArray<Phrase> Match, EquatableArray<Located<string>> Implies, SourceSpan Span);
