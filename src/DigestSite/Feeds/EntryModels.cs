using DigestSite.Templates;

namespace DigestSite.Feeds;

/// <summary>What the template of a paper's feed entry sees. All addresses are absolute.</summary>
/// <param name="Base">The address of the site with a slash at its end: <c>https://owner.github.io/digest/</c>.</param>
/// <param name="Href">Of the paper's page.</param>
/// <param name="Note">What an editor says of it.</param>
/// <param name="Abstract">As readers see it, without markup.</param>
/// <param name="Authors">Names with commas between, the first of them where there are many.</param>
/// <param name="Published">Such as <c>3 November 2025</c>.</param>
/// <param name="FirstListed">The digest that it was first in: its date; all digests where that one is gone.</param>
/// <param name="Links">arXiv, code, the editors' links, and those that the abstract names.</param>
internal sealed record PaperEntryModel(
    string Base, string Title, string Href, Html? Note, string? Abstract, EntryLink Theme, EntryLink[] Tags, string? Authors, string? Organization,
    string? Published, EntryLink FirstListed, EntryLink[] Links);

/// <summary>What the template of a digest's feed entry sees. All addresses are absolute.</summary>
/// <param name="Base">The address of the site with a slash at its end: <c>https://owner.github.io/digest/</c>.</param>
/// <param name="Date">Such as <c>3 November 2025</c>.</param>
/// <param name="Href">Of the digest's page.</param>
/// <param name="IsInferred">Whether the year is inferred.</param>
/// <param name="Note">The editors' introduction.</param>
/// <param name="Themes">The themes that have papers in it; none where it has no papers.</param>
/// <param name="More">How many papers are left out of a digest too long for a feed: <c>12 more papers</c>.</param>
internal sealed record DigestEntryModel(
    string Base, string Date, string Href, bool IsInferred, Html? Note, EntryPick[] Picks, EntryTheme[] Themes, string? More);

/// <summary>An address and the words of the link.</summary>
internal sealed record EntryLink(string Title, string Href);

/// <summary>A paper that the editors point out in a digest.</summary>
/// <param name="Sentence">Why, in their words.</param>
internal sealed record EntryPick(string Title, string Href, string Sentence);

/// <summary>A theme in a digest's feed entry.</summary>
internal sealed record EntryTheme(string Title, string Href, EntryPaper[] Papers);

/// <summary>A paper in a digest's feed entry.</summary>
internal sealed record EntryPaper(string Title, string Href, string? Organization);
