using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using DigestSite.Diagnostics;

namespace DigestSite.Cli.Mailing;

/// <summary>Lines to a mail server and its replies, in clear until <see cref="Encrypt"/>. Each step may take so long and no longer.</summary>
internal sealed class SmtpConnection : IAsyncDisposable
{
    // RFC 5321 4.5.3.1.5 allows 512 octets; servers are longer-winded, but not without end.
    private const int LongestLine = 4096;
    private const int MostLines = 200;

    private readonly SmtpServer _server;
    private readonly TcpClient _client;
    private readonly Patience _patience;
    private readonly byte[] _buffer = new byte[LongestLine];
    private Stream _stream;
    private int _start;
    private int _end;

    private SmtpConnection(SmtpServer server, TcpClient client, Patience patience) => (_server, _client, _patience, _stream) = (server, client, patience, client.GetStream());

    /// <summary>Whose password was said here: a reply that shows it again is heard without its words.</summary>
    public Login? Login { get; set; }

    public bool IsEncrypted => _stream is SslStream;

    /// <summary>This side, as a greeting names it (RFC 5321 4.1.3): its name may be nobody else's to know.</summary>
    public string Literal
    {
        get
        {
            IPAddress address = ((IPEndPoint)_client.Client.LocalEndPoint!).Address;
            address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
            return address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[IPv6:{new IPAddress(address.GetAddressBytes())}]" : $"[{address}]";
        }
    }

    public static async Task<SmtpConnection> Open(SmtpServer server, Patience patience, CancellationToken end)
    {
        var client = new TcpClient { NoDelay = true };
        try
        {
            await Within(patience.Answer, token => client.ConnectAsync(server.Host, server.Port, token), end);
            return new(server, client, patience);
        }
        catch (Exception failure) when (failure is SocketException or ServerGone)
        {
            client.Dispose();
            throw new MailFailure(Catalog.ServerNotReached, failure is SocketException socket ? Words(socket) : failure.Message);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    public async Task Encrypt(CancellationToken end)
    {
        // Words that came before the keys would be taken for words of the server that has them (CVE-2011-0411).
        if (_start < _end)
        {
            throw new MailFailure(Catalog.NotEncrypted, "it said more after it had agreed to, which somebody on the way may have added");
        }

        string? fault = null;
        var encrypted = new SslStream(_stream, leaveInnerStreamOpen: false);
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = _server.Host,
            RemoteCertificateValidationCallback = (_, certificate, chain, errors) => (fault = CertificateFault.Of(_server.Host, certificate, chain, errors)) is null,
        };
        try
        {
            await Within(_patience.Answer, async token => await encrypted.AuthenticateAsClientAsync(options, token), end);
            _stream = encrypted;
        }
        catch (AuthenticationException)
        {
            await encrypted.DisposeAsync();
            throw fault is not null ? new MailFailure(Catalog.CertificateRefused, fault) : new MailFailure(Catalog.NotEncrypted, "the two found no common way to do it");
        }
    }

    public Task Write(ReadOnlyMemory<byte> bytes, CancellationToken end) => Within(_patience.Answer, async token =>
    {
        await _stream.WriteAsync(bytes, token);
        await _stream.FlushAsync(token);
    }, end);

    /// <summary>Says a line and hears the reply.</summary>
    public async Task<SmtpReply> Ask(string line, CancellationToken end)
    {
        await Write(Encoding.ASCII.GetBytes(line + "\r\n"), end);
        return await Hear(end);
    }

    /// <summary>Ends a message and hears what becomes of it, which takes a server longer than anything else.</summary>
    public async Task<SmtpReply> AskForDelivery(CancellationToken end)
    {
        await Write(".\r\n"u8.ToArray(), end);
        return await Hear(_patience.Delivery, end);
    }

    public Task<SmtpReply> Hear(CancellationToken end) => Hear(_patience.Answer, end);

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        _client.Dispose();
    }

    private async Task<SmtpReply> Hear(TimeSpan patience, CancellationToken end)
    {
        var lines = new List<string>();
        bool goesOn = true;
        while (goesOn)
        {
            string line = await ReadLine(patience, end);
            lines.Add(line);
            goesOn = SmtpReply.GoesOn(line) ?? throw new ServerGone("is none that speaks SMTP");
            if (lines.Count > MostLines)
            {
                throw new ServerGone("does not stop talking");
            }
        }

        var reply = SmtpReply.Of(lines);
        return Login?.IsShownIn(reply.Lines) == true ? reply.Bare() : reply;
    }

    private async Task<string> ReadLine(TimeSpan patience, CancellationToken end)
    {
        while (true)
        {
            int length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                string line = Encoding.UTF8.GetString(_buffer, _start, length).TrimEnd('\r');
                _start += length + 1;
                return line;
            }

            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
            if (_end == _buffer.Length)
            {
                throw new ServerGone("says lines without end");
            }

            int count = 0;
            await Within(patience, async token => count = await _stream.ReadAsync(_buffer.AsMemory(_end), token), end);
            _end += count > 0 ? count : throw new ServerGone("closed the connection");
        }
    }

    private static async Task Within(TimeSpan patience, Func<CancellationToken, ValueTask> step, CancellationToken end)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(end);
        over.CancelAfter(patience);
        try
        {
            await step(over.Token);
        }
        catch (OperationCanceledException) when (!end.IsCancellationRequested)
        {
            throw new ServerGone(FormattableString.Invariant($"did not answer within {patience.TotalSeconds:0} s"));
        }
        catch (IOException)
        {
            throw new ServerGone("closed the connection");
        }
    }

    private static string Words(SocketException failure) => failure.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => "nothing listens there (connection refused)",
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => "its name is not known",
        SocketError.NetworkUnreachable or SocketError.HostUnreachable => "there is no way to it",
        SocketError.TimedOut => "it did not answer",
        _ => failure.Message,
    };
}
