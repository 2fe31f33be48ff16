using System.Text;
using DigestSite.Mail;

namespace DigestSite.Cli.Mailing;

/// <summary>Words of a mail server without what is not everybody's to read: what a program prints is often public.</summary>
internal static class ServerWords
{
    // What neither an address nor its forms in the addresses of returned mail (`bea=40host.org`) go beyond.
    private const string Ends = "<>()[]\",;:`";

    // So much of a password or of its forms that a server shows is too much; a shorter one counts as a whole.
    private const int Revealing = 6;

    /// <summary>The words with a sign in the place of each address.</summary>
    /// <param name="name">What stands before the <c>@</c> of an address that is spoken of; empty for none.</param>
    public static string WithoutAddresses(string words, string name)
    {
        string text = MailWords.Clean(words);
        var shown = new StringBuilder(text.Length);
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || char.IsWhiteSpace(text[i]) || Ends.Contains(text[i], StringComparison.Ordinal))
            {
                shown.Append(Names(text.AsSpan(start, i - start), name) ? "…" : text[start..i]).Append(i < text.Length ? text[i] : "");
                start = i + 1;
            }
        }

        return shown.ToString();
    }

    /// <summary>Whether words show a secret, or a piece of it.</summary>
    public static bool Show(string secret, IEnumerable<string> words)
    {
        string text = Folded(string.Concat(words));
        string hidden = Folded(secret);
        int length = Math.Min(Revealing, hidden.Length);
        return length > 0 && Enumerable.Range(0, hidden.Length - length + 1).Any(i => text.Contains(hidden.Substring(i, length), StringComparison.OrdinalIgnoreCase));
    }

    // Lines may be broken anywhere.
    private static string Folded(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static bool Names(ReadOnlySpan<char> word, string name) =>
        word.Contains('@') || word.Contains("=40", StringComparison.Ordinal) || word.Contains("%40", StringComparison.Ordinal)
        || (name.Length > 0 && word.Trim(".'!?").Equals(name, StringComparison.OrdinalIgnoreCase));
}
