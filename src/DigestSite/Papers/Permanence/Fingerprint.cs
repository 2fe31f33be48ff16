using System.Security.Cryptography;
using System.Text;

namespace DigestSite.Papers.Permanence;

/// <summary>Tells whether the content of a paper's feed entry has changed.</summary>
internal static class Fingerprint
{
    /// <summary>The first 12 hex digits of SHA-256 over all that the entry shows.</summary>
    public static string Of(Paper paper)
    {
        IEnumerable<string?> shown =
        [
            paper.Title, paper.Abstract, paper.Arxiv?.ToString(), paper.Published is { } date ? Routes.Iso(date) : null,
            paper.Organization?.Printed, paper.Theme.Id, .. paper.Tags.Select(t => t.Id),
            .. paper.Note is { } note ? ["note", note] : Array.Empty<string>(), .. paper.ExtraLinks.SelectMany(l => (string[])["link", l.Title, l.Url.AbsoluteUri]),
            .. paper.Authors.SelectMany(a => (string[])["author", a]),
            .. paper.Code is { } code ? ["code", code.Url.AbsoluteUri] : Array.Empty<string>(),
            .. paper.ProjectPage is { } project ? ["project", project.AbsoluteUri] : Array.Empty<string>(),
        ];

        // U+001F cannot be in captured text that was folded, so fields cannot run into one another.
        string text = TextFolding.WellFormed(string.Join('\u001F', shown));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
    }
}
