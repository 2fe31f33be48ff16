using System.Security.Cryptography;
using System.Text;

namespace DigestSite.Cli.Serve;

/// <summary>What a browser needs to tell whether what it shows is what there is.</summary>
/// <param name="Path">The address it shows, as the request had it.</param>
/// <param name="Page">A digest of the page and of all it is shown with but its style sheets: differs, then reload.</param>
/// <param name="Styles">A digest of each style sheet by its path: differs, then swap it.</param>
/// <param name="Errors">The diagnostics that keep a newer page from being shown, as the console prints them.</param>
internal sealed record PageState(string Path, string Page, SortedDictionary<string, string> Styles, IReadOnlyList<string> Errors);

/// <summary>What the server answers from: the last site that had no error, and the errors since.</summary>
/// <param name="site">Null until a build succeeds.</param>
internal sealed class Served(SiteTree? site, IReadOnlyList<string> errors)
{
    private readonly TaskCompletionSource<Served> _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SiteTree? Site { get; } = site;

    public IReadOnlyList<string> Errors { get; } = errors;

    /// <summary>Ends with what is served after this.</summary>
    public Task<Served> Next => _next.Task;

    public void ReplaceWith(Served next) => _next.SetResult(next);

    /// <summary>The state of an address: a function of the bytes served there, and of nothing else.</summary>
    public PageState StateOf(string path)
    {
        var styles = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (Site?.Find(path) is not { } answer)
        {
            return new(path, "", styles, Errors);
        }

        using var page = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        page.AppendData(Encoding.UTF8.GetBytes($"{answer.Status} {answer.Location}\n"));
        if (answer.File is { } file)
        {
            page.AppendData(file.Bytes.Span);
            PageAssets assets = PageAssets.Of(file, Site);
            foreach (OutputFile asset in assets.Others)
            {
                page.AppendData(Encoding.UTF8.GetBytes($"\n{asset.Path} {asset.Bytes.Length}\n"));
                page.AppendData(asset.Bytes.Span);
            }

            foreach ((string address, OutputFile style) in assets.Styles)
            {
                styles[address] = Short(SHA256.HashData(style.Bytes.Span));
            }
        }

        return new(path, Short(page.GetHashAndReset()), styles, Errors);
    }

    private static string Short(byte[] hash) => Convert.ToHexStringLower(hash.AsSpan(0, 12));
}
