using System.Net;
using static DigestSite.Tests.Links.External.LoopbackWeb;

namespace DigestSite.Tests.Links.External;

/// <summary>Rows 36 and 37 of what a link check must know: when it asks again, and how much at once.</summary>
public class PoliteAskingTests
{
    [Theory]
    [InlineData(408, "408, it took too long")]
    [InlineData(429, "429, it was asked too often")]
    [InlineData(500, "500, the server fails")]
    [InlineData(503, "503, the server fails")]
    public async Task Row_36_what_may_pass_is_tried_three_times_after_longer_and_longer_waits(int status, string said)
    {
        await using AskedSite site = await AskedSite.Start("http://a.host.org/x");
        site.Web.Answer = (context, _) => Status(context, status);
        Assert.Equal([$"DS683: whether `http://a.host.org/x` in <a href> is good could not be told: {said}"], await site.Check());
        Assert.Equal(["GET a.host.org/x", "GET a.host.org/x", "HEAD a.host.org/x"], site.Asked);
        Assert.Equal([2, 4], site.Clock.Waits);
    }

    [Fact]
    public async Task Row_36_one_good_answer_in_three_tries_is_enough()
    {
        await using AskedSite site = await AskedSite.Start("http://a.host.org/x");
        site.Web.Answer = (context, number) => Status(context, context.Request.Method == "GET" && number == 2 ? 200 : 502);
        Assert.Empty(await site.Check());
        Assert.Equal(3, site.Asked.Count);
    }

    [Theory]
    [InlineData("hang", "no answer came within 0.2 s")]
    [InlineData("abort", "the connection breaks off")]
    public async Task Row_36_a_host_that_hangs_or_cuts_the_connection_is_tried_three_times(string how, string said)
    {
        await using AskedSite site = await AskedSite.Start("http://a.host.org/x");
        site.OneAnswer = TimeSpan.FromSeconds(how == "hang" ? 0.2 : 30);
        site.Web.Answer = (context, _) =>
        {
            if (how == "abort")
            {
                context.Abort();
            }

            return how == "hang" ? Hang(context) : Task.CompletedTask;
        };
        Assert.Equal([$"DS683: whether `http://a.host.org/x` in <a href> is good could not be told: {said}"], await site.Check());
        Assert.Equal(3, site.Asked.Count);
    }

    [Fact]
    public async Task Row_36_a_port_where_nobody_listens_is_told()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using AskedSite site = await AskedSite.Start();
        site.Folder["content/pages/about.md"] += $"\n[x](http://127.0.0.1.host.org:{port}/)\n";
        Assert.EndsWith("could not be told: it refuses connections", Assert.Single(await site.Check()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(429, "Retry-After", "30", new double[] { 30, 30 })]
    [InlineData(503, "Retry-After", "Mon, 03 Nov 2025 12:00:50 GMT", new double[] { 50, 4 })]
    [InlineData(503, "Retry-After", "Mon, 03 Nov 2025 11:00:00 GMT", new double[] { 2, 4 })]
    [InlineData(503, "Retry-After", "soon", new double[] { 2, 4 })]
    [InlineData(429, "RateLimit-Reset", "20", new double[] { 20, 20 })]
    [InlineData(429, "RateLimit", "\"default\";r=0;t=25", new double[] { 25, 25 })]
    [InlineData(429, "X-RateLimit-Reset", "1762171240", new double[] { 40, 4 })]
    [InlineData(429, "Retry-After", "60", new double[] { 60, 60 })]
    [InlineData(429, "Retry-After", "61", new double[0])]
    [InlineData(429, "X-RateLimit-Reset", "1762174800", new double[0])]
    public async Task Row_36_a_host_says_after_what_while_it_may_be_asked_again_up_to_a_minute(int status, string header, string value, double[] waits)
    {
        await using AskedSite site = await AskedSite.Start("http://a.host.org/x");
        site.Web.Answer = (context, _) => Status(context, status, (header, value));
        Assert.Single(await site.Check());
        Assert.Equal(waits, site.Clock.Waits);
        Assert.Equal(waits.Length + 1, site.Asked.Count);
    }

    [Fact]
    [Provokes("DS687")]
    public async Task Row_36_a_host_that_wants_a_longer_rest_is_left_alone_and_others_are_asked()
    {
        await using AskedSite site = await AskedSite.Start([.. Enumerable.Range(1, 5).Select(n => $"http://a.host.org/{n}"), "http://b.host.org/1"]);
        site.Web.Answer = (context, _) => context.Request.Host.Host == "b.host.org" ? Status(context, 200) : Status(context, 429, ("Retry-After", "3600"));
        string[] told = await site.Check();
        int asked = site.Asked.Count(a => a.Contains("a.host.org", StringComparison.Ordinal));
        Assert.InRange(asked, 1, 2);
        Assert.Contains($"DS687: {5 - asked} addresses were not asked: `a.host.org` wanted a longer rest than a minute", told);
        Assert.Contains("HEAD b.host.org/1", site.Asked);
        Assert.Equal("content/site.yml", site.Diagnostics.InOrder().Single(d => d.Id == "DS687").Span.FileName);
    }

    [Fact]
    public async Task Row_36_who_has_no_requests_left_waits_before_the_next()
    {
        await using AskedSite site = await AskedSite.Start("http://a.host.org/1", "http://a.host.org/2", "http://a.host.org/3");
        site.Web.Answer = (context, _) => Status(context, 200, ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "45"));
        Assert.Empty(await site.Check());
        Assert.Equal(3, site.Asked.Count);
        Assert.Contains(site.Clock.Waits, w => w > 40);
    }

    [Fact]
    public async Task Row_37_at_most_two_requests_go_to_one_host_at_a_time()
    {
        await using AskedSite site = await AskedSite.Start([.. Enumerable.Range(1, 8).Select(n => $"http://a.host.org/{n}")]);
        int now = 0, most = 0;
        var two = new TaskCompletionSource();
        site.Web.Answer = async (_, _) =>
        {
            int count = Interlocked.Increment(ref now);
            InterlockedMax(ref most, count);
            if (count == 2)
            {
                two.TrySetResult();
            }

            await two.Task;
            Interlocked.Decrement(ref now);
        };
        Assert.Empty(await site.Check());
        Assert.Equal(8, site.Asked.Count);
        Assert.Equal(2, most);
    }

    [Fact]
    public async Task Row_37_requests_to_a_host_are_spaced()
    {
        await using AskedSite site = await AskedSite.Start([.. Enumerable.Range(1, 6).Select(n => $"http://a.host.org/{n}")]);
        DateTimeOffset begin = DateTimeOffset.Parse("2025-11-03T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Empty(await site.Check());
        Assert.InRange((site.Clock.GetUtcNow() - begin).TotalSeconds, 5, 60);
        Assert.All(site.Clock.Waits, w => Assert.InRange(w, 0, 1));
    }

    [Fact]
    public async Task Row_37_there_is_a_cap_over_all_hosts()
    {
        await using AskedSite site = await AskedSite.Start([.. Enumerable.Range(1, 40).Select(n => $"http://h{n}.host.org/")]);
        int now = 0, most = 0;
        var full = new TaskCompletionSource();
        site.Web.Answer = async (_, _) =>
        {
            int count = Interlocked.Increment(ref now);
            InterlockedMax(ref most, count);
            if (count == DigestSite.Cli.LinkChecking.HostTurns.MostInAll)
            {
                full.TrySetResult();
            }

            await full.Task;
            Interlocked.Decrement(ref now);
        };
        Assert.Empty(await site.Check());
        Assert.Equal(40, site.Asked.Count);
        Assert.Equal(16, most);
    }

    [Fact]
    public async Task Row_37_every_host_is_told_which_site_asks()
    {
        await using AskedSite site = await AskedSite.Start("http://a.host.org/x", "http://b.host.org/x");
        site.Web.Answer = (context, _) => context.Request.Method == "HEAD" ? Status(context, 405) : Status(context, 200);
        await site.Check();
        Assert.Equal(4, site.Web.Headers.Count);
        Assert.All(site.Web.Headers, h => Assert.Equal("DigestSite/0.1.0 (+https://tiny.github.io/digest/)", h.UserAgent));
    }

    private static void InterlockedMax(ref int most, int count)
    {
        for (int before = most; before < count; before = most)
        {
            Interlocked.CompareExchange(ref most, count, before);
        }
    }
}
