using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using DigestSite.Cli.Serve;

namespace DigestSite.Cli;

/// <summary><c>digest serve</c>: the site on this machine, built again at every save.</summary>
internal static class ServeVerb
{
    private const int FirstPort = 4000;
    private const int PortsTried = 20;

    public static Command Create()
    {
        var common = new CommonOptions();
        var port = PortOption();
        var open = new Option<bool>("--open") { Description = "Open the site in the browser." };
        var command = new Command("serve", "Show the site on this machine, built in memory; each save rebuilds it and updates open pages. Writes nothing.")
        {
            port, open, common.Drafts,
        };
        common.AddTo(command);
        command.SetAction(parsed =>
        {
            BuildOptions options = common.Read(parsed) with { IncludeDrafts = parsed.GetValue(common.Drafts) };
            return Run(options, parsed.GetValue(port), parsed.GetValue(open), parsed.GetValue(common.Strict), common.ReportFor(parsed)).GetAwaiter().GetResult();
        });
        return command;
    }

    private static Option<int?> PortOption() => new("--port", "-p")
    {
        Description = "Port to listen on. Default: 4000, or the next that is free.",
        HelpName = "number",
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is > 0 and <= 65535)
            {
                return port;
            }

            result.AddError($"--port takes a number from 1 to 65535, not '{text}'");
            return null;
        },
    };

    // Apart from Create, so that no other verb loads the web server.
    private static async Task<int> Run(BuildOptions options, int? wantedPort, bool open, bool strict, Report report)
    {
        using var live = new LiveSite(options, strict, report);
        await using var server = new LiveServer(live);
        (int? port, string reason) = await server.Listen(wantedPort is { } one ? [one] : Enumerable.Range(FirstPort, PortsTried));
        if (port is null)
        {
            string which = wantedPort is null ? FormattableString.Invariant($"any port from {FirstPort} to {FirstPort + PortsTried - 1}") : FormattableString.Invariant($"port {wantedPort}");
            Console.Error.WriteLine($"digest: cannot listen on {which}: {reason}");
            Console.Error.WriteLine("Name another with `--port`.");
            return ExitCode.UsageOrCrash;
        }

        string address = FormattableString.Invariant($"http://localhost:{port}{live.Current.Site?.BaseUrl.BasePath ?? "/"}");
        Console.WriteLine($"{address} (Ctrl+C ends)");
        if (open)
        {
            Open(address);
        }

        await server.Run();
        return ExitCode.Clean;
    }

    private static void Open(string address)
    {
        try
        {
            using Process? browser = Process.Start(new ProcessStartInfo(address) { UseShellExecute = true });
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            Console.Error.WriteLine($"digest: no browser could be opened: {failure.Message}");
        }
    }
}
