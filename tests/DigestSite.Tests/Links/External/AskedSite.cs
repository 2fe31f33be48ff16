using System.Globalization;
using System.Net;
using System.Net.Sockets;
using DigestSite.Cli;
using DigestSite.Cli.LinkChecking;
using DigestSite.Diagnostics;
using DigestSite.Links;
using DigestSite.Links.External;
using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Links.External;

/// <summary>The small site with links to sites of others, which are on this machine, and checks of them on days that a test names.</summary>
internal sealed class AskedSite : IAsyncDisposable
{
    private AskedSite(LoopbackWeb web) => Web = web;

    public SiteFolder Folder { get; } = new();

    public LoopbackWeb Web { get; }

    public DiagnosticBag Diagnostics { get; private set; } = new();

    public LeapClock Clock { get; private set; } = new(default);

    public LinkFindings? Findings { get; private set; }

    public LinkCheckRun? Run { get; private set; }

    public TimeSpan OneAnswer { get; set; } = TimeSpan.FromSeconds(30);

    public TimeSpan? TimeLimit { get; set; }

    public bool IsOffline { get; set; }

    public CancellationToken End { get; set; }

    public string[] Include { get; set; } = ["*.host.org*"];

    public string[] Exclude { get; set; } = [];

    public string CacheFile => Path.Combine(Folder.Root, ".digest", "links.tsv");

    /// <summary>What was asked in the last check, in ordinal order.</summary>
    public IReadOnlyList<string> Asked => [.. Web.Asked.Order(StringComparer.Ordinal)];

    /// <summary>A site whose page `about` has these links; a host without a port is one of this machine.</summary>
    public static async Task<AskedSite> Start(params string[] urls)
    {
        var site = new AskedSite(await LoopbackWeb.Start());
        site.Link(urls);
        return site;
    }

    public void Link(params string[] urls) =>
        Folder["content/pages/about.md"] = $"---\ntitle: About\ndescription: A page with links.\n---\n\n{string.Join("\n\n", urls.Select(u => $"[one]({Here(u)})"))}\n";

    /// <summary>An address of <c>host.org</c> as it is on this machine.</summary>
    public string Here(string url) => url.StartsWith("https://tls.host.org", StringComparison.Ordinal)
        ? url.Replace(".host.org", Port(".host.org", Web.TlsPort), StringComparison.Ordinal)
        : url.Replace(".host.org", Port(".host.org", Web.Port), StringComparison.Ordinal);

    /// <summary>Builds and asks; what is told of links, as <c>DS680: `http://a.host.org/x` in … is broken: …</c>.</summary>
    public async Task<string[]> Check(string today = "2025-11-03")
    {
        Diagnostics = new();
        Clock = new(DateTimeOffset.Parse(today + "T12:00:00Z", CultureInfo.InvariantCulture));
        Web.Asked.Clear();
        Web.Headers.Clear();
        BuiltSite built = Folder.Build();
        Assert.DoesNotContain(Folder.Diagnostics.InOrder(), d => d.Severity == Severity.Error);
        Run = new(built, "content/site.yml", Diagnostics, new Report(quiet: true), Clock)
        {
            Cache = new(CacheFile),
            Gate = new(a => a.Equals(IPAddress.Loopback) || PublicHost.IsPublic(a), Resolve),
            OneAnswer = OneAnswer,
            TimeLimit = TimeLimit,
            IsOffline = IsOffline,
            Include = Patterns("--include", Include),
            Exclude = Patterns("--exclude", Exclude),
            Jitter = () => 0.5,
        };
        Findings = await Run.Check(End);
        return [.. Diagnostics.InOrder().Select(d => $"{d.Id}: {Anywhere(d.Message.Split(" (from ")[0])}")];
    }

    /// <summary>A text without the ports of this machine.</summary>
    public string Anywhere(string text) => text.Replace(Port("", Web.Port), "", StringComparison.Ordinal).Replace(Port("", Web.TlsPort), "", StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        await Web.DisposeAsync();
        Folder.Dispose();
    }

    private static string Port(string host, int port) => string.Create(CultureInfo.InvariantCulture, $"{host}:{port}");

    private static AddressPattern[] Patterns(string option, string[] texts) => [.. texts.Select(t => new AddressPattern(t, new SourceText(option, t).AtOffset(0, t.Length)))];

    // No name of a test is asked of anybody.
    private static Task<IPAddress[]> Resolve(string host, CancellationToken end) => host.Split('.')[0] switch
    {
        "no" => Task.FromException<IPAddress[]>(new SocketException((int)SocketError.HostNotFound)),
        "later" => Task.FromException<IPAddress[]>(new SocketException((int)SocketError.TryAgain)),
        "ten" => Task.FromResult<IPAddress[]>([IPAddress.Parse("10.0.0.1"), IPAddress.IPv6Loopback]),
        "mapped" => Task.FromResult<IPAddress[]>([IPAddress.Parse("::ffff:127.0.0.1")]),
        "mixed" => Task.FromResult<IPAddress[]>([IPAddress.Parse("10.0.0.1"), IPAddress.Loopback]),
        _ when host.EndsWith(".host.org", StringComparison.Ordinal) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]),
        _ => throw new InvalidOperationException(host),
    };
}
