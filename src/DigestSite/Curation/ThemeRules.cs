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
internal sealed record TagRules(EquatableArray<TagRule> Rules);

/// <summary>One tag and the phrases of which any assigns it.</summary>
internal sealed record TagRule(Tag Tag, EquatableArray<Phrase> Match, SourceSpan Span);
