using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using DigestSite.Curation.Yaml;

namespace DigestSite.Curation;

/// <summary>An address by which readers join or leave a list, as it stands between the brackets of a header field (RFC 2369 2): ASCII, without a comma.</summary>
internal static class ListAddress
{
    private const int Longest = 900;

    private const string MailTo = "mailto:";

    public static Shape<string> Shape(string expected, string example) =>
        Shapes.Parsed<string>(expected, text => WayOut(text, example), TryParse, ScalarSchema.Matching("(mailto:|https://)\\S+"));

    private static bool TryParse(string text, [MaybeNullWhen(false)] out string address)
    {
        address = Ascii(text);
        return address is not null && address.Length <= Longest && !address.Contains(',', StringComparison.Ordinal);
    }

    // Null when it is neither of the two kinds. What is not ASCII is escaped, and a host has its name of the DNS.
    private static string? Ascii(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? uri))
        {
            return null;
        }

        if (uri is { Scheme: "https", Host.Length: > 0 })
        {
            return new UriBuilder(uri) { Host = uri.IdnHost, Port = uri.IsDefaultPort ? -1 : uri.Port }.Uri.AbsoluteUri;
        }

        string[] parts = uri.Scheme == "mailto" ? text[MailTo.Length..].Split('?', 2) : [""];
        return !Mailbox.TryParse(Uri.UnescapeDataString(parts[0]), out Mailbox? mailbox) ? null
            : MailTo + Uri.EscapeDataString(mailbox.Address[..^(mailbox.Domain.Length + 1)]) + "@" + mailbox.Domain + (parts.Length > 1 ? "?" + Query(parts[1]) : "");
    }

    private static string Query(string text) => new Uri("mailto:a@b.org?" + text).AbsoluteUri.Split('?', 2)[1];

    private static string WayOut(string text, string example) =>
        Ascii(text) is not { } address
            ? text.StartsWith(MailTo, StringComparison.OrdinalIgnoreCase)
                ? $"write a mail address after `mailto:`, letters, digits and signs without accents before its `@`, such as `{example}`"
                : $"write one that begins with `mailto:` or `https://`, such as `{example}`"
        : address.Contains(',', StringComparison.Ordinal) ? "a comma separates two addresses in the header of a message: write `%2C` for it"
        : string.Create(CultureInfo.InvariantCulture, $"it has {address.Length} characters, and more than {Longest} do not fit into the header of a message: write a shorter one");
}
