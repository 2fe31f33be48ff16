using System.Security.Cryptography;
using System.Text;
using DigestSite.Templates;

namespace DigestSite.Pages;

/// <summary>What a browser may load and run for a page: files of the site itself, and inline scripts known by their hash.</summary>
internal static class SecurityPolicy
{
    /// <summary>
    /// Sets the reader's choice of light or dark before anything is painted: later it would flash, and a file of its own would hold the page up.
    /// </summary>
    public static InlineScript Theme { get; } = InlineScript.Of("<script>", Encoding.UTF8.GetString(EmbeddedFiles.Read("theme.js")).TrimEnd());

    /// <summary>For <c>meta http-equiv=content-security-policy</c> (https://www.w3.org/TR/CSP3/).</summary>
    /// <param name="data">The page's structured data. It is not run, so that browsers ask nobody; checkers of pages do.</param>
    /// <param name="runsWasm">Whether the page runs WebAssembly of the site's own.</param>
    public static Html Of(InlineScript? data, bool runsWasm = false) =>
        new($"<meta http-equiv=\"content-security-policy\" content=\"default-src 'self' {Theme.Source}{(data is null ? "" : " " + data.Source)}{(runsWasm ? " 'wasm-unsafe-eval'" : "")};base-uri 'none';form-action 'self'\">");
}

/// <summary>A script within a page.</summary>
/// <param name="Source">Its hash as a policy names it: <c>'sha256-…'</c>.</param>
internal sealed record InlineScript(Html Element, string Source)
{
    public static InlineScript Of(string tag, string code) =>
        new(new($"{tag}{code}</script>"), $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(code)))}'");
}
