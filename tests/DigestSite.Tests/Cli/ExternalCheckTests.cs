using System.Diagnostics;
using System.Globalization;
using DigestSite.Tests.Links.External;
using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Cli;

/// <summary>The program itself. It is behind a proxy on this machine, so that names and addresses of others are asked of nobody.</summary>
public class ExternalCheckTests
{
    private const string Gone = "http://gone.invalid/page";

    [Fact]
    public async Task Row_43_as_text_the_counts_come_last_and_an_error_is_one_of_this_verb_alone()
    {
        await using LoopbackWeb web = await Proxy();
        using SiteFolder site = Site(Gone);
        CommandLine.Result result = CommandLine.Run(site.Root, Behind(web), "check", "--external", "--include", "*.invalid*");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("content/pages/about.md(6,7): error DS680: `http://gone.invalid/page` in <a href> is broken: 404, there is no such page (from content/pages/about.md; site/about/index.html(", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("1 link to 1 address of other sites, 1 page, 1 host: 0 good, 0 moved, 0 could not be told, 1 broken, 0 not known; 1 asked now\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(["GET gone.invalid/page", "HEAD gone.invalid/page"], web.Asked.Order(StringComparer.Ordinal));
        Assert.Contains("\nhttp://gone.invalid/page\t404\t", site[".digest/links.tsv"], StringComparison.Ordinal);
        Assert.Equal(0, CommandLine.Run(site.Root, "check").ExitCode);
        Assert.Equal(0, CommandLine.Run(site.Root, "build").ExitCode);
    }

    [Fact]
    public async Task Row_43_as_json_and_as_annotations()
    {
        await using LoopbackWeb web = await Proxy();
        using SiteFolder site = Site(Gone);
        CommandLine.Result json = CommandLine.Run(site.Root, Behind(web), "check", "--external", "--include", "*.invalid*", "--format", "json");
        Assert.Contains(json.Output.Split('\n'), l => l.StartsWith("{\"id\":\"DS680\",\"severity\":\"error\",\"file\":\"content/pages/about.md\",\"line\":6,\"column\":7,", StringComparison.Ordinal));
        Assert.EndsWith("1 broken, 0 not known; 1 asked now\n", json.Error, StringComparison.Ordinal);
        web.Asked.Clear();
        CommandLine.Result annotations = CommandLine.Run(site.Root, Behind(web), "check", "--external", "--offline", "--include", "*.invalid*", "--format", "github");
        Assert.Contains("\n::error file=content/pages/about.md,line=6,col=7,endColumn=31,title=DS680::`http://gone.invalid/page` in <a href> is broken: 404", annotations.Output, StringComparison.Ordinal);
        Assert.EndsWith("1 broken, 0 not known; 0 asked now\n", annotations.Output, StringComparison.Ordinal);
        Assert.Empty(web.Asked);
    }

    [Fact]
    public async Task A_proxy_is_asked_for_what_is_encrypted_too_and_for_nothing_private()
    {
        await using LoopbackWeb web = await Proxy();
        using SiteFolder site = Site("https://crypt.invalid/x", "http://inside.invalid/x");
        web.Answer = (context, _) => context.Request.Method == "CONNECT" ? LoopbackWeb.Status(context, 502) : LoopbackWeb.Status(context, 302, ("Location", "http://10.0.0.1/secret"));
        CommandLine.Result result = CommandLine.Run(site.Root, Behind(web), "check", "--external", "--include", "*.invalid*");
        Assert.Contains("CONNECT crypt.invalid", web.Asked);
        Assert.Contains("DS685: `http://inside.invalid/x` in <a href> was not followed: it leads to `10.0.0.1`", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(web.Asked, a => a.Contains("10.0.0.1", StringComparison.Ordinal));
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task With_errors_in_the_site_nobody_is_asked()
    {
        await using LoopbackWeb web = await Proxy();
        using SiteFolder site = Site(Gone, "/nowhere/");
        CommandLine.Result result = CommandLine.Run(site.Root, Behind(web), "check", "--external", "--summary", "links.md");
        Assert.Equal(1, result.ExitCode);
        Assert.EndsWith("Other sites were not asked: mend the errors first.\n", result.Output, StringComparison.Ordinal);
        Assert.Empty(web.Asked);
        Assert.False(File.Exists(Path.Combine(site.Root, "links.md")));
    }

    [Theory]
    [InlineData("--offline is for links to other sites: use it with --external", "--offline")]
    [InlineData("--max-time takes a time such as 90s, 10m or 2h, a day at most, not '10'", "--external", "--max-time", "10")]
    [InlineData("--max-time takes a time such as 90s, 10m or 2h, a day at most, not '25h'", "--external", "--max-time", "25h")]
    [InlineData("--include takes a pattern, not an empty one", "--external", "--include", "")]
    [InlineData("--summary is for links to other sites: use it with --external", "--summary", "x.md")]
    public void What_cannot_be_meant_is_refused(string message, params string[] options)
    {
        CommandLine.Result result = CommandLine.Run(".", ["check", .. options]);
        Assert.Equal((2, true), (result.ExitCode, result.Error.StartsWith($"digest: {message}\n", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_interrupt_ends_it_and_what_was_answered_is_kept()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no SIGINT to send");
        await using LoopbackWeb web = await Proxy();
        using SiteFolder site = Site("http://good.invalid/x", "http://hangs.invalid/x");
        var asked = new TaskCompletionSource();
        web.Answer = (context, _) =>
        {
            if (context.Request.Host.Host == "good.invalid")
            {
                context.Response.OnCompleted(() =>
                {
                    asked.TrySetResult();
                    return Task.CompletedTask;
                });
                return Task.CompletedTask;
            }

            return LoopbackWeb.Hang(context);
        };
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "digest.dll"), "check", "--external", "--include", "*.invalid*"])
        {
            WorkingDirectory = site.Root,
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach ((string name, string value) in Behind(web))
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        await asked.Task;
        while (!web.Asked.Contains("HEAD hangs.invalid/x"))
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.EndsWith("digest: stopped; what was answered until then is in .digest/links.tsv\n", error, StringComparison.Ordinal);
        Assert.Equal(2, process.ExitCode);
        Assert.Equal(["links.tsv"], Directory.GetFiles(Path.Combine(site.Root, ".digest")).Select(Path.GetFileName));
        Assert.StartsWith("# What links to other sites answered", site[".digest/links.tsv"], StringComparison.Ordinal);
    }

    internal static async Task<LoopbackWeb> Proxy()
    {
        LoopbackWeb web = await LoopbackWeb.Start();
        web.Answer = (context, _) => LoopbackWeb.Status(context, 404);
        return web;
    }

    internal static Dictionary<string, string> Behind(LoopbackWeb web)
    {
        string address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{web.Port}");
        return new(StringComparer.Ordinal) { ["http_proxy"] = address, ["https_proxy"] = address, ["HTTPS_PROXY"] = address, ["no_proxy"] = "", ["NO_PROXY"] = "", ["all_proxy"] = address };
    }

    private static SiteFolder Site(params string[] urls)
    {
        var site = new SiteFolder();
        site["content/pages/about.md"] = $"---\ntitle: About\ndescription: A page with links.\n---\n\n{string.Join("\n\n", urls.Select(u => $"[one]({u})"))}\n";
        return site;
    }
}
