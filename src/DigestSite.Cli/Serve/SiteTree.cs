namespace DigestSite.Cli.Serve;

/// <summary>What the host says to a request: a file with its status, or where to go instead.</summary>
/// <param name="File">Null for a redirect, and for 404 where the site has no page for it.</param>
internal sealed record Answer(int Status, OutputFile? File, string? Location = null);

/// <summary>A finished site by the addresses that GitHub Pages serves it at. Nothing but these files can be reached: paths are only looked up.</summary>
internal sealed class SiteTree
{
    private const string Index = "index.html";

    private readonly Dictionary<string, OutputFile> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);

    public SiteTree(BaseUrl baseUrl, IReadOnlyList<OutputFile> files)
    {
        BaseUrl = baseUrl;
        foreach (OutputFile file in files)
        {
            string path = file.Path.FilePath;
            _files[path] = file;
            for (int slash = path.LastIndexOf('/'); slash > 0 && _folders.Add(path[..slash]); slash = path.LastIndexOf('/', slash - 1))
            {
            }
        }
    }

    public BaseUrl BaseUrl { get; }

    private string BasePath => BaseUrl.BasePath;

    /// <summary>What stands at an address.</summary>
    /// <param name="path">The path of the request from its first slash, percent escapes undone, without query.</param>
    public Answer Find(string path)
    {
        if (path == "/" && BasePath != "/")
        {
            return new(302, null, BasePath);
        }

        if (path + "/" == BasePath)
        {
            return new(301, null, BasePath);
        }

        if (!path.StartsWith(BasePath, StringComparison.Ordinal))
        {
            return NotFound;
        }

        string file = path[BasePath.Length..];
        if (file.Length == 0 || file[^1] == '/')
        {
            return _files.TryGetValue(file + Index, out OutputFile? index) ? new(200, index) : NotFound;
        }

        // A page without its extension comes before the folder of the same name.
        if (_files.TryGetValue(file, out OutputFile? found) || _files.TryGetValue(file + ".html", out found))
        {
            return new(200, found);
        }

        return _folders.Contains(file) ? new(301, null, path + "/") : NotFound;
    }

    /// <summary>How many files are new, gone, or not byte for byte what they were.</summary>
    public int CountChanges(SiteTree? before)
    {
        if (before is null)
        {
            return _files.Count;
        }

        int kept = _files.Keys.Count(before._files.ContainsKey);
        int same = _files.Count(f => before._files.TryGetValue(f.Key, out OutputFile? old) && old.Bytes.Span.SequenceEqual(f.Value.Bytes.Span));
        return _files.Count - same + before._files.Count - kept;
    }

    private Answer NotFound => new(404, _files.GetValueOrDefault(Routes.NotFound.FilePath));
}
