using System.Text;
using DigestSite.Cli.Serve;

namespace DigestSite.Tests.Cli.Serve;

/// <summary>Sites of a few files, each given as its address and its text.</summary>
internal static class ServedFiles
{
    public static SiteTree Site(string baseUrl, params (string Path, string Text)[] files)
    {
        Assert.True(BaseUrl.TryParse(baseUrl, out BaseUrl? url));
        return new(url, [.. files.Select(f => new OutputFile(new SitePath(f.Path), Encoding.UTF8.GetBytes(f.Text), f.Path))]);
    }

    public static SiteTree Site(params (string Path, string Text)[] files) => Site("https://owner.github.io/digest/", files);

    public static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}
