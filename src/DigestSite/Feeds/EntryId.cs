using System.Security.Cryptography;
using System.Text;
using DigestSite.Papers;

namespace DigestSite.Feeds;

/// <summary>
/// The permanent ids of feed entries: <c>tag:</c> URIs (RFC 4151) under the site's feed authority. They are made of what never changes:
/// a digest's date and a paper's first identity. No URL, host, title edit or vote goes in.
/// </summary>
internal static class EntryId
{
    // 128 bits: more than enough to keep titles apart, short enough to read.
    private const int HashDigits = 32;

    public static string Of(Digest digest, SiteSettings settings) => $"tag:{settings.FeedAuthority}:digest/{Routes.Iso(digest.Date)}";

    public static string Of(Paper paper, SiteSettings settings) => $"tag:{settings.FeedAuthority}:paper/{Of(paper.Identity)}";

    // A title may hold any character, a URI may not: its hash stands for it.
    private static string Of(Identity identity) =>
        identity.Arxiv is { } arxiv
            ? $"arxiv/{arxiv}"
            : "title/" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity.TitleKey ?? "")))[..HashDigits];
}
