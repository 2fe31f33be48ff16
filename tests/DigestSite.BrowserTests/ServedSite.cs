using DigestSite.Cli;
using DigestSite.Cli.Serve;
using Microsoft.Playwright;

namespace DigestSite.BrowserTests;

/// <summary>A copy of the real site's sources, served live, with a page open in the browser.</summary>
internal sealed class ServedSite : IAsyncDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("digest-serve-").FullName;
    private readonly IBrowserContext _context;
    private LiveSite? _live;
    private LiveServer? _server;
    private Task? _serving;

    private ServedSite(IBrowserContext context, string sources, Action<ServedSite>? prepare)
    {
        _context = context;
        foreach (string folder in (string[])["content", "templates"])
        {
            Copy(Path.Combine(sources, folder), Path.Combine(_root, folder));
        }

        prepare?.Invoke(this);
    }

    public IPage Page { get; private set; } = null!;

    /// <summary>Where the site stands, with its closing slash.</summary>
    public string Address { get; private set; } = "";

    public string this[string file]
    {
        get => File.ReadAllText(Path.Combine(_root, file));
        set => File.WriteAllText(Path.Combine(_root, file), value);
    }

    /// <summary>Serves, and opens a page.</summary>
    /// <param name="path">The page, within the site.</param>
    /// <param name="prepare">Changes the sources before the first build.</param>
    public static async Task<ServedSite> Open(IBrowser browser, string path, Action<ServedSite>? prepare = null, ColorScheme scheme = ColorScheme.Light)
    {
        IBrowserContext context = await browser.NewContextAsync(new() { ColorScheme = scheme });
        var site = new ServedSite(context, PublishedSite.Root, prepare);
        await site.Serve(Enumerable.Range(4100, 200));
        site.Page = await context.NewPageAsync();
        await site.Page.GotoAsync(site.Address + path);
        await site.Mark();
        return site;
    }

    /// <summary>Leaves a mark in the open page that no reload survives.</summary>
    public Task Mark() => Page.EvaluateAsync("window.mark = true");

    /// <summary>Done when the page has loaded once more. The pages' policy lets nobody evaluate a condition within them for long.</summary>
    public Task NextLoad()
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Page.Load += (_, _) => loaded.TrySetResult();
        return loaded.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    public Task<bool> IsMarked() => Page.EvaluateAsync<bool>("window.mark === true");

    public void Replace(string file, string old, string text)
    {
        string before = this[file];
        Assert.Contains(old, before, StringComparison.Ordinal);
        this[file] = before.Replace(old, text, StringComparison.Ordinal);
    }

    /// <summary>Ends the server, does something, and serves at the same address again.</summary>
    public async Task Restart(Action between)
    {
        await End();
        between();
        await Serve([new Uri(Address).Port]);
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await End();
        Directory.Delete(_root, recursive: true);
    }

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private async Task Serve(IEnumerable<int> ports)
    {
        var options = new BuildOptions { Content = Path.Combine(_root, "content"), Templates = Path.Combine(_root, "templates") };
        _live = new(options, strict: false, new Report(quiet: true));
        _server = new(_live);
        (int? port, string reason) = await _server.Listen(ports);
        Assert.True(port is not null, reason);
        Address = $"http://localhost:{port}/digest/";
        _serving = _server.Run();
    }

    private async Task End()
    {
        _server!.End();
        await _serving!;
        await _server.DisposeAsync();
        _live!.Dispose();
    }
}
