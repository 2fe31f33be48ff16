using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DigestSite.Tests.Collecting;

/// <summary>A source on this machine that answers, or misbehaves, as a test wants.</summary>
internal sealed class LoopbackSource : IAsyncDisposable
{
    private readonly WebApplication _host;

    private LoopbackSource(WebApplication host) => _host = host;

    /// <summary>Answers a request; gets its number for this address, from 1.</summary>
    public Func<HttpContext, int, Task> Answer { get; set; } = (context, _) => Json(context, "[]");

    /// <summary>Path and query of every request, in the order that they came.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>The headers of each.</summary>
    public ConcurrentQueue<IHeaderDictionary> Headers { get; } = [];

    public string Address { get; private set; } = "";

    public static async Task<LoopbackSource> Start()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(o => o.Listen(IPAddress.Loopback, 0));
        WebApplication host = builder.Build();
        var source = new LoopbackSource(host);
        host.Run(source.Serve);
        await host.StartAsync();
        source.Address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return source;
    }

    public static Task Json(HttpContext context, string text) => Send(context, "application/json; charset=utf-8", text);

    public static Task Send(HttpContext context, string type, string text)
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(text);
    }

    public static Task Fail(HttpContext context, int status, string? retryAfter = null)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private Task Serve(HttpContext context)
    {
        string asked = context.Request.Path + context.Request.QueryString;
        int number = Asked.Count(a => a == asked) + 1;
        Asked.Enqueue(asked);
        Headers.Enqueue(new HeaderDictionary(context.Request.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase)));
        return Answer(context, number);
    }
}

/// <summary>A clock that stands still but for the waiting, which takes no time.</summary>
internal sealed class QuickClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset _now = now;

    public static QuickClock At(string day) => new(DateTimeOffset.Parse(day + "T18:00:00Z", CultureInfo.InvariantCulture));

    /// <summary>How long each waiting would have been.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeSpan.Zero)
        {
            Waits.Add(dueTime);
            _now += dueTime;
        }

        return base.CreateTimer(callback, state, dueTime >= TimeSpan.Zero ? TimeSpan.Zero : dueTime, period);
    }
}
