using System.IO.Enumeration;
using DigestSite.Diagnostics;
using DigestSite.Papers;
using DigestSite.Templates;

namespace DigestSite;

/// <summary>What site.yml says.</summary>
internal sealed record SiteSettings
{
    /// <summary>The feed authority of the sample site: nobody's own, so it is never recorded.</summary>
    public const string SampleAuthority = "owner.github.io,2025";

    public required string Title { get; init; }

    /// <summary>A few words beside the title.</summary>
    public string Tagline { get; init; } = "";

    /// <summary>One or two sentences: what a search engine or a feed reader shows.</summary>
    public required string Description { get; init; }

    public required BaseUrl BaseUrl { get; init; }

    /// <summary>The language of the site's own words, as BCP 47 has it.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The tagging entity of every feed id (RFC 4151: <c>owner.github.io,2025</c>); fixed once, whatever the host becomes.</summary>
    public required string FeedAuthority { get; init; }

    /// <summary>Where site.yml says it.</summary>
    public SourceSpan FeedAuthoritySpan { get; init; }

    /// <summary>How many entries a feed holds at most.</summary>
    public int FeedLimit { get; init; } = 50;

    /// <summary>Where readers report a fault or ask for a takedown; null when site.yml has none.</summary>
    public string? Contact { get; init; }

    /// <summary>What the digest by mail is sent with; null when site.yml does not say.</summary>
    public MailSettings? Mail { get; init; }

    /// <summary>What finds papers on the search page.</summary>
    public SearchChoice Search { get; init; } = new(SearchEngine.MiniSearch, default);

    /// <summary>Addresses of other sites that no check judges.</summary>
    public EquatableArray<AddressPattern> UnjudgedLinks { get; init; }

    /// <summary>Where there are any, no other address is asked over the network.</summary>
    public EquatableArray<AddressPattern> AskedLinks { get; init; }

    /// <summary>The links of the header, in order.</summary>
    public EquatableArray<NavigationLink> Navigation { get; init; }
}

/// <summary>Addresses that begin alike, or one: a <c>*</c> stands for anything.</summary>
internal sealed record AddressPattern(string Text, SourceSpan Span)
{
    /// <summary>Whether it means this address, compared as both are written.</summary>
    public bool Matches(string url) => FileSystemName.MatchesSimpleExpression(Text, url, ignoreCase: false);
}

/// <summary>What finds papers on the search page.</summary>
internal enum SearchEngine
{
    /// <summary>Carried by the program; its index is part of the build.</summary>
    MiniSearch,

    /// <summary>A program of its own, run by the build, for sites of tens of thousands of papers.</summary>
    Pagefind,
}

/// <summary>The engine that site.yml names, and where it does.</summary>
internal sealed record SearchChoice(SearchEngine Engine, SourceSpan Span);

internal sealed record NavigationLink(string Title, SitePath Path);

/// <summary>A page of content/pages: its Markdown is the editors' own, so it may hold links but no raw HTML.</summary>
internal sealed record FreePage(Slug Slug, string Title, string Description, string Markdown, SourceText Source);

/// <summary>Everything that pages and feeds are made from.</summary>
/// <param name="Generator">Name and version of the program: <c>DigestSite 0.1.0</c>.</param>
internal sealed record SiteModel(SiteSettings Settings, Archive Archive, EquatableArray<FreePage> Pages, string Generator)
{
    public EditorsTexts Texts { get; init; } = new();

    /// <summary>What feed entries are made with; null for the built-in ones.</summary>
    public TemplateSet? Templates { get; init; }

    /// <summary>The papers that each is like, best first; a paper without any is left out.</summary>
    public IReadOnlyDictionary<Slug, EquatableArray<RelatedPaper>> Related => Relations.Value;

    /// <summary>Where <see cref="Related"/> comes from: nothing is compared before somebody asks.</summary>
    public Lazy<IReadOnlyDictionary<Slug, EquatableArray<RelatedPaper>>> Relations { get; init; } = new(new Dictionary<Slug, EquatableArray<RelatedPaper>>());

    public EquatableArray<RelatedPaper> RelatedTo(Slug paper) => Related.GetValueOrDefault(paper);

    /// <summary>Whether Pagefind makes the index; it makes none of nothing.</summary>
    public bool UsesPagefind => Settings.Search.Engine == SearchEngine.Pagefind && Archive.Papers.Count > 0;

    /// <summary>The papers' own words, as readers see them.</summary>
    public ReadablePapers Readable { get; } = new();
}

/// <summary>The editors' files whose words stand on pages: where a link of theirs is wrong, they are what to correct.</summary>
internal sealed record EditorsTexts
{
    /// <summary>site.yml, whose links stand on every page.</summary>
    public IReadOnlyList<SourceText> Site { get; init; } = [];

    /// <summary>papers.yml, if there is one.</summary>
    public IReadOnlyList<SourceText> Papers { get; init; } = [];

    public IReadOnlyDictionary<DateOnly, SourceText> Notes { get; init; } = new Dictionary<DateOnly, SourceText>();

    public IReadOnlyList<SourceText> OfNote(DateOnly date) => Notes.TryGetValue(date, out SourceText? note) ? [note] : [];
}
