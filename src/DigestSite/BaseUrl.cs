using System.Diagnostics.CodeAnalysis;

namespace DigestSite;

/// <summary>Where the site is published: an http(s) origin and a path that ends in a slash.</summary>
internal sealed record BaseUrl
{
    private BaseUrl(Uri uri)
    {
        Origin = uri.GetLeftPart(UriPartial.Authority);
        BasePath = uri.AbsolutePath;
    }

    /// <summary>Scheme, host and port, without a slash: <c>https://owner.github.io</c>.</summary>
    public string Origin { get; }

    /// <summary>The path that every link on the site starts with: <c>/</c> or <c>/digest/</c>.</summary>
    public string BasePath { get; }

    public static bool TryParse(string text, [NotNullWhen(true)] out BaseUrl? baseUrl)
    {
        baseUrl = null;
        string slashed = text.EndsWith('/') ? text : text + "/";
        if (!Uri.TryCreate(slashed, UriKind.Absolute, out Uri? uri)
            || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)
            || uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0
            || !SitePath.TryParse(uri.AbsolutePath[1..], out _))
        {
            return false;
        }

        baseUrl = new(uri);
        return true;
    }

    /// <summary>The link to a page from anywhere on the site: <c>/digest/papers/x/</c>.</summary>
    public string Href(SitePath path) => BasePath + path;

    /// <summary>The address of a page: <c>https://owner.github.io/digest/papers/x/</c>.</summary>
    public string Absolute(SitePath path) => Origin + BasePath + path;

    public override string ToString() => Origin + BasePath;
}
