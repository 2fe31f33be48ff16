using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace DigestSite.Cli.Mailing;

/// <summary>Where mail is handed in: <c>smtp.host.org</c>, <c>smtp.host.org:465</c>, <c>smtps://smtp.host.org:4465</c>, <c>[::1]:2525</c>.</summary>
internal sealed record SmtpServer(string Host, int Port, bool IsEncryptedFromStart)
{
    private const string Encrypted = "smtps://";

    // RFC 6409
    private const int Submission = 587;

    // RFC 8314 3.3: TLS comes before the first word; on every other port it is asked for (RFC 3207).
    private const int EncryptedFromStart = 465;

    /// <summary>Whether it is this machine: words to it pass over no wire.</summary>
    public bool IsThisMachine => IPAddress.TryParse(Host, out IPAddress? address) ? IPAddress.IsLoopback(address) : Host is "localhost";

    public static bool TryParse(string text, [NotNullWhen(true)] out SmtpServer? server)
    {
        server = null;
        bool isEncrypted = text.StartsWith(Encrypted, StringComparison.Ordinal);
        text = isEncrypted ? text[Encrypted.Length..] : text;
        string host = text;
        int port = isEncrypted ? EncryptedFromStart : Submission;
        int colon = text.LastIndexOf(':');
        if (text.StartsWith('[') ? colon > text.IndexOf(']', StringComparison.Ordinal) : colon >= 0 && text.IndexOf(':', StringComparison.Ordinal) == colon)
        {
            host = text[..colon];
            if (!int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is < 1 or > 65535)
            {
                return false;
            }
        }

        host = host is ['[', .., ']'] ? host[1..^1] : host;
        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            return false;
        }

        server = new(host.ToLowerInvariant(), port, isEncrypted || port == EncryptedFromStart);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host)}:{Port}");
}
