using DigestSite.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace DigestSite.BrowserTests;

/// <summary>The real site, built in memory and served on loopback under its own base path, with a browser to look at it.</summary>
public sealed class PublishedSite : IAsyncLifetime
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _files = new(StringComparer.Ordinal);
    private WebApplication? _server;
    private IPlaywright? _playwright;

    // The machine may be busy; what is awaited comes in a fraction of a second on an idle one.
    static PublishedSite() => Assertions.SetDefaultExpectTimeout(30_000);

    /// <summary>The project's own folder.</summary>
    public static string Root { get; } = FindRoot();

    public IBrowser Chromium { get; private set; } = null!;

    /// <summary>Where the site stands, with its closing slash.</summary>
    public string Address { get; private set; } = "";

    internal BuiltSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        string? program = Browser.Require(_playwright.Chromium.ExecutablePath);
        Build();
        await Serve();
        Chromium = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (Chromium is not null)
        {
            await Chromium.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private static string FindRoot()
    {
        string root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "DigestSite.sln")))
        {
            root = Path.GetDirectoryName(root)!;
        }

        return root;
    }

    private void Build()
    {
        var diagnostics = new DiagnosticBag(strict: true);
        var options = new BuildOptions { Content = Path.Combine(Root, "content"), Templates = Path.Combine(Root, "templates") };
        Site = new SiteBuilder(options, diagnostics).Build();
        Assert.Equal("", string.Join('\n', diagnostics.InOrder()));
        string basePath = Site.Compiled!.Site.Settings.BaseUrl.BasePath;
        foreach (OutputFile file in Site.Files)
        {
            _files[basePath + file.Path] = file.Bytes;
        }
    }

    // As GitHub Pages does: folders are their index.html, anything unknown is 404.html.
    private async Task Serve()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        string basePath = Site.Compiled!.Site.Settings.BaseUrl.BasePath;
        _server.Run(async context =>
        {
            string path = context.Request.Path.Value ?? "/";
            bool isThere = _files.TryGetValue(path, out ReadOnlyMemory<byte> bytes);
            context.Response.StatusCode = isThere ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
            context.Response.ContentType = TypeOf(isThere ? path : ".html");
            await context.Response.Body.WriteAsync(isThere ? bytes : _files[basePath + Routes.NotFound]);
        });
        await _server.StartAsync();
        Address = _server.Urls.First() + basePath;
    }

    private static string TypeOf(string path) => Path.GetExtension(path) switch
    {
        ".css" => "text/css",
        ".js" => "text/javascript",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".xml" => "application/xml",
        ".json" => "application/json",
        ".txt" => "text/plain",
        _ => "text/html; charset=utf-8",
    };
}
