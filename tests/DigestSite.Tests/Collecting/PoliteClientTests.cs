using System.Net;
using System.Net.Sockets;
using DigestSite.Collecting;

namespace DigestSite.Tests.Collecting;

/// <summary>How requests go out, and what comes of a source that misbehaves.</summary>
public class PoliteClientTests
{
    private const string Paused = "daily_papers: { since: 2025-11-03, url: ADDRESS/daily, pause: 5 }\n";
    private const string Monday = "dumps/2025-11-03.json";

    [Fact]
    public async Task Requests_to_a_host_are_spaced()
    {
        await using CollectingSite site = await CollectingSite.Start(Paused);
        await site.Collect("2025-11-05");
        Assert.Equal(3, site.Asked.Count);
        Assert.Equal([5, 5], Waits(site));
    }

    [Fact]
    public async Task A_passing_failure_is_asked_again_after_longer_and_longer_waits()
    {
        await using CollectingSite site = await CollectingSite.Start(Paused);
        site.Source.Answer = (context, number) => number <= 2 ? LoopbackSource.Fail(context, 500) : LoopbackSource.Json(context, PaperAnswers.Day("2511.00001"));
        await site.Collect("2025-11-03");
        Assert.Empty(site.Told);
        Assert.Equal([10, 20], Waits(site));
        Assert.True(site.Has(Monday));
    }

    [Theory]
    [Provokes("DS084")]
    [InlineData(429, null, new double[] { 10, 20, 40 })]
    [InlineData(429, "30", new double[] { 30, 30, 40 })]
    [InlineData(503, "Mon, 03 Nov 2025 18:01:00 GMT", new double[] { 60, 20, 40 })]
    [InlineData(503, "Mon, 03 Nov 2025 17:00:00 GMT", new double[] { 10, 20, 40 })]
    [InlineData(503, "soon", new double[] { 10, 20, 40 })]
    [InlineData(429, "3600", new double[0])]
    public async Task A_source_says_after_what_while_it_may_be_asked_again(int status, string? retryAfter, double[] waits)
    {
        await using CollectingSite site = await CollectingSite.Start(Paused);
        site.Source.Answer = (context, _) => LoopbackSource.Fail(context, status, retryAfter);
        Assert.NotNull(await site.Collect("2025-11-03"));
        Assert.Equal(waits, Waits(site));
        Assert.StartsWith($"DS084: `{Monday}` got no answer: {status} ", Assert.Single(site.Told), StringComparison.Ordinal);
        Assert.EndsWith("content/sources.yml", Assert.Single(site.Diagnostics.InOrder()).Span.FileName, StringComparison.Ordinal);
        Assert.False(site.Diagnostics.HasErrors);
    }

    [Theory]
    [Provokes("DS083")]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(204)]
    public async Task A_refusal_is_an_error_and_is_not_asked_again(int status)
    {
        await using CollectingSite site = await CollectingSite.Start(Paused);
        site.Source.Answer = (context, _) => LoopbackSource.Fail(context, status);
        Assert.NotNull(await site.Collect("2025-11-03"));
        Assert.Empty(Waits(site));
        Assert.StartsWith($"DS083: `{Monday}` was refused: {status} ", Assert.Single(site.Told), StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(site.Diagnostics.InOrder()).Span.Line);
        Assert.True(site.Diagnostics.HasErrors);
    }

    [Theory]
    [InlineData("/round")]
    [InlineData("file:///etc/hostname")]
    [InlineData("")]
    public async Task Redirects_that_lead_nowhere_are_told(string target)
    {
        await using CollectingSite site = await CollectingSite.Start();
        site.Source.Answer = (context, _) =>
        {
            context.Response.Headers.Location = target;
            return LoopbackSource.Fail(context, 302);
        };
        await site.Collect("2025-11-03");
        Assert.InRange(site.Asked.Count, 1, 6);
        Assert.Matches("^DS083: .* (302 Found: redirected more than 5 times, or|it is redirected) to no address of the web$", Assert.Single(site.Told));
    }

    [Fact]
    public async Task A_redirect_is_followed()
    {
        await using CollectingSite site = await CollectingSite.Start();
        site.Source.Answer = (context, _) =>
        {
            if (context.Request.Path == "/moved")
            {
                return LoopbackSource.Json(context, PaperAnswers.Day("2511.00001"));
            }

            context.Response.Headers.Location = "/moved";
            return LoopbackSource.Fail(context, 301);
        };
        await site.Collect("2025-11-03");
        Assert.Empty(site.Told);
        Assert.True(site.Has(Monday));
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_asked_for_again_and_never_kept()
    {
        await using CollectingSite site = await CollectingSite.Start();
        site.Source.Answer = async (context, _) =>
        {
            context.Response.ContentLength = 100_000;
            await LoopbackSource.Json(context, PaperAnswers.Day("2511.00001"));
            await context.Response.Body.FlushAsync();
            context.Abort();
        };
        await site.Collect("2025-11-03");
        Assert.Equal(4, site.Asked.Count);
        Assert.StartsWith("DS084", Assert.Single(site.Told), StringComparison.Ordinal);
        Assert.False(site.Has(Monday));
    }

    [Fact]
    public async Task A_connection_that_is_cut_is_tried_again()
    {
        await using CollectingSite site = await CollectingSite.Start();
        site.Source.Answer = (context, number) =>
        {
            if (number < 3)
            {
                context.Abort();
                return Task.CompletedTask;
            }

            return LoopbackSource.Json(context, PaperAnswers.Day("2511.00001"));
        };
        await site.Collect("2025-11-03");
        Assert.Empty(site.Told);
        Assert.True(site.Has(Monday));
    }

    [Fact]
    public async Task A_source_that_is_too_slow_is_given_up_for_now()
    {
        await using CollectingSite site = await CollectingSite.Start();
        site.OneAnswer = TimeSpan.FromMilliseconds(200);
        site.Source.Answer = (context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        await site.Collect("2025-11-03");
        Assert.Equal(4, site.Asked.Count);
        Assert.Equal([$"DS084: `{Monday}` got no answer: none came within 0.2 s"], site.Told);
    }

    [Fact]
    [Provokes("DS090")]
    public async Task When_the_time_is_over_what_came_is_kept_and_the_rest_waits_for_the_next_run()
    {
        await using CollectingSite site = await CollectingSite.Start();
        site.TimeLimit = TimeSpan.FromSeconds(2);
        site.Source.Answer = (context, _) => context.Request.Query["date"] == "2025-11-05"
            ? LoopbackSource.Json(context, PaperAnswers.Day("2511.00001"))
            : Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        CollectionOutcome? outcome = await site.Collect("2025-11-05");
        Assert.Equal(1, outcome!.NotAsked);
        Assert.True(site.Has("dumps/2025-11-05.json"));
        Assert.Contains("DS090: 1 address was not asked: the time limit of 0.03 min was over", site.Told);
        Assert.EndsWith("content/sources.yml", site.Diagnostics.InOrder()[0].Span.FileName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_gives_no_answer_again_and_again_is_left_alone()
    {
        await using CollectingSite site = await CollectingSite.Start();
        int port = FreePort();
        site.Folder["content/sources.yml"] = $"daily_papers: {{ since: 2025-11-03, url: 'http://127.0.0.1:{port}/', pause: 0, stale_after: 9 }}\n";
        CollectionOutcome? outcome = await site.Collect("2025-11-10");
        Assert.Equal(3, outcome!.Judged.Count);
        Assert.Equal(["DS084", "DS084", "DS084", "DS090"], site.Told.Select(t => t[..5]).Order(StringComparer.Ordinal));
        Assert.Contains("refused", site.Told.First(t => t.StartsWith("DS084", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compressed_answer_is_kept_as_what_it_stands_for(string encoding)
    {
        await using CollectingSite site = await CollectingSite.Start();
        string day = PaperAnswers.Day("2511.00001");
        site.Source.Answer = async (context, _) =>
        {
            Assert.Contains(encoding, context.Request.Headers.AcceptEncoding.ToString(), StringComparison.Ordinal);
            context.Response.ContentType = "application/json";
            context.Response.Headers.ContentEncoding = encoding;
            await using Stream packed = encoding == "br" ? new System.IO.Compression.BrotliStream(context.Response.Body, System.IO.Compression.CompressionLevel.Fastest) : new System.IO.Compression.GZipStream(context.Response.Body, System.IO.Compression.CompressionLevel.Fastest);
            await packed.WriteAsync(System.Text.Encoding.UTF8.GetBytes(day));
        };
        await site.Collect("2025-11-03");
        Assert.Equal(day, site.Folder["content/" + Monday]);
    }

    [Fact]
    public async Task An_answer_without_end_does_not_fill_the_memory()
    {
        await using CollectingSite site = await CollectingSite.Start();
        site.Source.Answer = async (context, _) =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers.ContentEncoding = "gzip";
            await using var packed = new System.IO.Compression.GZipStream(context.Response.Body, System.IO.Compression.CompressionLevel.Fastest);
            byte[] spaces = new byte[1 << 20];
            for (int i = 0; i < 80; i++)
            {
                await packed.WriteAsync(spaces, context.RequestAborted);
            }
        };
        await site.Collect("2025-11-03");
        Assert.Equal([$"DS083: `{Monday}` was refused: it is larger than 64 MiB"], site.Told);
        Assert.Single(site.Asked);
    }

    private static IEnumerable<double> Waits(CollectingSite site) => site.Clock.Waits.Select(w => w.TotalSeconds);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
