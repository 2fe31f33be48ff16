using DigestSite.Diagnostics;

namespace DigestSite.Links;

/// <summary>Whether a page has the place that a URL's fragment names (HTML standard 7.4.6.4, finding a fragment).</summary>
internal static class Fragments
{
    // What follows asks the browser to find words, not an id (URL Fragment Text Directives).
    private const string Directive = ":~:";

    // As Markdown is rendered: the tilde is escaped, which browsers do not undo, and the page is shown from its top.
    private const string EscapedDirective = ":%7E:";

    /// <summary>The part after the hash that must be on the page; empty when any page will do.</summary>
    public static string Of(ReadOnlySpan<char> rest)
    {
        int start = rest.IndexOf('#');
        if (start < 0)
        {
            return "";
        }

        ReadOnlySpan<char> fragment = rest[(start + 1)..];
        int directive = fragment.IndexOf(Directive) is var plain and >= 0 ? plain : fragment.IndexOf(EscapedDirective, StringComparison.OrdinalIgnoreCase);
        fragment = directive < 0 ? fragment : fragment[..directive];
        return fragment.Equals("top", StringComparison.OrdinalIgnoreCase) ? "" : fragment.ToString();
    }

    public static bool IsOn(IReadOnlySet<string> anchors, string fragment) => anchors.Contains(fragment)
        || (fragment.Contains('%', StringComparison.Ordinal) && anchors.Contains(Uri.UnescapeDataString(fragment)));

    public static Flaw Missing(string page, string fragment, IEnumerable<string> anchors) =>
        new(Catalog.BrokenFragment, $"{page} has no id `{fragment}`", Spelling.DidYouMean(fragment, anchors));
}
