using System.Diagnostics.CodeAnalysis;

namespace DigestSite;

/// <summary>
/// A site-relative address without leading slash: <c>""</c> is the root, <c>papers/x/</c> a page (its file is <c>papers/x/index.html</c>),
/// <c>feed.xml</c> a file. Only ASCII letters, digits, <c>-._</c> and <c>/</c>: it needs no escaping, and no segment climbs out of the site.
/// </summary>
internal readonly record struct SitePath : IComparable<SitePath>
{
    private readonly string? _text;

    public SitePath(string text)
    {
        if (!TryParse(text, out _))
        {
            throw new ArgumentException($"'{text}' is not a site path", nameof(text));
        }

        _text = OneForm(text);
    }

    private SitePath(string text, bool _) => _text = OneForm(text);

    public static SitePath Root => default;

    /// <summary>Whether this is a page's address: empty or ending in a slash.</summary>
    public bool IsFolder => Text.Length == 0 || Text[^1] == '/';

    /// <summary>Whether readers see a page there: a folder's, or a file of HTML.</summary>
    public bool IsPage => IsFolder || Text.EndsWith(".html", StringComparison.Ordinal);

    /// <summary>The path of the file that a host serves for this address: <c>papers/x/index.html</c>.</summary>
    public string FilePath => IsFolder ? Text + "index.html" : Text;

    private string Text => _text ?? "";

    public static bool TryParse([NotNullWhen(true)] string? text, out SitePath path)
    {
        path = default;
        if (text is null || (text.Length > 0 && (text[0] == '/' || text.Contains("//", StringComparison.Ordinal))))
        {
            return false;
        }

        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || text[i] == '/')
            {
                if (text.AsSpan(start, i - start) is "." or "..")
                {
                    return false;
                }

                start = i + 1;
            }
            else if (!char.IsAsciiLetterOrDigit(text[i]) && text[i] is not ('-' or '.' or '_'))
            {
                return false;
            }
        }

        path = new(text, false);
        return true;
    }

    // The root has one form, so that two roots are equal.
    private static string? OneForm(string text) => text.Length == 0 ? null : text;

    public int CompareTo(SitePath other) => string.CompareOrdinal(Text, other.Text);

    public override string ToString() => Text;
}
