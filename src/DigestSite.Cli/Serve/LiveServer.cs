using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DigestSite.Cli.Serve;

/// <summary>Answers browsers on this machine, and nobody else, from what <see cref="LiveSite"/> has in memory.</summary>
internal sealed class LiveServer(LiveSite live) : IAsyncDisposable
{
    private WebApplication? _host;

    /// <summary>Listens on the first of <paramref name="ports"/> that is free; null when none is, with the reason.</summary>
    public async Task<(int? Port, string Reason)> Listen(IEnumerable<int> ports)
    {
        string reason = "";
        foreach (int port in ports)
        {
            WebApplication host = Create(port);
            try
            {
                await host.StartAsync();
                _host = host;
                return (port, "");
            }
            catch (IOException failure)
            {
                await host.DisposeAsync();
                reason = failure.Message;
            }
        }

        return (null, reason);
    }

    /// <summary>Follows the sources until the program is told to end, as by Ctrl+C.</summary>
    public async Task Run()
    {
        Task follow = live.Follow(_host!.Lifetime.ApplicationStopping);
        Task end = _host.WaitForShutdownAsync(CancellationToken.None);
        if (await Task.WhenAny(follow, end) == follow)
        {
            End();
        }

        await end;
        await follow.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (follow.Exception is { } failure)
        {
            throw failure;
        }
    }

    /// <summary>Makes <see cref="Run"/> end, as Ctrl+C does.</summary>
    public void End() => _host?.Lifetime.StopApplication();

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? ValueTask.CompletedTask;

    // Empty: no configuration files, no environment variables, no log. Only what listens is added.
    private WebApplication Create(int port)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.ListenLocalhost(port);
        });
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(2));
        WebApplication host = builder.Build();
        host.Run(context => Answer(context, host.Lifetime.ApplicationStopping));
        return host;
    }

    private Task Answer(HttpContext context, CancellationToken end)
    {
        HttpRequest request = context.Request;
        HttpResponse response = context.Response;
        response.Headers.CacheControl = "no-store";
        if (!Loopback.IsOwn(request.Host.Host))
        {
            return Send(response, 403, "text/plain", "This server answers to localhost only.\n"u8.ToArray());
        }

        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            response.Headers.Allow = "GET, HEAD";
            return Send(response, 405, "text/plain", "Only GET and HEAD.\n"u8.ToArray());
        }

        string path = request.Path.Value ?? "/";
        return path switch
        {
            LivePage.ScriptPath => Send(response, 200, "text/javascript; charset=utf-8", LivePage.Script),
            LivePage.EventsPath => SendEvents(context, end),
            _ => SendPage(response, path, request.QueryString),
        };
    }

    private Task SendPage(HttpResponse response, string path, QueryString query)
    {
        Served served = live.Current;
        if (served.Site?.Find(path) is not { } answer)
        {
            return Send(response, 503, ContentType.Html, LivePage.WithoutSite(served.StateOf(path)));
        }

        if (answer.Location is { } location)
        {
            response.Headers.Location = location + query;
            return Send(response, answer.Status, "text/plain", default);
        }

        if (answer.File is not { } file)
        {
            return Send(response, answer.Status, "text/plain", "Not found.\n"u8.ToArray());
        }

        string type = ContentType.Of(file);
        ReadOnlyMemory<byte> bytes;
        try
        {
            bytes = type == ContentType.Html ? LivePage.WithScript(file.Bytes, served.StateOf(path)) : file.Bytes;
        }
        catch (Exception) when (served != live.Current)
        {
            // A page that is rendered when it is asked for, by templates that have changed since.
            return SendPage(response, path, query);
        }

        return Send(response, answer.Status, type, bytes);
    }

    private static Task Send(HttpResponse response, int status, string type, ReadOnlyMemory<byte> bytes)
    {
        response.StatusCode = status;
        response.ContentType = type;
        response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(response.HttpContext.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(bytes).AsTask();
    }

    // Server-sent events (HTML 9.2): the whole state of the page, now and whenever it changed.
    private async Task SendEvents(HttpContext context, CancellationToken end)
    {
        string path = context.Request.Query["path"].ToString();
        context.Response.ContentType = "text/event-stream";
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, end);
        try
        {
            await context.Response.WriteAsync("retry: 500\n\n", gone.Token);
            string sent = "";
            for (Served served = live.Current; ; await served.Next.WaitAsync(gone.Token), served = live.Current)
            {
                string state = LivePage.Json(served.StateOf(path));
                if (state != sent)
                {
                    await context.Response.WriteAsync($"data: {state}\n\n", gone.Token);
                    await context.Response.Body.FlushAsync(gone.Token);
                    sent = state;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left, or the server ends: both are how this is meant to stop.
        }
    }
}
