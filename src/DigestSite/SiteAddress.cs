using DigestSite.Papers.Permanence;

namespace DigestSite;

/// <summary>Reads an address as people copy it: a whole URL, a path with or without the base path, with or without index.html.</summary>
internal static class SiteAddress
{
    private const string Index = "index.html";

    /// <summary>The address that is meant, in the form the site has it; null when the site has none such, now or in its ledger.</summary>
    public static SitePath? Find(BuiltSite site, string text)
    {
        HashSet<SitePath> made = [.. site.Files.Select(f => f.Path)];
        IReadOnlyDictionary<SitePath, RecordedUrl> recorded = site.Compiled!.Ledger.Urls;
        SitePath[] readings = [.. Readings(site.Compiled.Site.Settings.BaseUrl, text)];
        return readings.Where(made.Contains).Concat(readings.Where(recorded.ContainsKey)).Select(p => (SitePath?)p).FirstOrDefault();
    }

    /// <summary>The address without what does not belong to it, for a message.</summary>
    public static string Shown(BaseUrl baseUrl, string text) => Paths(baseUrl, text).FirstOrDefault() ?? text;

    /// <summary>What it may mean, the likeliest first; nothing for an address of another site.</summary>
    public static IEnumerable<SitePath> Readings(BaseUrl baseUrl, string text) =>
        Paths(baseUrl, text)
            .SelectMany(p => (string[])[p, p + "/"])
            .Where(p => p != "/" && SitePath.TryParse(p, out _))
            .Select(p => new SitePath(p));

    // A site under /digest/ may hold a folder digest/ too: with the base path taken off comes first.
    private static IEnumerable<string> Paths(BaseUrl baseUrl, string text)
    {
        int end = text.AsSpan().IndexOfAny('?', '#');
        string bare = end < 0 ? text : text[..end];
        if (Uri.TryCreate(bare, UriKind.Absolute, out Uri? preview) && preview.IsLoopback && preview.Scheme == Uri.UriSchemeHttp)
        {
            bare = preview.AbsolutePath;
        }

        if (bare.Contains("://", StringComparison.Ordinal))
        {
            if (bare + "/" == baseUrl.ToString())
            {
                bare += "/";
            }

            return bare.StartsWith(baseUrl.ToString(), StringComparison.OrdinalIgnoreCase) ? [WithoutIndex(bare[baseUrl.ToString().Length..])] : [];
        }

        string rooted = bare.StartsWith('/') ? bare : "/" + bare;
        string[] under = rooted.StartsWith(baseUrl.BasePath, StringComparison.Ordinal) ? [WithoutIndex(rooted[baseUrl.BasePath.Length..])] : rooted + "/" == baseUrl.BasePath ? [""] : [];
        return under.Append(WithoutIndex(rooted[1..])).Distinct(StringComparer.Ordinal);
    }

    private static string WithoutIndex(string path) =>
        path == Index || path.EndsWith("/" + Index, StringComparison.Ordinal) ? path[..^Index.Length] : path;
}
