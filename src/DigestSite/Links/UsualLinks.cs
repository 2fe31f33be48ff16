namespace DigestSite.Links;

/// <summary>Where the links lead that nearly all are, without a string being made for any. For all others <see cref="LinkJudge"/> takes the long way.</summary>
internal sealed class UsualLinks(SiteFiles site)
{
    // In UTF-16 units; slugs are far shorter.
    private const int LongestNear = 512;

    private readonly string _ownStart = site.BaseUrl.ToString();
    private bool _isRootOwn;
    private string? _folder;
    private int _file;

    /// <summary>Goes on with the links of another file.</summary>
    /// <param name="outside">Whether its <c>&lt;base href&gt;</c> leads to another site.</param>
    /// <param name="folder">The folder within the site that its relative references start from; null where they start elsewhere.</param>
    public void Begin(int file, bool outside, string? folder) => (_file, _isRootOwn, _folder) = (file, !outside, folder);

    /// <summary>The file that a URL leads to; false where that takes a closer look.</summary>
    /// <param name="length">How much of it is the path: query and fragment follow.</param>
    public bool TryFind(ReadOnlySpan<char> url, LinkRules rules, out int target, out int length)
    {
        length = 0;
        while (length < url.Length && url[length] is not ('?' or '#'))
        {
            length++;
        }

        ReadOnlySpan<char> path = url[..length];
        return (IsWhole(path, rules, out target) || IsNear(url, path, rules, out target)) && UrlText.Shape(url) is null;
    }

    // `/base/path/` or `https://host/base/path/`.
    private bool IsWhole(ReadOnlySpan<char> path, LinkRules rules, out int target)
    {
        bool isRooted = _isRootOwn && !rules.HasFlag(LinkRules.Absolute) && path.StartsWith(site.BaseUrl.BasePath);
        int start = isRooted ? site.BaseUrl.BasePath.Length : path.StartsWith(_ownStart) ? _ownStart.Length : -1;
        target = -1;
        return start >= 0 && site.TryFind(path[start..], out target);
    }

    // `#place` on the same page, or `../other/`.
    private bool IsNear(ReadOnlySpan<char> url, ReadOnlySpan<char> path, LinkRules rules, out int target)
    {
        target = _file;
        if (_folder is null || rules.HasFlag(LinkRules.Absolute) || url.IsEmpty || url[0] is '/' or '?')
        {
            return false;
        }

        if (url[0] == '#')
        {
            return true;
        }

        ReadOnlySpan<char> folder = _folder;
        while (path.StartsWith("../", StringComparison.Ordinal) && !folder.IsEmpty)
        {
            path = path[3..];
            folder = folder[..(folder[..^1].LastIndexOf('/') + 1)];
        }

        // What is no plain path of the site, such as one with a scheme or more dots, is the address of no file.
        Span<char> address = stackalloc char[LongestNear];
        return folder.Length + path.Length <= LongestNear && folder.TryCopyTo(address) && path.TryCopyTo(address[folder.Length..])
            && site.TryFind(address[..(folder.Length + path.Length)], out target);
    }
}
