using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using DigestSite.Cli;
using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Cli.Serve;

public class ServeVerbTests
{
    [Fact]
    public async Task It_serves_the_built_bytes_writes_nothing_and_ends_cleanly()
    {
        using var site = new SiteFolder();
        string[] before = Directory.GetFileSystemEntries(site.Root, "*", SearchOption.AllDirectories);
        using ServeProcess served = await ServeProcess.Start(site.Root);
        BuiltSite build = site.Build(o => o with { Generator = "DigestSite " + CommonOptions.Version });
        string built = ServedFiles.Text(build.Files.First(f => f.Path == SitePath.Root).Bytes);
        using var client = new HttpClient { BaseAddress = served.Address };

        string home = await client.GetStringAsync("", TestContext.Current.CancellationToken);
        int script = home.IndexOf("<script src=\"/.digest/", StringComparison.Ordinal);
        Assert.Equal(built, home.Remove(script, home.IndexOf("</body>", script, StringComparison.Ordinal) - script));
        using HttpResponseMessage missing = await client.GetAsync("nothing/here", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.NotFound, "no-store"), (missing.StatusCode, missing.Headers.CacheControl?.ToString()));

        Assert.Equal(0, served.Interrupt());
        Assert.Equal(before, Directory.GetFileSystemEntries(site.Root, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_is_no_plain_request_of_this_machine_is_refused()
    {
        using var site = new SiteFolder();
        using ServeProcess served = await ServeProcess.Start(site.Root);
        Assert.StartsWith("HTTP/1.1 200", await Ask(served, "GET /.digest/live.js HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 403", await Ask(served, "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 405", await Ask(served, "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 400", await Ask(served, "GET /a%00b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 404", await Ask(served, "GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 414", await Ask(served, $"GET /{new string('a', 20_000)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
        string head = await Ask(served, $"HEAD {served.Address.AbsolutePath} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200", head, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_when_it_was_asked_for_and_passed_over_when_not()
    {
        using var site = new SiteFolder();
        using ServeProcess first = await ServeProcess.Start(site.Root);
        CommandLine.Result second = CommandLine.Run(site.Root, "serve", "--port", first.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(2, second.ExitCode);
        Assert.Contains($"digest: cannot listen on port {first.Address.Port}", second.Error, StringComparison.Ordinal);
        using ServeProcess third = await ServeProcess.Start(site.Root);
        Assert.NotEqual(first.Address.Port, third.Address.Port);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("65536")]
    [InlineData("http")]
    public void A_port_that_is_none_is_wrong_usage(string port) =>
        Assert.Equal(2, CommandLine.Run(Repository.Root, "serve", "--port", port).ExitCode);

    private static async Task<string> Ask(ServeProcess served, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", served.Address.Port, TestContext.Current.CancellationToken);
        await using NetworkStream stream = client.GetStream();
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The real program, serving a folder.</summary>
    private sealed class ServeProcess : IDisposable
    {
        private readonly Process _process;

        private ServeProcess(Process process, Uri address)
        {
            _process = process;
            Address = address;
        }

        public Uri Address { get; }

        public static async Task<ServeProcess> Start(string folder)
        {
            Process process = Process.Start(new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "digest.dll"), "serve"])
            {
                WorkingDirectory = folder,
                UseShellExecute = false,
                RedirectStandardOutput = true,
            })!;
            string? line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            return new(process, new Uri(line!.Split(' ')[0]));
        }

        /// <summary>Ends it as Ctrl+C does; returns the exit code.</summary>
        public int Interrupt()
        {
            using Process kill = Process.Start("kill", ["-INT", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            kill.WaitForExit();
            _process.WaitForExit();
            return _process.ExitCode;
        }

        public void Dispose()
        {
            if (!_process.HasExited)
            {
                _process.Kill();
                _process.WaitForExit();
            }

            _process.Dispose();
        }
    }
}
