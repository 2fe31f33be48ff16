using System.Globalization;
using DigestSite.Mail;

namespace DigestSite.Cli.Mailing;

/// <summary>What a server answers (RFC 5321 4.2): a code of three digits and the words of its lines.</summary>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    private const int LongestWords = 300;

    /// <summary>Whether it is 2yz: done.</summary>
    public bool IsDone => Code / 100 == 2;

    /// <summary>Whether it is refused for now: 4yz, and 552, which servers say where 452 is meant (RFC 5321 4.5.3.1.10).</summary>
    public bool IsForNow => Code / 100 == 4 || Code == 552;

    /// <summary>Whether the server closes the connection, whatever it was asked (RFC 5321 3.8).</summary>
    public bool IsFarewell => Code == 421;

    /// <summary>The server's own words, fit to be shown: one line without control characters and mail addresses.</summary>
    public string Words => Shown("");

    /// <summary>The same where an address was spoken of: without the part of it that names somebody, too.</summary>
    public string WordsOn(Mailbox mailbox) => Shown(mailbox.Address[..^(mailbox.Domain.Length + 1)]);

    /// <summary>What it means, without the words: the code, and the one of RFC 3463 if there is one.</summary>
    public SmtpReply Bare() => this with { Lines = [Lines[0].Split(' ')[0] is var status && status.Split('.') is [_, _, _] numbers && numbers.All(n => n.Length is > 0 and <= 3 && n.AsSpan().ContainsOnlyDigits()) ? status : ""] };

    private string Shown(string name) => MailWords.Line(ServerWords.WithoutAddresses(string.Create(CultureInfo.InvariantCulture, $"{Code} {string.Join(' ', Lines)}"), name), LongestWords);

    /// <summary>Whether a line of a reply says that another follows; null when it is no line of a reply.</summary>
    public static bool? GoesOn(string line) =>
        line.Length < 3 || !line.AsSpan(0, 3).ContainsOnlyDigits() ? null
        : line.Length == 3 || line[3] == ' ' ? false
        : line[3] == '-' ? true
        : null;

    public static SmtpReply Of(IReadOnlyList<string> lines) =>
        new(int.Parse(lines[0].AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture), [.. lines.Select(l => l.Length > 4 ? l[4..] : "")]);
}

internal static class Digits
{
    public static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;
}
