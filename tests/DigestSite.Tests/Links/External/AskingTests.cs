using System.Text;
using Microsoft.AspNetCore.Http;
using static DigestSite.Tests.Links.External.LoopbackWeb;

namespace DigestSite.Tests.Links.External;

/// <summary>Rows 32 to 34 of what a link check must know: what is asked, and what an answer means.</summary>
public class AskingTests
{
    [Fact]
    [Provokes("DS684")]
    public async Task Row_32_an_address_is_asked_once_and_its_fragments_are_looked_for_in_the_answer()
    {
        await using AskedSite site = await AskedSite.Start(
            "http://a.host.org/x#one", "http://a.host.org/x#tw%C3%B6", "http://a.host.org/x", "HTTP://a.host.org/x#named", "http://a.host.org/x#top",
            "http://a.host.org/x#:~:text=words", "http://a.host.org/x#author", "http://a.host.org/x#!/route", "http://a.host.org/x#One", "http://a.host.org/x?q=1");
        site.Web.Answer = (context, _) => Html(context, "<p id=one><p id='twö'><a name=named></a><h2 id=user-content-author>");
        Assert.Equal(["DS684: `http://a.host.org/x#One` in <a href> names a place that its page does not have: no id `One`"], await site.Check());
        Assert.Equal(["GET a.host.org/x", "HEAD a.host.org/x?q=1"], site.Asked);
        Assert.EndsWith("content/pages/about.md", Assert.Single(site.Diagnostics.InOrder()).Span.FileName, StringComparison.Ordinal);
        Assert.Equal(22, Assert.Single(site.Diagnostics.InOrder()).Span.Line);
    }

    [Theory]
    [InlineData("text/plain", "no id", 0)]
    [InlineData("application/pdf", "%PDF", 0)]
    [InlineData(null, "<p id=two>", 0)]
    [InlineData("application/xhtml+xml", "<p id='two'/>", 1)]
    [InlineData("text/html; charset=nonsense", "<p id='two'/>", 1)]
    [InlineData("text/html; charset=utf-16", "", 1)]
    public async Task Row_32_only_html_has_places(string? type, string text, int told)
    {
        await using AskedSite site = await AskedSite.Start("http://a.host.org/x#one");
        site.Web.Answer = (context, _) =>
        {
            context.Response.ContentType = type;
            return context.Response.WriteAsync(text);
        };
        Assert.Equal(told, (await site.Check()).Length);
    }

    [Fact]
    public async Task Row_32_of_a_page_without_end_only_the_beginning_is_read()
    {
        await using AskedSite site = await AskedSite.Start("http://a.host.org/x#late", "http://a.host.org/x#early");
        long sent = 0;
        site.Web.Answer = async (context, _) =>
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<p id=early>");
            byte[] filler = Encoding.ASCII.GetBytes(new string('x', 1 << 16));
            while (!context.RequestAborted.IsCancellationRequested && sent < 1 << 28)
            {
                await context.Response.Body.WriteAsync(filler);
                sent += filler.Length;
                await Task.Delay(1, TestContext.Current.CancellationToken);
            }
        };
        Assert.Empty(await site.Check());
        Assert.InRange(sent, 1 << 20, 1 << 26);
    }

    [Fact]
    public async Task Row_32_a_redirect_that_names_a_place_itself_is_followed_there()
    {
        await using AskedSite site = await AskedSite.Start("http://a.host.org/x#one", "http://a.host.org/y#one");
        site.Web.Answer = (context, _) => context.Request.Path.Value switch
        {
            "/x" => Status(context, 302, ("Location", "/page#two")),
            "/y" => Status(context, 302, ("Location", "/page")),
            _ => Html(context, "<p id=two>"),
        };
        Assert.Equal(["DS684: `http://a.host.org/y#one` in <a href> names a place that its page does not have: no id `one`"], await site.Check());
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(501)]
    public async Task Row_33_where_HEAD_is_refused_GET_decides(int status)
    {
        await using AskedSite site = await AskedSite.Start("http://a.host.org/x");
        site.Web.Answer = (context, _) => Status(context, context.Request.Method == "HEAD" ? status : 200);
        Assert.Empty(await site.Check());
        Assert.Equal(["GET a.host.org/x", "HEAD a.host.org/x"], site.Asked);
    }

    [Fact]
    public async Task Row_33_HEAD_is_asked_first_and_is_enough_where_it_answers()
    {
        await using AskedSite site = await AskedSite.Start("http://a.host.org/good", "http://b.host.org/gone");
        site.Web.Answer = (context, _) => Status(context, context.Request.Path == "/good" ? 200 : 410);
        await site.Check();
        Assert.Equal(["HEAD a.host.org/good", "HEAD b.host.org/gone"], site.Asked);
    }

    [Theory]
    [InlineData("hang")]
    [InlineData("abort")]
    [InlineData("fail")]
    public async Task Row_33_a_host_that_stumbles_over_HEAD_gets_a_GET(string how)
    {
        await using AskedSite site = await AskedSite.Start("http://a.host.org/x");
        site.OneAnswer = TimeSpan.FromSeconds(1);
        site.Web.Answer = (context, _) =>
        {
            if (context.Request.Method == "HEAD" && how == "abort")
            {
                context.Abort();
            }

            return context.Request.Method != "HEAD" || how == "abort" ? Task.CompletedTask : how == "hang" ? Hang(context) : Status(context, 500);
        };
        Assert.Empty(await site.Check());
        Assert.Equal("GET a.host.org/x", site.Asked[0]);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    [InlineData(206)]
    [InlineData(304)]
    public async Task Row_34_good_answers_are_fine(int status)
    {
        await using AskedSite site = await AskedSite.Start("http://a.host.org/x");
        site.Web.Answer = (context, _) => Status(context, status);
        Assert.Empty(await site.Check());
    }

    [Theory]
    [Provokes("DS682")]
    [InlineData(302, 302, null)]
    [InlineData(303, 301, null)]
    [InlineData(307, 308, null)]
    [InlineData(301, 308, "http://b.host.org/end?a=1")]
    [InlineData(308, 302, "http://a.host.org/y")]
    public async Task Row_34_a_redirect_that_ends_well_is_fine_and_a_permanent_one_tells_its_target(int first, int second, string? target)
    {
        await using AskedSite site = await AskedSite.Start("http://a.host.org/x");
        site.Web.Answer = (context, _) => context.Request.Path.Value switch
        {
            "/x" => Status(context, first, ("Location", "y")),
            "/y" => Status(context, second, ("Location", site.Here("http://b.host.org/end?a=1"))),
            _ => Status(context, 200),
        };
        Assert.Equal(target is null ? [] : ["DS682: `http://a.host.org/x` in <a href> has moved for good"], await site.Check());
        Assert.Equal(["HEAD a.host.org/x", "HEAD a.host.org/y", "HEAD b.host.org/end?a=1"], site.Asked);
        if (target is not null)
        {
            Assert.Equal($"write `{target}`", site.Anywhere(site.Diagnostics.InOrder()[0].WayOut));
        }
    }

    [Fact]
    [Provokes("DS681")]
    public async Task Row_34_redirects_in_a_circle_or_more_than_ten_are_errors()
    {
        await using AskedSite site = await AskedSite.Start("http://a.host.org/round", "http://b.host.org/10", "http://c.host.org/11", "http://d.host.org/self", "http://e.host.org/file", "http://f.host.org/bad");
        site.Web.Answer = (context, _) => context.Request.Path.Value![1..] switch
        {
            "round" => Status(context, 302, ("Location", "/again")),
            "again" => Status(context, 302, ("Location", "/round#x")),
            "self" => Status(context, 301, ("Location", "")),
            "file" => Status(context, 302, ("Location", "file:///etc/hosts")),
            "bad" => Status(context, 302, ("Location", "http://")),
            "0" => Status(context, 200),
            var left => Status(context, 302, ("Location", "/" + (int.Parse(left, System.Globalization.CultureInfo.InvariantCulture) - 1))),
        };
        Assert.Equal(
            [
                "DS681: `http://a.host.org/round` in <a href> leads nowhere: its redirects go round in a circle",
                "DS681: `http://c.host.org/11` in <a href> leads nowhere: it is redirected more than 10 times",
                "DS683: whether `http://d.host.org/self` in <a href> is good could not be told: 301, a redirect to nowhere",
                "DS681: `http://e.host.org/file` in <a href> leads nowhere: it is redirected to no address of the web",
                "DS681: `http://f.host.org/bad` in <a href> leads nowhere: it is redirected to no address of the web",
            ],
            await site.Check());
        Assert.Equal(2, site.Asked.Count(a => a.Contains("a.host.org", StringComparison.Ordinal)));
        Assert.Equal(11, site.Asked.Count(a => a.Contains("c.host.org", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Row_34_a_host_that_redirects_until_it_sees_its_cookie_sees_it()
    {
        await using AskedSite site = await AskedSite.Start("http://a.host.org/x", "http://b.host.org/x");
        site.Web.Answer = (context, _) => context.Request.Headers.Cookie == "seen=1" ? Status(context, 200)
            : Status(context, 302, ("Location", "/x"), ("Set-Cookie", context.Request.Host.Host == "a.host.org" ? "seen=1; Path=/; HttpOnly" : "=;;"));
        Assert.Equal(["DS681: `http://b.host.org/x` in <a href> leads nowhere: its redirects go round in a circle"], await site.Check());
    }
}
