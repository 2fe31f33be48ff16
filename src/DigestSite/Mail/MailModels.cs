using DigestSite.Pages;
using DigestSite.Templates;

namespace DigestSite.Mail;

/// <summary>A digest as the HTML of a message. Every address is absolute.</summary>
/// <param name="Subject">The subject of the message.</param>
/// <param name="Preheader">What lists of messages show after the subject: how many papers of which themes.</param>
/// <param name="Site">The site's title and address.</param>
/// <param name="Href">The digest's page.</param>
/// <param name="Papers">How many there are: <c>45 papers</c>.</param>
/// <param name="Note">The editors' introduction, by blocks; empty when there is none.</param>
/// <param name="IsNoteCut">Whether the introduction goes on on the digest's page.</param>
/// <param name="Picks">Papers that the editors point out.</param>
/// <param name="More">What does not fit into a message: <c>and 12 more papers</c>; null where all fits.</param>
/// <param name="Leave">How to leave the list: by mail, on the web.</param>
internal sealed record HtmlMail(
    string Subject,
    string Preheader,
    string Language,
    LinkPart Site,
    DateText Date,
    string Href,
    string Papers,
    NoteBlock[] Note,
    bool IsNoteCut,
    MailPick[] Picks,
    MailTheme[] Themes,
    string? More,
    LinkPart[] Leave);

/// <summary>A digest as the plain text of a message. The program wraps its lines and keeps addresses whole.</summary>
/// <param name="Subject">The subject of the message.</param>
/// <param name="Site">The site's title and address.</param>
/// <param name="Href">The digest's page.</param>
/// <param name="Papers">How many there are: <c>45 papers</c>.</param>
/// <param name="Note">The editors' introduction, by blocks; empty when there is none.</param>
/// <param name="IsNoteCut">Whether the introduction goes on on the digest's page.</param>
/// <param name="Picks">Papers that the editors point out.</param>
/// <param name="More">What does not fit into a message: <c>and 12 more papers</c>; null where all fits.</param>
/// <param name="Leave">How to leave the list: by mail, on the web.</param>
internal sealed record PlainMail(
    string Subject,
    string Language,
    LinkPart Site,
    DateText Date,
    string Href,
    string Papers,
    PlainBlock[] Note,
    bool IsNoteCut,
    MailPick[] Picks,
    MailTheme[] Themes,
    string? More,
    LinkPart[] Leave);

/// <summary>A paper that the editors point out, in a message.</summary>
/// <param name="Sentence">Why.</param>
internal sealed record MailPick(string Title, string Href, string Sentence);

/// <summary>The papers of one theme, in a message.</summary>
/// <param name="Href">The theme's page.</param>
/// <param name="Count">How many papers of it the digest has.</param>
/// <param name="Rule">A line of hyphens below title and count in plain text: as long as they are.</param>
/// <param name="More">Such as <c>and 3 more</c>; null where all are shown.</param>
/// <param name="MoreHref">Its place on the digest's page.</param>
internal sealed record MailTheme(string Title, string Href, int Count, string Rule, MailPaper[] Papers, string? More, string MoreHref);

/// <summary>A paper in a message.</summary>
/// <param name="Byline">The organization and who wrote it; null when neither is known.</param>
internal sealed record MailPaper(string Title, string Href, string? Byline);

/// <summary>A block of the editors' introduction: one of these.</summary>
/// <param name="Items">Of a list; empty otherwise.</param>
/// <param name="IsOrdered">Whether the list is numbered.</param>
/// <param name="Start">The number of its first item; null where it is 1.</param>
internal sealed record NoteBlock(Html? Heading, Html? Paragraph, Html? Quote, string? Code, NoteItem[] Items, bool IsOrdered, string? Start)
{
    internal static readonly NoteBlock Empty = new(null, null, null, null, [], false, null);
}

/// <summary>An item of a list in the editors' introduction.</summary>
internal sealed record NoteItem(Html Words);

/// <summary>A block of the editors' introduction as plain text: one of these. A number in brackets stands behind words that lead somewhere.</summary>
/// <param name="Text">A heading or paragraph.</param>
/// <param name="Quote">Its lines begin with the sign of a quote, but for the first, which the template gives it.</param>
/// <param name="Items">Of a list, each with its sign or number; empty otherwise.</param>
/// <param name="Addresses">Where its words lead, by number: <c>[1] https://…</c>; those that an earlier block led to are not told again.</param>
internal sealed record PlainBlock(string? Text, string? Quote, string[] Items, string[] Addresses)
{
    internal static readonly PlainBlock Empty = new(null, null, [], []);
}
