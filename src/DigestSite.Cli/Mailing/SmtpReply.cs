using System.Globalization;
using DigestSite.Mail;

namespace DigestSite.Cli.Mailing;

/// <summary>What a server answers (RFC 5321 4.2): a code of three digits and the words of its lines.</summary>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    private const int LongestWords = 300;

    /// <summary>Whether it is 2yz: done.</summary>
    public bool IsDone => Code / 100 == 2;

    /// <summary>The server's own words, fit to be shown: one line without control characters.</summary>
    public string Words => MailWords.Line(string.Create(CultureInfo.InvariantCulture, $"{Code} {string.Join(' ', Lines)}"), LongestWords);

    /// <summary>The same without an address, which may not be everybody's to see.</summary>
    public string WordsWithout(string address) => Words.Replace(address, "…", StringComparison.OrdinalIgnoreCase);

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
