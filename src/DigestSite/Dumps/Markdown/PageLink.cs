using System.Text.RegularExpressions;
using DigestSite.Papers;

namespace DigestSite.Dumps.Markdown;

/// <summary>A link of a printed page.</summary>
/// <param name="Start">Where its text begins.</param>
/// <param name="End">Where its text ends.</param>
/// <param name="Target">Its address, as it is printed.</param>
internal sealed partial record PageLink(int Start, int End, string Target)
{
    /// <summary>The paper whose page it leads to, on the listing site or at arXiv; null where it leads elsewhere.</summary>
    public ArxivId? Paper { get; } = PaperOf(Target);

    /// <summary>Whether it leads to a part of a page, such as its comments.</summary>
    public bool IsToPart => Target.Contains('#', StringComparison.Ordinal);

    /// <summary>The paper that an address names; null where it names none.</summary>
    public static ArxivId? PaperOf(string target) =>
        Address().Match(target) is { Success: true } match && ArxivId.TryParse(match.Groups["paper"].Value, out ArxivId? id) ? id : null;

    [GeneratedRegex(@"(/papers/|arxiv\.org/(abs|pdf|html)/)(?<paper>[0-9]{4}\.[0-9]{4,5}|[a-z-]+(\.[A-Z]{2})?/[0-9]{7})(v[0-9]+)?(\.pdf)?/?([?#]|\z)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();
}
