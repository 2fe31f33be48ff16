using System.Security.Cryptography;
using System.Text;
using DigestSite.Feeds;
using DigestSite.Papers;

namespace DigestSite.Mail;

/// <summary>
/// The permanent id of the message of a digest: that of its feed entry, in the form that mail has (RFC 5322 3.6.4). It depends on neither
/// words nor address of the site, so that a digest that is mailed again is the same message to those who have it.
/// </summary>
internal static class MessageId
{
    private const int HashDigits = 16;

    /// <summary>With its brackets: <c>&lt;digest-2025-11-03.0123456789abcdef@owner.github.io&gt;</c>.</summary>
    public static string Of(Digest digest, SiteSettings settings)
    {
        // The hash tells apart what two owners of one host, or one host at two times, called their own.
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(EntryId.Of(digest, settings))))[..HashDigits];
        return $"<digest-{Routes.Iso(digest.Date)}.{hash}@{HostOf(settings.FeedAuthority)}>";
    }

    /// <summary>The host of a tagging entity (RFC 4151): <c>owner.github.io</c> of <c>me@owner.github.io,2025</c>.</summary>
    public static string HostOf(string authority)
    {
        string entity = authority.Split(',')[0];
        string host = entity[(entity.LastIndexOf('@') + 1)..];
        return string.Join('.', host.Split('.', StringSplitOptions.RemoveEmptyEntries));
    }
}
