namespace DigestSite.Links.External;

/// <summary>An address of another site that is asked once, however many links there are to it.</summary>
/// <param name="Address">Without fragment, and without the name and password that nobody publishes.</param>
/// <param name="Fragments">Those of the links to it, without the hash, in ordinal order.</param>
internal sealed record AskedAddress(string Address, EquatableArray<string> Fragments)
{
    public string Host => new Uri(Address).IdnHost;

    /// <summary>The address that a link is about, the same for all ways to write it; null when it is none of the web.</summary>
    public static string? Of(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0
            ? uri.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped)
            : null;

    /// <summary>What a link names on the page; empty for nothing that HTML could show. What begins with <c>!</c> or <c>/</c> is a script's own.</summary>
    public static string FragmentOf(string url) => Links.Fragments.Of(url) is [not ('!' or '/'), ..] fragment ? fragment : "";
}
