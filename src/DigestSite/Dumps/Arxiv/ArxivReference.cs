using System.Globalization;
using DigestSite.Papers;

namespace DigestSite.Dumps.Arxiv;

/// <summary>A paper and, where it is told, which version of it.</summary>
internal sealed record ArxivReference(ArxivId Id, int? Version)
{
    // http://arxiv.org/abs/2005.14124v2, oai:arXiv.org:2411.00001v1, arXiv:2411.00001v1
    private static readonly string[] Leads = ["arxiv.org/abs/", "oai:arXiv.org:", "arXiv:"];

    /// <summary>What the names of an entry say; null where none of them is of a paper.</summary>
    public static ArxivReference? Of(ArxivEntry entry)
    {
        ArxivReference? found = null;
        foreach (PlacedText name in entry.Names)
        {
            ArxivReference? other = Of(name.Text);
            found ??= other;
            if (found is { Version: null } && other is { Version: not null } && other.Id == found.Id)
            {
                return other;
            }
        }

        return found;
    }

    /// <summary>What an address or an identifier names; null where that is no paper.</summary>
    public static ArxivReference? Of(string text)
    {
        foreach (string lead in Leads)
        {
            int start = text.IndexOf(lead, StringComparison.OrdinalIgnoreCase);
            if (start >= 0 && ArxivId.TryParse(UpTo(text[(start + lead.Length)..]), out ArxivId? id))
            {
                return new(id, VersionOf(UpTo(text[(start + lead.Length)..])));
            }
        }

        return null;
    }

    private static string UpTo(string text) => text.IndexOfAny(['?', '#', ' ']) is >= 0 and var end ? text[..end] : text;

    private static int? VersionOf(string text)
    {
        int v = text.LastIndexOf('v');
        return v > 0 && int.TryParse(text.AsSpan(v + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int version) && version > 0 ? version : null;
    }
}
