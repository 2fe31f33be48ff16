using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DigestSite.Papers;

/// <summary>An arXiv identifier without version: <c>2501.08325</c>, or old style <c>astro-ph/0601001</c>.</summary>
/// <remarks>https://info.arxiv.org/help/arxiv_identifier.html</remarks>
internal sealed partial record ArxivId : IComparable<ArxivId>
{
    /// <summary>What an identifier may be written as, as a regular expression.</summary>
    public const string Form = @"(arXiv:)?(?<id>[0-9]{2}(0[1-9]|1[0-2])\.[0-9]{4,5}|[a-z-]+(\.[A-Z]{2})?/[0-9]{2}(0[1-9]|1[0-2])[0-9]{3})(v[0-9]+)?";

    private readonly string _text;

    private ArxivId(string text) => _text = text;

    /// <summary>The first day of the month that the identifier names: the paper cannot have been announced before.</summary>
    public DateOnly Month
    {
        get
        {
            ReadOnlySpan<char> digits = _text.AsSpan(_text.IndexOf('/', StringComparison.Ordinal) + 1);
            int year = int.Parse(digits[..2], CultureInfo.InvariantCulture);
            return new DateOnly(year >= 91 ? 1900 + year : 2000 + year, int.Parse(digits[2..4], CultureInfo.InvariantCulture), 1);
        }
    }

    public string AbstractUrl => "https://arxiv.org/abs/" + _text;

    public string PdfUrl => "https://arxiv.org/pdf/" + _text;

    /// <summary>Reads an identifier; a version (<c>v2</c>) and a leading <c>arXiv:</c> are dropped.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ArxivId? id)
    {
        Match match = Pattern().Match(text);
        id = match.Success ? new(match.Groups["id"].Value) : null;
        return match.Success;
    }

    public int CompareTo(ArxivId? other) => string.CompareOrdinal(_text, other?._text);

    public override string ToString() => _text;

    [GeneratedRegex(@"\A" + Form + @"\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}
