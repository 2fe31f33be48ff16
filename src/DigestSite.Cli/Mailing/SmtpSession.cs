using System.Globalization;
using DigestSite.Diagnostics;

namespace DigestSite.Cli.Mailing;

/// <summary>A talk with a mail server that takes mail of its users (RFC 6409): greeted, encrypted, logged in, then messages.</summary>
internal sealed class SmtpSession : IAsyncDisposable
{
    // RFC 5321 4.5.3.1.3: so long a line may be.
    private const int LongestCommand = 500;

    private readonly SmtpConnection _connection;
    private readonly SmtpServer _server;
    private readonly CancellationToken _end;
    private Dictionary<string, string> _offers = new(StringComparer.OrdinalIgnoreCase);

    private SmtpSession(SmtpConnection connection, SmtpServer server, CancellationToken end) => (_connection, _server, _end) = (connection, server, end);

    /// <summary>Connects, encrypts and logs in. What goes wrong is thrown as <see cref="MailFailure"/> or <see cref="ServerGone"/>.</summary>
    /// <param name="login">Null to hand mail in without one.</param>
    /// <param name="allowsPlainText">Whether a server that does not encrypt will do.</param>
    public static async Task<SmtpSession> Begin(SmtpServer server, Login? login, bool allowsPlainText, Patience patience, CancellationToken end)
    {
        var session = new SmtpSession(await SmtpConnection.Open(server, patience, end), server, end);
        try
        {
            await session.Greet(allowsPlainText);
            if (login is not null)
            {
                await session.LogIn(login);
            }

            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Begins a message; the reply says whether the sender may.</summary>
    /// <param name="size">Of the message, in bytes.</param>
    public Task<SmtpReply> From(string address, int size) =>
        Ask(string.Create(CultureInfo.InvariantCulture, $"MAIL FROM:<{address}>{(_offers.ContainsKey("SIZE") ? $" SIZE={size}" : "")}"));

    public Task<SmtpReply> To(string address) => Ask($"RCPT TO:<{address}>");

    /// <summary>Gives up the message that was begun.</summary>
    public Task<SmtpReply> Reset() => Ask("RSET");

    /// <summary>Hands the message over but for the line that ends it. A reply that is not 354 says why the server does not want it.</summary>
    public async Task<SmtpReply> Data(byte[] message)
    {
        SmtpReply reply = await Ask("DATA");
        if (reply.Code == 354)
        {
            await _connection.Write(DotStuffed(message), _end);
        }

        return reply;
    }

    /// <summary>Ends the message. From here on only the reply tells whether it is delivered.</summary>
    public Task<SmtpReply> EndData() => _connection.AskForDelivery(_end);

    public async Task Quit()
    {
        try
        {
            await _connection.Ask("QUIT", _end);
        }
        catch (Exception failure) when (failure is ServerGone or OperationCanceledException)
        {
            // All is said; a server that does not wish farewell has the message all the same.
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    // RFC 5321 4.5.2: a line that begins with a dot gets a second one.
    public static byte[] DotStuffed(byte[] message)
    {
        var stuffed = new List<byte>(message.Length + 16);
        bool isLineStart = true;
        foreach (byte b in message)
        {
            if (isLineStart && b == '.')
            {
                stuffed.Add((byte)'.');
            }

            stuffed.Add(b);
            isLineStart = b == '\n';
        }

        return [.. stuffed];
    }

    private async Task<SmtpReply> Ask(string command)
    {
        SmtpReply reply = await _connection.Ask(command, _end);
        return reply.IsFarewell ? throw new ServerGone($"ended the talk: it says `{reply.Words}`") : reply;
    }

    private async Task Greet(bool allowsPlainText)
    {
        if (_server.IsEncryptedFromStart)
        {
            await _connection.Encrypt(_end);
        }

        SmtpReply greeting = await _connection.Hear(_end);
        if (greeting.Code != 220)
        {
            throw new MailFailure(Catalog.ServerNotReached, $"it says `{greeting.Words}`");
        }

        await Introduce();
        if (_connection.IsEncrypted)
        {
            return;
        }

        if (_offers.ContainsKey("STARTTLS"))
        {
            SmtpReply agreed = await _connection.Ask("STARTTLS", _end);
            if (agreed.Code != 220)
            {
                throw new MailFailure(Catalog.NotEncrypted, $"it says `{agreed.Words}`");
            }

            await _connection.Encrypt(_end);

            // What was offered in clear counts no longer (RFC 3207 4.2).
            await Introduce();
        }
        else if (!allowsPlainText)
        {
            throw new MailFailure(Catalog.NotEncrypted, "it offers no STARTTLS");
        }
    }

    private async Task Introduce()
    {
        SmtpReply hello = await _connection.Ask("EHLO " + _connection.Literal, _end);
        if (!hello.IsDone)
        {
            throw new MailFailure(Catalog.ServerNotReached, $"it says `{hello.Words}`");
        }

        _offers = new(StringComparer.OrdinalIgnoreCase);
        foreach (string[] offer in hello.Lines.Skip(1).Select(l => l.Split(' ', 2)))
        {
            _offers[offer[0]] = offer.Length > 1 ? offer[1] : "";
        }
    }

    private async Task LogIn(Login login)
    {
        _connection.Login = login;
        string[] ways = _offers.GetValueOrDefault("AUTH", "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        SmtpReply reply = ways.Contains("PLAIN", StringComparer.OrdinalIgnoreCase) ? await LogInPlain(login)
            : ways.Contains("LOGIN", StringComparer.OrdinalIgnoreCase) ? await LogInByQuestions(login)
            : throw new MailFailure(Catalog.LoginRefused, $"`{login.User}`", ways.Length == 0 ? "it takes no logins" : $"it takes logins by {string.Join(", ", ways)} alone, and this program knows PLAIN and LOGIN");
        if (reply.Code != 235)
        {
            throw new MailFailure(Catalog.LoginRefused, $"`{login.User}`", $"it says `{reply.Words}`");
        }
    }

    // RFC 4616
    private async Task<SmtpReply> LogInPlain(Login login)
    {
        string response = login.Response;
        if (response.Length <= LongestCommand)
        {
            return await _connection.Ask("AUTH PLAIN " + response, _end);
        }

        SmtpReply reply = await _connection.Ask("AUTH PLAIN", _end);
        return reply.Code == 334 ? await _connection.Ask(response, _end) : reply;
    }

    private async Task<SmtpReply> LogInByQuestions(Login login)
    {
        SmtpReply reply = await _connection.Ask("AUTH LOGIN", _end);
        foreach (string answer in (string[])[Login.Base64(login.User), Login.Base64(login.Password)])
        {
            if (reply.Code != 334)
            {
                return reply;
            }

            reply = await _connection.Ask(answer, _end);
        }

        return reply;
    }
}
