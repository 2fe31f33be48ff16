namespace DigestSite.Links.External;

/// <summary>The page that an address answered with.</summary>
internal static class ForeignPage
{
    // GitHub puts this before the ids that authors give, and finds them by a script without it.
    private const string AuthorsOwn = "user-content-";

    /// <summary>Which of the places that links name are on it.</summary>
    /// <param name="isWhole">Whether this is all of the page, so that what is not here is missing.</param>
    public static IReadOnlyDictionary<string, FragmentState> Look(string html, bool isWhole, IEnumerable<string> fragments)
    {
        using var found = new FoundLinks();
        HtmlLinks.Read(html.AsMemory(), found);
        HashSet<string> names = [.. found.Anchors.Select(a => a.Name.ToString())];
        return fragments.ToDictionary(
            f => f,
            f => Fragments.IsOn(names, f) || Fragments.IsOn(names, AuthorsOwn + f) ? FragmentState.Found : isWhole ? FragmentState.Missing : FragmentState.Unknown,
            StringComparer.Ordinal);
    }
}
