namespace DigestSite.Links;

/// <summary>Tells the URLs of the site's own origin from all others.</summary>
internal sealed class OwnOrigin(BaseUrl baseUrl)
{
    private readonly string _scheme = baseUrl.Origin[..baseUrl.Origin.IndexOf(':', StringComparison.Ordinal)];
    private readonly string _authority = baseUrl.Origin[(baseUrl.Origin.IndexOf("//", StringComparison.Ordinal) + 2)..];

    /// <summary>What follows scheme and authority in a URL of this origin (empty or starting with <c>/</c>, <c>?</c> or <c>#</c>); null for every other URL.</summary>
    public string? PathOf(ReadOnlySpan<char> url)
    {
        if (!UrlText.Scheme(url).Equals(_scheme, StringComparison.OrdinalIgnoreCase) || !url[_scheme.Length..].StartsWith("://"))
        {
            return null;
        }

        ReadOnlySpan<char> rest = url[(_scheme.Length + 3)..];
        int end = rest.IndexOfAny("/?#") is var found and >= 0 ? found : rest.Length;
        string port = _scheme == Uri.UriSchemeHttps ? ":443" : ":80";
        ReadOnlySpan<char> authority = rest[..end].EndsWith(port) ? rest[..(end - port.Length)] : rest[..end];
        return authority.Equals(_authority, StringComparison.OrdinalIgnoreCase) ? rest[end..].ToString() : null;
    }
}
