using System.Globalization;
using System.Text;

namespace DigestSite.Mail;

/// <summary>Header fields: ASCII, folded, no word of others able to begin a line (RFC 5322 2.2, RFC 2047).</summary>
internal static class HeaderField
{
    // RFC 2047 2: a line that has an encoded word.
    private const int LongestLine = 76;

    // An encoded word with its frame `=?utf-8?Q?…?=`: after the name of a field it fills the line.
    private const int LongestWord = 66;
    private const string Open = "=?utf-8?Q?";
    private const string Close = "?=";

    /// <summary>A field of a body that is made of tokens, folded at its spaces; a token longer than a line stays whole.</summary>
    public static void Write(string name, string body, StringBuilder target)
    {
        if (name.Concat(body).Any(c => c is < ' ' or > '~'))
        {
            throw new ArgumentException($"the header field {name} has characters that no header can have", nameof(body));
        }

        target.Append(name).Append(':');
        int width = name.Length + 1;
        foreach (string token in body.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            bool isFull = width + 1 + token.Length > LongestLine && width > name.Length + 1;
            target.Append(isFull ? "\r\n " : " ").Append(token);
            width = (isFull ? 1 : width + 1) + token.Length;
        }

        target.Append("\r\n");
    }

    /// <summary>Text as the body of an unstructured field, such as a subject.</summary>
    public static string Unstructured(string text) => IsPlain(text) ? text : EncodedWords(text);

    /// <summary>Text as a phrase before an address.</summary>
    public static string Phrase(string text) =>
        !IsPlain(text) ? EncodedWords(text)
        : text.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ') ? text
        : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>A group of nobody (RFC 5322 3.4). After an encoded word there is white space (RFC 2047 5).</summary>
    public static string EmptyGroup(string name) => Phrase(name) + (IsPlain(name) ? ":;" : " :;");

    public static string Of(Mailbox mailbox) => mailbox.Name is { } name ? $"{Phrase(MailWords.Line(name, 200))} <{mailbox.Address}>" : mailbox.Address;

    /// <summary>A time as RFC 5322 3.3 has it: <c>Mon, 03 Nov 2025 08:00:00 +0000</c>.</summary>
    public static string Of(DateTimeOffset time) => time.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);

    // What looks like an encoded word would be decoded; runs of spaces would be folded away; a token must fit into a line of 998 (RFC 5322 2.1.1).
    private static bool IsPlain(string text) =>
        text.All(c => c is >= ' ' and <= '~') && !text.Contains("=?", StringComparison.Ordinal) && text.Split(' ').All(w => w.Length is > 0 and <= LongestLine);

    private static string EncodedWords(string text)
    {
        var words = new StringBuilder(Open);
        int width = Open.Length;
        foreach (Rune rune in text.EnumerateRunes())
        {
            string encoded = Encoded(rune);
            if (width + encoded.Length + Close.Length > LongestWord)
            {
                words.Append(Close).Append(' ').Append(Open);
                width = Open.Length;
            }

            words.Append(encoded);
            width += encoded.Length;
        }

        return words.Append(Close).ToString();
    }

    // RFC 2047 5 (3): in a phrase nothing else stands for itself.
    private static string Encoded(Rune rune)
    {
        if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || rune.Value is '!' or '*' or '+' or '-' or '/'))
        {
            return rune.ToString();
        }

        Span<byte> bytes = stackalloc byte[4];
        int count = rune.EncodeToUtf8(bytes);
        return rune.Value == ' ' ? "_" : string.Concat(bytes[..count].ToArray().Select(b => "=" + b.ToString("X2", CultureInfo.InvariantCulture)));
    }
}
