using System.Net;

namespace DigestSite.Cli.LinkChecking;

/// <summary>The way from an address over its redirects. A host that sets a cookie gets it back, as from a browser: some redirect until they see it.</summary>
internal sealed class RedirectWay
{
    public const int MostRedirects = 10;

    private readonly CookieContainer _cookies = new();
    private readonly HashSet<string> _been = new(StringComparer.Ordinal);
    private bool _isForGood = true;
    private int _redirects;

    public RedirectWay(Uri start)
    {
        Url = start;
        _been.Add(Step);
    }

    public Uri Url { get; private set; }

    /// <summary>How far redirects lead that are for good, from the first on; null when the first is not.</summary>
    public Uri? MovedTo { get; private set; }

    /// <summary>Whether a redirect names a place on the page itself, which then counts in place of the link's.</summary>
    public bool HasOwnFragment { get; private set; }

    public string Cookies => _cookies.GetCookieHeader(Url);

    private string Step => $"{Url.AbsoluteUri}\n{Cookies}";

    public void Keep(string cookie)
    {
        try
        {
            _cookies.SetCookies(Url, cookie);
        }
        catch (CookieException)
        {
            // A browser leaves it out too.
        }
    }

    /// <summary>Goes on to where a redirect leads; says why not where it cannot.</summary>
    public Links.External.AnswerKind? Follow(string location, bool isForGood)
    {
        if (!Uri.TryCreate(Url, location, out Uri? next) || (next.Scheme != Uri.UriSchemeHttp && next.Scheme != Uri.UriSchemeHttps) || next.Host.Length == 0)
        {
            return Links.External.AnswerKind.NoAddress;
        }

        HasOwnFragment |= next.Fragment.Length > 1;
        Url = new(next.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped));
        _isForGood &= isForGood;
        MovedTo = _isForGood ? next : MovedTo;
        if (++_redirects > MostRedirects)
        {
            return Links.External.AnswerKind.TooManyRedirects;
        }

        return _been.Add(Step) ? null : Links.External.AnswerKind.Loop;
    }
}
