using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DigestSite;

/// <summary>A mail address, with the name of whose it is or without: <c>Tiny Digest &lt;digest@host.org&gt;</c>, <c>digest@host.org</c>.</summary>
/// <remarks>Only what every server takes: a dot-atom of ASCII (RFC 5322 3.2.3) at a host with a dot, whose name may be of any script.</remarks>
internal sealed record Mailbox
{
    // RFC 5321 4.5.3.1
    private const int LongestLocalPart = 64;
    private const int LongestAddress = 254;

    private const string Special = "!#$%&'*+-/=?^_`{|}~";

    private Mailbox(string? name, string address) => (Name, Address) = (name, address);

    /// <summary>In any script, without control characters; null where none is given.</summary>
    public string? Name { get; }

    /// <summary>ASCII, the host in lower case as servers know it: <c>digest@xn--bcher-kva.org</c>.</summary>
    public string Address { get; }

    public string Domain => Address[(Address.LastIndexOf('@') + 1)..];

    public static bool TryParse(string text, [NotNullWhen(true)] out Mailbox? mailbox)
    {
        mailbox = null;
        string trimmed = text.Trim();
        string? name = null;
        if (trimmed.EndsWith('>'))
        {
            int open = trimmed.LastIndexOf('<');
            if (open < 0)
            {
                return false;
            }

            name = trimmed[..open].Trim();
            name = name is ['"', .., '"'] && name.Length > 1 ? name[1..^1].Trim() : name;
            trimmed = trimmed[(open + 1)..^1].Trim();
        }

        if (name is not null && (name.Any(char.IsControl) || name.AsSpan().ContainsAny("<>\"\\")))
        {
            return false;
        }

        mailbox = AddressOf(trimmed) is { } address ? new(name is "" ? null : name, address) : null;
        return mailbox is not null;
    }

    private static string? AddressOf(string text)
    {
        int at = text.LastIndexOf('@');
        string local = at > 0 ? text[..at] : "";
        bool isLocal = local.Length is > 0 and <= LongestLocalPart && local.Split('.').All(a => a.Length > 0 && a.All(c => char.IsAsciiLetterOrDigit(c) || Special.Contains(c, StringComparison.Ordinal)));
        return isLocal && HostOf(text[(at + 1)..]) is { } host && local.Length + 1 + host.Length <= LongestAddress ? $"{local}@{host}" : null;
    }

    private static string? HostOf(string text)
    {
        if (!text.Contains('.', StringComparison.Ordinal) || text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
        {
            return null;
        }

        try
        {
            string host = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(text).ToLowerInvariant();
            return host.EndsWith('.') ? null : host;
        }
        catch (ArgumentException)
        {
            // Not a name that any host can have.
            return null;
        }
    }
}
