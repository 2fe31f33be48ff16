namespace DigestSite.Links;

/// <summary>What the relative links of a page are resolved against: the page's own address unless <c>&lt;base href&gt;</c> says otherwise.</summary>
/// <param name="Path">A path of this host, with its leading slash.</param>
/// <param name="Outside">The base when it is another host's; else null.</param>
internal readonly record struct DocumentBase(string Path, Uri? Outside = null)
{
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
