using System.Security.Cryptography;
using System.Text;
using DigestSite.Diagnostics;

namespace DigestSite.Mail;

/// <summary>Who gets a message, and where that is said. The place shows no address: what a program prints is often public.</summary>
/// <param name="Place">In the list, from 1.</param>
internal sealed record Recipient(Mailbox Mailbox, SourceSpan Span, int Place);

/// <summary>Reads lists of recipients: an address a line, with a name or without; empty lines and those that begin with <c>#</c> say nothing.</summary>
internal static class Recipients
{
    // About a tenth of a second: who has the ledger could try lists he guesses, and shall try few.
    private const int Rounds = 200_000;

    private const int FingerprintBytes = 8;

    /// <summary>In their order, each address once; null when one is wrong or there is none, which has then been reported.</summary>
    public static IReadOnlyList<Recipient>? Read(SourceText source, DiagnosticBag diagnostics)
    {
        var recipients = new List<Recipient>();
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        bool isSound = true;
        for (int line = 1; line <= source.LineCount; line++)
        {
            string text = source.Line(line).Trim().ToString();
            if (text.Length == 0 || text[0] == '#')
            {
                continue;
            }

            SourceSpan span = Hidden(source.Name, line, text);
            if (!Mailbox.TryParse(text, out Mailbox? mailbox))
            {
                diagnostics.Add(Catalog.NotARecipient.At(span, "no mail address"));
                isSound = false;
            }
            else if (known.Add(mailbox.Address))
            {
                recipients.Add(new(mailbox, span, recipients.Count + 1));
            }
        }

        if (isSound && recipients.Count == 0)
        {
            diagnostics.Add(Catalog.NotARecipient.At(SourceSpan.File(source.Name), "no recipient"));
        }

        return isSound && recipients.Count > 0 ? recipients : null;
    }

    /// <summary>What tells a list from every other, its order included, and names nobody on it.</summary>
    /// <param name="salt">The message's id: the same list has another fingerprint for each digest.</param>
    public static string Fingerprint(IReadOnlyList<Recipient> recipients, string salt)
    {
        byte[] list = Encoding.UTF8.GetBytes(string.Concat(recipients.Select(r => r.Mailbox.Address.ToLowerInvariant() + "\n")));
        return Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(list, Encoding.UTF8.GetBytes(salt), Rounds, HashAlgorithmName.SHA256, FingerprintBytes));
    }

    public static bool IsFingerprint(string text) => text.Length == 2 * FingerprintBytes && text.All(char.IsAsciiHexDigitLower);

    // As much as its owner needs to know it again: the first letter and the signs.
    private static SourceSpan Hidden(string name, int line, string text)
    {
        string masked = new([.. text.Select((c, i) => i == 0 || !char.IsLetterOrDigit(c) ? c : '•')]);
        return new SourceSpan(new SourceText(name, ""), line, 1, masked.Length) { Excerpt = masked };
    }
}
