namespace DigestSite.Pages;

/// <summary>The search page: a form for its script and, for whoever reads without, the newest papers by theme.</summary>
/// <param name="Href">The page's own address, where the form leads.</param>
/// <param name="IndexHref">What the script loads first: the index, or the script of the program that made it.</param>
/// <param name="IsPagefind">Whether Pagefind made the index.</param>
/// <param name="Papers">How many papers can be found.</param>
/// <param name="Searched">What of a paper is searched, as far as some paper has it: <c>title, arXiv id and abstract</c>.</param>
/// <param name="Years">Newest first: of publication, or of the first listing where that is not known.</param>
/// <param name="HasCode">Whether any paper leads to code.</param>
/// <param name="Groups">The themes that have papers.</param>
internal sealed record SearchPage(
    SitePart Site,
    PagePart Page,
    string Href,
    string IndexHref,
    bool IsPagefind,
    string Papers,
    string Searched,
    SearchOption[] Themes,
    SearchOption[] Tags,
    SearchOption[] Years,
    bool HasCode,
    SearchGroup[] Groups) : PageModel(Site, Page);

/// <summary>What a filter can be set to.</summary>
/// <param name="Value">As addresses have it.</param>
/// <param name="Title">As readers see it.</param>
internal sealed record SearchOption(string Value, string Title);

/// <summary>A theme on the search page.</summary>
/// <param name="Newest">Its newest papers, a few.</param>
internal sealed record SearchGroup(string Title, string Href, int Count, LinkPart[] Newest);
