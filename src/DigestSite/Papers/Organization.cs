using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DigestSite.Papers;

/// <summary>Who published a paper, as the listing prints it: a handle and a full name (<c>Berkeley UC Berkeley</c>).</summary>
/// <param name="Printed">The attribution line, as captured.</param>
internal sealed record Organization(string Printed)
{
    // What names of the same organization differ by, and no two organizations do.
    private const string Quiet = "-_.,&'()/:;\"";

    /// <summary>The account's handle: the first word (<c>Berkeley</c>).</summary>
    public string Handle => Printed.Split(' ', 2)[0];

    /// <summary>The full name: all but the handle (<c>UC Berkeley</c>), or the handle where there is no more.</summary>
    public string Name => Printed.Split(' ', 2) is [_, { Length: > 0 } name] ? name : Printed;

    /// <summary>
    /// Its name in URLs. Where a slug leaves out what tells it from others (<c>C++</c> and <c>C#</c>, <c>北京大学</c>), a hash of the name follows.
    /// </summary>
    public Slug Slug
    {
        get
        {
            var slug = Slug.FromTitle(Name);
            return TextFolding.Normalize(Name, NormalizationForm.FormKD).Any(IsLost)
                ? slug.WithSuffix(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Name)).AsSpan(0, 3)))
                : slug;
        }
    }

    private static bool IsLost(char c) =>
        !char.IsAsciiLetterOrDigit(c) && !char.IsWhiteSpace(c) && !Quiet.Contains(c, StringComparison.Ordinal)
        && CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.DashPunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.Format);
}
