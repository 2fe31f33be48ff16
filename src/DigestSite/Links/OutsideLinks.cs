using DigestSite.Diagnostics;

namespace DigestSite.Links;

/// <summary>Judges http(s) links that leave the site, by their text alone; each URL once, since footers repeat theirs on every page.</summary>
internal sealed class OutsideLinks
{
    private readonly Dictionary<string, Flaw?> _known = new(StringComparer.Ordinal);

    /// <summary>What is wrong with a URL, if anything.</summary>
    /// <param name="url">The URL, white space around it gone.</param>
    /// <param name="text">The same URL, kept.</param>
    public Flaw? Check(ReadOnlySpan<char> url, out string text)
    {
        var lookup = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(url, out string? known, out Flaw? flaw))
        {
            text = known;
            return flaw;
        }

        text = url.ToString();
        flaw = Judge(text);
        _known.Add(text, flaw);
        return flaw;
    }

    private static Flaw? Judge(string url)
    {
        if (UrlText.Shape(url) is { } shape)
        {
            return shape;
        }

        int authority = url.IndexOf(':', StringComparison.Ordinal) + 1;
        if (!url.AsSpan(authority).StartsWith("//") || !Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) || uri.Host.Length == 0)
        {
            return new(Catalog.MalformedUrl, "names no host", "write `https://`, the host and the path");
        }

        return PublicHost.Check(uri)
            ?? (uri.Scheme == Uri.UriSchemeHttp ? new Flaw(Catalog.PlainHttp, Fix: $"write `https{url[4..]}` if the host answers it") : null);
    }
}
