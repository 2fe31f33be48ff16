using System.Globalization;
using System.Text;
using DigestSite.Papers;

namespace DigestSite.Scaffolding;

/// <summary>Text of any origin made part of a YAML file.</summary>
internal static class YamlWriting
{
    // Plain texts that YAML or an editor's tool takes for something else.
    private static readonly string[] Reserved = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"];

    /// <summary>The text as a value: plain where nothing in it can be misread, else in double quotes.</summary>
    public static string Value(string text)
    {
        bool isPlain = text.Length > 0 && char.IsAsciiLetter(text[0]) && text[^1] != ' '
            && text.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '/' or '+' or '.')
            && !Reserved.Contains(text.ToLowerInvariant(), StringComparer.Ordinal);
        return isPlain ? text : Quoted(text);
    }

    /// <summary>The text as what may follow <c># </c>: one line without a character that a YAML file cannot hold.</summary>
    public static string Comment(string text) => string.Concat(
        TextFolding.FoldWhiteSpace(TextFolding.WellFormed(text)).EnumerateRunes().Where(r => !IsInvisible(r)).Select(r => r.ToString()));

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in TextFolding.WellFormed(text))
        {
            quoted.Append(c switch
            {
                '"' or '\\' => $"\\{c}",
                _ when IsInvisible(new Rune(char.IsSurrogate(c) ? 'x' : c)) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
