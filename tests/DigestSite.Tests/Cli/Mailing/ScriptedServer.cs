using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using DigestSite.Cli.Mailing;

namespace DigestSite.Tests.Cli.Mailing;

/// <summary>A mail server in this process, without encryption, that answers what a test wants it to.</summary>
internal sealed class ScriptedServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, ScriptedServer, string?> _answer;

    /// <summary>Listens at once.</summary>
    /// <param name="answer">To a command, or to <c>.</c> for a message that was handed over; null to hang up, empty for what is usual.</param>
    public ScriptedServer(Func<string, ScriptedServer, string?> answer)
    {
        _answer = answer;
        _listener.Start();
        Work = Task.Run(Serve);
    }

    public Task Work { get; }

    public SmtpServer Server => new("127.0.0.1", ((IPEndPoint)_listener.LocalEndpoint).Port, IsEncryptedFromStart: false);

    /// <summary>The recipients of each message that was taken.</summary>
    public List<string[]> Taken { get; } = [];

    public string Offer { get; init; } = "SIZE";

    public void Dispose() => _listener.Dispose();

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync();
                await Talk(new StreamReader(client.GetStream(), Encoding.ASCII), client.GetStream());
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Talk(StreamReader reader, NetworkStream stream)
    {
        await stream.WriteAsync("220 test\r\n"u8.ToArray());
        var recipients = new List<string>();
        while (await reader.ReadLineAsync() is { } command)
        {
            string? answer = _answer(command, this);
            if (answer is null)
            {
                return;
            }

            answer = answer.Length > 0 ? answer : command switch
            {
                "DATA" => "354 Go on",
                _ when command.StartsWith("EHLO", StringComparison.Ordinal) => "250-test\r\n250 " + Offer,
                _ => "250 OK",
            };
            if (command.StartsWith("RCPT TO:", StringComparison.Ordinal) && answer[0] == '2')
            {
                recipients.Add(command["RCPT TO:<".Length..^1]);
            }

            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\n"));
            if (answer.StartsWith("354", StringComparison.Ordinal))
            {
                while (await reader.ReadLineAsync() is { } line && line != ".")
                {
                }

                string? end = _answer(".", this);
                if (end is null)
                {
                    return;
                }

                Taken.Add([.. recipients]);
                recipients.Clear();
                await stream.WriteAsync(Encoding.ASCII.GetBytes((end.Length > 0 ? end : string.Create(CultureInfo.InvariantCulture, $"250 Kept {Taken.Count}")) + "\r\n"));
            }
        }
    }
}
