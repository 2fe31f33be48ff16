using DigestSite.Papers;

namespace DigestSite.Pages;

/// <summary>Links that lead from a paper to other sites.</summary>
internal static class OutboundLinks
{
    /// <summary>Searches by title; each is named as the search it is, for none of them is known to find the paper.</summary>
    public static LinkPart[] Searches(string title)
    {
        string query = Uri.EscapeDataString(TextFolding.WellFormed(title));
        return
        [
            new("Search Google Scholar", $"https://scholar.google.com/scholar?q={query}"),
        ];
    }

    /// <summary>A link to an address that a listing names; null where there is none that leads to a public host.</summary>
    public static LinkPart? To(string title, Uri? address) => address is not null && AbstractLinks.IsPublic(address) ? new(title, address.AbsoluteUri) : null;

    /// <summary>The addresses found in an abstract as links; what is no http(s) address is left out.</summary>
    public static LinkPart[] Found(IEnumerable<string> addresses) => [.. addresses.Select(Found).OfType<LinkPart>()];

    private static LinkPart? Found(string address) =>
        Uri.TryCreate(TextFolding.WellFormed(address), UriKind.Absolute, out Uri? uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.Host.Length > 0
            ? new(address, uri.AbsoluteUri)
            : null;
}
