using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DigestSite.Tests.Links.External;

/// <summary>The sites of others, all on this machine: they answer, or misbehave, as a test wants, and count what they were asked.</summary>
internal sealed class LoopbackWeb : IAsyncDisposable
{
    private readonly WebApplication _host;

    private LoopbackWeb(WebApplication host) => _host = host;

    /// <summary>Answers a request; gets its number for this address and method, from 1.</summary>
    public Func<HttpContext, int, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Each request, as <c>HEAD a.host.org/path?query</c>, in the order that they came.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    public ConcurrentQueue<IHeaderDictionary> Headers { get; } = [];

    public int Port { get; private set; }

    /// <summary>The port where a certificate is shown that nobody trusts.</summary>
    public int TlsPort { get; private set; }

    public static async Task<LoopbackWeb> Start()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(o =>
        {
            o.Listen(IPAddress.Loopback, 0);
            o.Listen(IPAddress.Loopback, 0, l => l.UseHttps(Untrusted.Value));
        });
        WebApplication host = builder.Build();
        var web = new LoopbackWeb(host);
        host.Run(web.Serve);
        await host.StartAsync();
        Uri[] addresses = [.. host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(a => new Uri(a))];
        (web.Port, web.TlsPort) = (addresses.Single(a => a.Scheme == "http").Port, addresses.Single(a => a.Scheme == "https").Port);
        return web;
    }

    public static Task Status(HttpContext context, int status, params (string Name, string Value)[] headers)
    {
        context.Response.StatusCode = status;
        foreach ((string name, string value) in headers)
        {
            context.Response.Headers.Append(name, value);
        }

        return Task.CompletedTask;
    }

    public static Task Html(HttpContext context, string text)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Request.Method == "HEAD" ? Task.CompletedTask : context.Response.WriteAsync(text);
    }

    public static Task Hang(HttpContext context) => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private Task Serve(HttpContext context)
    {
        string asked = $"{context.Request.Method} {context.Request.Host.Host}{context.Request.Path.ToUriComponent()}{context.Request.QueryString}";
        int number;
        lock (Asked)
        {
            number = Asked.Count(a => a == asked) + 1;
            Asked.Enqueue(asked);
            Headers.Enqueue(new HeaderDictionary(context.Request.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase)));
        }

        return Answer(context, number);
    }

    private static readonly Lazy<X509Certificate2> Untrusted = new(() =>
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=tls.host.org", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 made = request.CreateSelfSigned(new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2035, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    });
}

/// <summary>A clock that stands still but for the waiting, which takes no time, on whatever thread.</summary>
internal sealed class LeapClock(DateTimeOffset now) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<double> _waits = [];
    private DateTimeOffset _now = now;

    /// <summary>How long each waiting would have been, in seconds.</summary>
    public IReadOnlyList<double> Waits
    {
        get
        {
            lock (_lock)
            {
                return [.. _waits];
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.Zero)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        lock (_lock)
        {
            _waits.Add(dueTime.TotalSeconds);
            _now += dueTime;
        }

        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
