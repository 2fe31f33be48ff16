using System.Globalization;
using System.Text;

namespace DigestSite.Papers;

/// <summary>The name of a thing in a URL: lower-case ASCII letters and digits in words joined by single hyphens, 1 to 80 characters.</summary>
internal readonly record struct Slug : IComparable<Slug>
{
    public const int MaxLength = 80;

    // A title's first words name it as well as all of them, and every page, feed and file that mentions a paper carries its address.
    private const int TitleLength = 50;

    private readonly string? _text;

    private Slug(string text) => _text = text;

    private string Text => _text ?? "untitled";

    /// <summary>The slug of a title: NFKD with marks dropped, lower case, all else one hyphen, cut at the last hyphen within 50 characters.</summary>
    /// <remarks>A title that leaves nothing becomes <c>untitled</c>. Names that Windows reserves for devices (<c>con</c>, <c>nul</c>, <c>com1</c>) get <c>-paper</c>.</remarks>
    public static Slug FromTitle(string title)
    {
        var slug = new StringBuilder(title.Length);
        foreach (char c in TextFolding.Normalize(title, NormalizationForm.FormKD))
        {
            char lower = char.ToLowerInvariant(c);
            if (char.IsAsciiLetterOrDigit(lower))
            {
                slug.Append(lower);
            }
            else if (slug.Length > 0 && slug[^1] != '-' && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                slug.Append('-');
            }
        }

        string text = Cut(slug.ToString().Trim('-'), TitleLength);
        return new(text.Length == 0 ? "untitled" : IsDeviceName(text) ? text + "-paper" : text);
    }

    /// <summary>Reads a slug as an editor or the ledger writes it; anything else is refused.</summary>
    public static bool TryParse(string text, out Slug slug)
    {
        slug = new(text);
        return text.Length is > 0 and <= MaxLength
            && text[0] != '-' && text[^1] != '-'
            && !text.Contains("--", StringComparison.Ordinal)
            && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
    }

    /// <summary>This slug with <paramref name="suffix"/> (ASCII letters and digits) after a hyphen, within <see cref="MaxLength"/>.</summary>
    public Slug WithSuffix(string suffix)
    {
        return new($"{Cut(Text, MaxLength - suffix.Length - 1)}-{suffix}");
    }

    public int CompareTo(Slug other) => string.CompareOrdinal(Text, other.Text);

    public override string ToString() => Text;

    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        int hyphen = text.LastIndexOf('-', length);
        return hyphen > 0 ? text[..hyphen] : text[..length];
    }

    private static bool IsDeviceName(string text) =>
        text is "con" or "prn" or "aux" or "nul"
        || (text.Length == 4 && (text.StartsWith("com", StringComparison.Ordinal) || text.StartsWith("lpt", StringComparison.Ordinal)) && char.IsAsciiDigit(text[3]));
}
