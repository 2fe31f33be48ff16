using DigestSite.Templates;

namespace DigestSite.Pages;

/// <summary>A paper in a list.</summary>
/// <param name="Theme">Null where the list is of one theme.</param>
/// <param name="Byline">The organization or how many authors; null when neither is known.</param>
/// <param name="AlsoListed">Other digests that list it.</param>
/// <param name="Activity">Comments, upvotes and stars; null when no listing counts them.</param>
/// <param name="Arxiv">Null when its arXiv id is not known.</param>
/// <param name="Lead">The first lines of the abstract; null when none was captured.</param>
/// <param name="Abstract">The whole abstract where the list shows it and the lead is not all of it; null otherwise.</param>
/// <param name="IsPinned">Whether the editors put it first.</param>
/// <param name="FirstListed">The digest that lists are ordered by; null within a digest, which says it itself.</param>
internal sealed record PaperCard(
    string Title,
    string Href,
    LinkPart? Theme,
    string? Byline,
    DateText? Published,
    DigestLink? FirstListed,
    LinkPart[] AlsoListed,
    ActivityPart? Activity,
    ArxivPart? Arxiv,
    string? Lead,
    Html? Abstract,
    bool IsPinned)
{
    /// <summary>Whether the digest it stands in is the first to list it; never where that is so of all its papers.</summary>
    public bool IsNew { get; init; }

    /// <summary>Whether anything stands between the title and the abstract.</summary>
    public bool HasFacts => IsPinned || IsNew || Theme is not null || Byline is not null || Published is not null || FirstListed is not null || Activity is not null || Arxiv is not null || AlsoListed.Length > 0;
}

/// <summary>A paper's own page.</summary>
/// <param name="Abstract">As readers should see it: formulas are set. Null when no source has one.</param>
/// <param name="Captured">What was captured, where that is anything else: of a long abstract the sentences that differ. Null otherwise.</param>
/// <param name="AbstractSource">Where the abstract comes from; null where the one listing says it.</param>
/// <param name="Note">What the editors say of it; null when nothing.</param>
/// <param name="ExtraLinks">Links that the editors added.</param>
/// <param name="Authors">Who wrote it, or how many; null when neither is known.</param>
/// <param name="Activity">Comments, upvotes and stars; null when no listing counts them.</param>
/// <param name="Code">The repository of its code.</param>
/// <param name="Facts">What else is known of it: categories, keywords, where it was published.</param>
/// <param name="Searches">Searches by title, for a paper whose arXiv id is not known.</param>
/// <param name="Links">What the abstract links to.</param>
/// <param name="Citation">For BibTeX.</param>
/// <param name="HasInferredDate">Whether any date on the page has an inferred year.</param>
internal sealed record PaperPage(
    SitePart Site,
    PagePart Page,
    string Title,
    Html? Abstract,
    CapturedPart? Captured,
    string? AbstractSource,
    Html? Note,
    LinkPart Theme,
    LinkPart[] Tags,
    LinkPart? Organization,
    AuthorsPart? Authors,
    DateText? Published,
    ActivityPart? Activity,
    ArxivPart? Arxiv,
    LinkPart? Code,
    LinkPart? ProjectPage,
    FactPart[] Facts,
    LinkPart[] Searches,
    LinkPart[] ExtraLinks,
    LinkPart[] Links,
    PlaceListed[] Listings,
    string Citation,
    bool HasInferredDate) : PageModel(Site, Page)
{
    /// <summary>Papers that are like it, best first.</summary>
    public RelatedPart[] Related { get; init; } = [];

    /// <summary>Whether it has any address to go to at once.</summary>
    public bool HasActions => Arxiv is not null || Code is not null || ProjectPage is not null || Searches.Length > 0;
}

/// <summary>A paper that is like another.</summary>
/// <param name="Shares">What both speak of: <c>domain shift, few-shot</c>.</param>
internal sealed record RelatedPart(string Title, string Href, string Shares);

/// <summary>Who wrote a paper.</summary>
/// <param name="Text">The names, the first of many, or only how many there are.</param>
/// <param name="All">The names after those of <paramref name="Text"/>, where it has the first alone; null otherwise.</param>
/// <param name="Count">Such as <c>196 authors</c>, or how many more there are than <paramref name="Text"/> has.</param>
internal sealed record AuthorsPart(string Text, string? All, string Count);

/// <summary>A fact with its name: <c>Journal</c>, <c>Nature 1 (2025)</c>.</summary>
/// <param name="Href">Where it leads; null when nowhere.</param>
internal sealed record FactPart(string Name, string Value, string? Href);

/// <summary>How much a paper was talked about when it was last captured: <c>3 comments and 12 upvotes</c>.</summary>
internal sealed record ActivityPart(string Counts, DateText AsOf);

internal sealed record ArxivPart(string Id, string AbstractHref, string PdfHref);

/// <summary>A place where a paper was listed: the digest, and the line of the dump.</summary>
internal sealed record PlaceListed(DateText Date, string Href, string Dump, int Line);
