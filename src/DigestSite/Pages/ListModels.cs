using DigestSite.Templates;

namespace DigestSite.Pages;

/// <summary>The latest digest and the way in.</summary>
/// <param name="Heading">What the site is, in a few words.</param>
/// <param name="Latest">The newest digest; null while there is none.</param>
/// <param name="Earlier">Those before it, newest first, not all.</param>
internal sealed record HomePage(
    SitePart Site,
    PagePart Page,
    string Heading,
    DigestPart? Latest,
    DigestRow[] Earlier,
    ThemeRow[] Themes,
    string Papers,
    string DigestsHref,
    string ThemesHref,
    bool HasInferredDate) : PageModel(Site, Page);

/// <summary>The papers of a digest by theme.</summary>
/// <param name="Intro">The editors' introduction; null when there is none.</param>
/// <param name="Picks">Papers that the editors point out.</param>
/// <param name="News">How many of the papers no earlier digest lists: <c>17 new</c>; null when all are.</param>
internal sealed record DigestPart(DateText Date, string Href, string Papers, string? News, Html? Intro, PickPart[] Picks, ThemeGroup[] Groups);

/// <summary>A paper that the editors point out, and why.</summary>
internal sealed record PickPart(string Title, string Href, string Sentence);

/// <summary>The page that was captured.</summary>
/// <param name="Title">What it is called, or its host.</param>
/// <param name="Href">Where it was; null when that is not known.</param>
/// <param name="Query">What was searched for on it; null when that is not known.</param>
internal sealed record OriginPart(string Title, string? Href, string? Query);

/// <summary>The papers of one theme within a digest.</summary>
/// <param name="Anchor">The group's id on the page.</param>
internal sealed record ThemeGroup(string Title, string Href, string Anchor, int Count, PaperCard[] Cards);

/// <summary>A digest, in a word.</summary>
internal sealed record DigestLink(DateText Date, string Href);

/// <summary>A digest in a list.</summary>
/// <param name="Themes">Its largest themes, named.</param>
internal sealed record DigestRow(DateText Date, string Href, string Papers, string Themes);

internal sealed record DigestsPage(SitePart Site, PagePart Page, string Digests, YearGroup[] Years, bool HasInferredDate) : PageModel(Site, Page);

internal sealed record YearGroup(string Year, MonthCell[] Months, DigestRow[] Digests);

/// <summary>One digest, with the ways to its neighbours.</summary>
/// <param name="Origins">The pages that were captured, as far as they are known.</param>
/// <param name="Previous">The digest before this one; null at the first.</param>
/// <param name="Next">The digest after this one; null at the latest.</param>
internal sealed record DigestPage(
    SitePart Site,
    PagePart Page,
    LinkPart Week,
    LinkPart Month,
    string CitationsHref,
    DigestPart Digest,
    OriginPart[] Origins,
    DigestRow? Previous,
    DigestRow? Next) : PageModel(Site, Page);

/// <summary>Every organization with papers.</summary>
internal sealed record OrganizationsPage(SitePart Site, PagePart Page, string Count, ThemeRow[] Organizations) : PageModel(Site, Page);

/// <summary>A theme, tag or organization in a list.</summary>
internal sealed record ThemeRow(string Title, string Href, string Description, int Count);

internal sealed record ThemesPage(SitePart Site, PagePart Page, ThemeRow[] Themes, ThemeRow[] Tags) : PageModel(Site, Page);

/// <summary>One page of the papers of a theme, tag or organization.</summary>
/// <param name="FeedHref">Its feed; null when it has none.</param>
/// <param name="CitationsHref">All its papers for BibTeX; null when it has none.</param>
/// <param name="Pager">Null when one page holds all.</param>
internal sealed record PaperListPage(
    SitePart Site,
    PagePart Page,
    string Title,
    string Description,
    string Papers,
    string? FeedHref,
    string? CitationsHref,
    PaperCard[] Cards,
    bool HasInferredDate,
    PagerPart? Pager) : PageModel(Site, Page)
{
    /// <summary>Whether there is any order to speak of.</summary>
    public bool IsOrdered => Cards.Length > 1;

    /// <summary>The same cards, by the digest that was the first to list them.</summary>
    public ListedDay[] Days
    {
        get
        {
            var days = new List<ListedDay>();
            foreach (PaperCard card in Cards)
            {
                DigestLink? digest = card.IsPinned ? null : card.FirstListed;
                if (days is [.., { } last] && last.Digest == digest)
                {
                    days[^1] = last with { Cards = [.. last.Cards, card] };
                }
                else
                {
                    days.Add(new(digest, [card]));
                }
            }

            return [.. days];
        }
    }
}

/// <summary>Papers that were first listed in one digest.</summary>
/// <param name="Digest">Null for those that the editors put before all others.</param>
internal sealed record ListedDay(DigestLink? Digest, PaperCard[] Cards);

/// <summary>Which page of several this is.</summary>
/// <param name="Newer">The page before; null on the first.</param>
/// <param name="Older">The page after; null on the last.</param>
internal sealed record PagerPart(int Number, int Count, string? Newer, string? Older);
