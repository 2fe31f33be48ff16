using DigestSite.Links;

namespace DigestSite.Cli.Serve;

/// <summary>The files of the site that a page is shown with: styles, scripts, pictures, fonts; not what it only points at.</summary>
/// <param name="Styles">The style sheets that the page itself links, each by the path that a browser asks for.</param>
/// <param name="Others">All else, also what a style sheet brings in.</param>
internal sealed record PageAssets(IReadOnlyDictionary<string, OutputFile> Styles, IReadOnlyCollection<OutputFile> Others)
{
    public static PageAssets Of(OutputFile page, SiteTree site)
    {
        var styles = new SortedDictionary<string, OutputFile>(StringComparer.Ordinal);
        var others = new SortedDictionary<SitePath, OutputFile>();
        using var found = new FoundLinks();
        foreach ((string path, OutputFile file, bool isStyle) in Used(page, site, found))
        {
            if (isStyle)
            {
                styles.TryAdd(path, file);
            }
            else
            {
                others.TryAdd(file.Path, file);
            }
        }

        var left = new Stack<OutputFile>(styles.Values.Concat(others.Values));
        while (left.TryPop(out OutputFile? asset))
        {
            if (Extension(asset) is ".css" or ".svg")
            {
                foreach ((_, OutputFile file, _) in Used(asset, site, found).Where(f => others.TryAdd(f.File.Path, f.File)))
                {
                    left.Push(file);
                }
            }
        }

        return new(styles, others.Values);
    }

    private static List<(string Path, OutputFile File, bool IsStyle)> Used(OutputFile file, SiteTree site, FoundLinks found)
    {
        found.Read(file);
        var address = new Uri(site.BaseUrl.Absolute(file.Path));
        Uri start = found.Base is { } given && Uri.TryCreate(address, given.Url.ToString(), out Uri? based) ? based : address;
        var used = new List<(string, OutputFile, bool)>();
        foreach (Link link in found.Links.Where(IsShown))
        {
            if (Uri.TryCreate(start, link.Url.ToString(), out Uri? target)
                && target.GetLeftPart(UriPartial.Authority) == site.BaseUrl.Origin
                && site.Find(Uri.UnescapeDataString(target.AbsolutePath)) is { Status: 200, File: { } asset }
                && asset != file
                && (link.Element.Span is not "link" || !IsOnlyPointedAt(asset)))
            {
                used.Add((target.AbsolutePath, asset, link.Element.Span is "link" && Extension(asset) == ".css"));
            }
        }

        return used;
    }

    private static bool IsShown(Link link) => link.Element.Span is not ("a" or "area" or "form" or "button" or "meta")
        && link.Attribute is not ("cite" or "formaction" or "action");

    // What a page says of itself in its head: its address, its neighbours, its feeds.
    private static bool IsOnlyPointedAt(OutputFile file) => Extension(file) is ".html" or ".xml" or ".json" or ".opml" or ".rss" or ".atom";

    private static string Extension(OutputFile file) => Path.GetExtension(file.Path.FilePath);
}
