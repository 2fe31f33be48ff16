using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DigestSite.Papers.Permanence;

/// <summary>
/// Tells whether the content of a feed entry has changed: it is made of the data that the entry shows, as it was captured or written by editors.
/// Templates, the program's own words and addresses of the site are no part of it.
/// </summary>
internal static class Fingerprint
{
    /// <summary>How many authors an entry names.</summary>
    public const int MaxAuthors = 20;

    private const int Digits = 16;

    /// <summary>The first 16 hex digits of SHA-256 over all that a paper's entry shows.</summary>
    public static string Of(Paper paper)
    {
        // What may be missing or repeated says what it is.
        IEnumerable<string?> shown =
        [
            paper.Title, paper.Abstract, paper.Arxiv?.ToString(), paper.Published is { } date ? Routes.Iso(date) : null, Routes.Iso(paper.FirstListed),
            paper.Organization?.Name, paper.Theme.Id, paper.Theme.Title, paper.Note, paper.Authors.Count.ToString(CultureInfo.InvariantCulture),
            .. paper.Authors.Take(MaxAuthors).SelectMany(a => Labelled("author", a)),
            .. paper.Tags.SelectMany(t => Labelled("tag", t.Id, t.Title)),
            .. paper.ExtraLinks.SelectMany(l => Labelled("link", l.Title, l.Url.AbsoluteUri)),
            .. Public("code", paper.Code?.Url), .. Public("project", paper.ProjectPage),
        ];
        return Hash(shown);
    }

    /// <summary>The same of a digest's entry as it is published: without a note whose day has not come.</summary>
    public static string Of(Digest digest)
    {
        DigestNote? note = digest.Note is { IsPreview: false } published ? published : null;
        IEnumerable<string?> shown =
        [
            digest.IsInferred ? "inferred" : null, note?.Markdown,
            .. (note?.Picks ?? []).SelectMany(p => Labelled("pick", p.Paper.Slug.ToString(), p.Paper.Title, p.Sentence)),
            .. digest.Papers.OrderBy(p => p.Theme.Order).ThenBy(p => p.Theme.Id, StringComparer.Ordinal)
                .SelectMany(p => Labelled("paper", p.Theme.Id, p.Theme.Title, p.Slug.ToString(), p.Title, p.Organization?.Name)),
        ];
        return Hash(shown);
    }

    private static string?[] Labelled(params string?[] fields) => fields;

    private static string?[] Public(string label, Uri? url) => url is not null && AbstractLinks.IsPublic(url) ? [label, url.AbsoluteUri] : [];

    // U+001F cannot be in captured text that was folded, so fields cannot run into one another.
    private static string Hash(IEnumerable<string?> shown) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(TextFolding.WellFormed(string.Join('\u001F', shown)))))[..Digits];
}
