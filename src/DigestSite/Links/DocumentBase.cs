using DigestSite.Diagnostics;

namespace DigestSite.Links;

/// <summary>What the relative links of a page are resolved against: the page's own address unless <c>&lt;base href&gt;</c> says otherwise.</summary>
/// <param name="Path">A path of this host, with its leading slash.</param>
/// <param name="Outside">The base when it is another host's; else null.</param>
internal readonly record struct DocumentBase(string Path, Uri? Outside = null)
{
    public static DocumentBase Root => new("/");

    /// <summary>This base with what <c>&lt;base href&gt;</c> says, itself a reference to be resolved.</summary>
    public DocumentBase Replaced(ReadOnlySpan<char> href, OwnOrigin own, out Flaw? flaw)
    {
        flaw = href.IsEmpty ? new(Catalog.EmptyLink) : UrlText.Shape(href);
        if (flaw is not null)
        {
            return this;
        }

        if (own.PathOf(href) is { } path)
        {
            return new(Root.Join(path));
        }

        if (UrlText.Scheme(href).IsEmpty && !href.StartsWith("//"))
        {
            return new(Join(href));
        }

        string whole = href.StartsWith("//") ? $"https:{href}" : href.ToString();
        return Uri.TryCreate(whole, UriKind.Absolute, out Uri? outside) ? new(Path, outside) : this;
    }

    /// <summary>The path of this host that a relative reference means, without query and fragment; dots are still in it.</summary>
    public string Join(ReadOnlySpan<char> reference)
    {
        int end = reference.IndexOfAny('?', '#');
        ReadOnlySpan<char> path = end < 0 ? reference : reference[..end];
        if (path.IsEmpty)
        {
            return Path;
        }

        return path[0] == '/' ? path.ToString() : string.Concat(Path.AsSpan(0, Path.LastIndexOf('/') + 1), path);
    }
}
