using DigestSite.Diagnostics;
using DigestSite.Papers.Merging;

namespace DigestSite.Papers;

/// <summary>All listings of one work, merged, under the editors' curation.</summary>
internal sealed record Paper
{
    public required Slug Slug { get; init; }

    /// <summary>The identity it was first published under; feed ids are made of it and it never changes.</summary>
    public required Identity Identity { get; init; }

    public required string Title { get; init; }

    /// <summary>As captured, white space folded; null when no source has one.</summary>
    public string? Abstract { get; init; }

    /// <summary>Where the abstract comes from and why it is this one.</summary>
    public AbstractChoice? AbstractChoice { get; init; }

    public ArxivId? Arxiv { get; init; }

    public DateOnly? Published { get; init; }

    /// <summary>Names, in order; empty where only their number is known.</summary>
    public EquatableArray<string> Authors { get; init; }

    public int? AuthorCount { get; init; }

    public Organization? Organization { get; init; }

    public int? Comments { get; init; }

    public int? Upvotes { get; init; }

    public CodeRepository? Code { get; init; }

    public Uri? ProjectPage { get; init; }

    public EquatableArray<string> Keywords { get; init; }

    public ArxivDetails? Details { get; init; }

    /// <summary>What files that make no digest say of it, the best first.</summary>
    public EquatableArray<MetadataEntry> Metadata { get; init; }

    public required Theme Theme { get; init; }

    /// <summary>Whether an editor set the theme, whatever the phrases say.</summary>
    public bool IsThemeGiven { get; init; }

    /// <summary>The score of every theme that any phrase gave points to, best first.</summary>
    public EquatableArray<ThemeScore> Scores { get; init; }

    public EquatableArray<Tag> Tags { get; init; }

    /// <summary>Where it was listed, newest capture first.</summary>
    public required EquatableArray<Appearance> Appearances { get; init; }

    /// <summary>When its feed entry last changed, by the ledger; the first capture until recorded. Never later than the site is built as of.</summary>
    public required DateOnly Changed { get; init; }

    /// <summary>The addresses found in the abstract, in order, each once.</summary>
    public EquatableArray<string> Links { get; init; }

    /// <summary>What an editor says of it, in Markdown; null when nothing is said.</summary>
    public string? Note { get; init; }

    /// <summary>Links that an editor added.</summary>
    public EquatableArray<LabelledLink> ExtraLinks { get; init; }

    /// <summary>Whether it stands first in the lists that show it.</summary>
    public bool IsPinned { get; init; }

    /// <summary>The capture it was first published with; feed entries carry this date, so an older dump added later moves none.</summary>
    public required DateOnly FirstListed { get; init; }

    /// <summary>Whether it was first listed by captures that came late: feeds leave it out.</summary>
    public bool IsLate { get; init; }

    /// <summary>The document of the feed archive that holds it, by the ledger; null until it is recorded in one.</summary>
    public int? ArchivedIn { get; init; }

    /// <summary>The capture it was last listed in.</summary>
    public DateOnly LastListed => Appearances[0].Capture.Date;
}

/// <summary>An address outside the site and the words of the link.</summary>
internal sealed record LabelledLink(string Title, Uri Url);

/// <summary>A paper taken down: its address says so and nothing else of the site names it.</summary>
/// <param name="Paper">What is withheld; the ledger still knows it.</param>
/// <param name="Reason">Why, in words for readers.</param>
internal sealed record HiddenPaper(Paper Paper, string Reason);

/// <summary>A recorded paper that an editor merged into another: its address leads there.</summary>
internal sealed record MovedPaper(Slug From, Slug To, SourceSpan Span);

/// <summary>A paper's place in one capture.</summary>
internal sealed record Appearance(Capture Capture, Listing Listing);

/// <summary>The group a paper is shown under. <see cref="Order"/> is its place in themes.yml; <c>other</c> comes last.</summary>
internal sealed record Theme(string Id, string Title, string Description, int Order)
{
    public const string OtherId = "other";
}

/// <summary>A curated mark that any number of papers may carry.</summary>
internal sealed record Tag(string Id, string Title, string Description, int Order);

/// <summary>What a theme's phrases gave a paper, and which phrases did.</summary>
internal sealed record ThemeScore(Theme Theme, int Score, EquatableArray<PhraseHit> Hits, string? ExcludedBy);

/// <summary>One phrase that matched.</summary>
/// <param name="Phrase">As themes.yml has it.</param>
/// <param name="InTitle">Whether the title has it.</param>
/// <param name="InAbstract">How often the abstract has it.</param>
/// <param name="Points">What it added to the score.</param>
internal sealed record PhraseHit(string Phrase, bool InTitle, int InAbstract, int Points);

/// <summary>The papers of one capture date, in the order of the page; several captures of one day are one digest.</summary>
internal sealed record Digest
{
    public required DateOnly Date { get; init; }

    /// <summary>Whether the year of any of its captures is inferred.</summary>
    public required bool IsInferred { get; init; }

    public required EquatableArray<Capture> Captures { get; init; }

    /// <summary>Whether all its captures came when much newer ones were already published: feeds leave it out.</summary>
    public bool IsLate { get; init; }

    public required EquatableArray<Paper> Papers { get; init; }

    /// <summary>When its feed entry last changed, by the ledger; its own date until recorded. Never later than the site is built as of.</summary>
    public DateOnly Changed
    {
        get => _changed ?? Date;
        init => _changed = value;
    }

    private readonly DateOnly? _changed;

    /// <summary>The editors' words on it; null when there are none.</summary>
    public DigestNote? Note { get; init; }

    /// <summary>What dumps.yml says of the pages that were captured, in the order of <see cref="Captures"/>.</summary>
    public EquatableArray<CaptureOrigin> Origins { get; init; }
}

/// <summary>The editors' words on one digest.</summary>
/// <param name="Markdown">The introduction; may be empty.</param>
internal sealed record DigestNote(string Markdown, EquatableArray<Pick> Picks)
{
    /// <summary>Whether it is shown before its day, to editors alone: it is no part of what is published.</summary>
    public bool IsPreview { get; init; }
}

/// <summary>A paper that the editors point out, and why in a sentence.</summary>
internal sealed record Pick(Paper Paper, string Sentence);

/// <summary>The page that was captured, as far as editors know; at least one is not null.</summary>
/// <param name="Title">What the page is called.</param>
/// <param name="Query">What was searched for on it.</param>
internal sealed record CaptureOrigin(string? Title, string? Query, Uri? Url);

/// <summary>All of it, immutable: the root of the model.</summary>
internal sealed record Archive
{
    /// <summary>Newest first.</summary>
    public required EquatableArray<Digest> Digests { get; init; }

    /// <summary>Newest <see cref="Paper.FirstListed"/> first, then by place on that page, then by slug.</summary>
    public required EquatableArray<Paper> Papers { get; init; }

    /// <summary>Papers that were taken down, by slug.</summary>
    public EquatableArray<HiddenPaper> Hidden { get; init; }

    /// <summary>Recorded papers that were merged into others, by their old slug.</summary>
    public EquatableArray<MovedPaper> Moved { get; init; }

    /// <summary>In the order of themes.yml, <c>other</c> last; those without papers too.</summary>
    public required EquatableArray<Theme> Themes { get; init; }

    /// <summary>In the order of tags.yml; those without papers too.</summary>
    public required EquatableArray<Tag> Tags { get; init; }

    /// <summary>How many documents of the feed archive are recorded.</summary>
    public int ArchivedDocuments { get; init; }

    /// <summary>How many entries a feed holds at most.</summary>
    public int FeedLimit { get; init; } = 50;

    /// <summary>What the site was built as of: no date on it is later.</summary>
    public required DateOnly AsOf { get; init; }
}
