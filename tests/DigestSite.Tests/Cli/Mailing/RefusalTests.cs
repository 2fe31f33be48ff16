using System.Net;
using System.Net.Sockets;

namespace DigestSite.Tests.Cli.Mailing;

/// <summary>What a mail server does not want, in its own words.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly MailingSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void When_all_are_refused_nothing_was_mailed()
    {
        using MailServer server = MailServer.Start("--refuse", "ada@host.example");
        CommandLine.Result run = _site.Send(server, "--to", "ada@host.example");
        Assert.Equal((1, "Nothing was mailed.\n"), (run.ExitCode, run.Output));
        Assert.Contains("--to(1,1): error DS675:", run.Error, StringComparison.Ordinal);
        Assert.Empty(_site.Mailed);
        Assert.Empty(server.Messages);
    }

    [Fact]
    [Provokes("DS675")]
    public void A_refused_recipient_is_told_by_the_line_and_the_others_get_it()
    {
        using MailServer server = MailServer.Start("--refuse", "bea@host.example");
        _site["readers.txt"] = "ada@host.example\nbea@host.example\ncem@host.example\n";
        CommandLine.Result run = _site.Send(server, "--recipients", "readers.txt");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("readers.txt(2,1): error DS675: the mail server refused this recipient, who did not get the digest: it says `550 5.1.1 <…>: [31mno such user here`\n  | b••@••••.•••••••\n", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("bea@", run.Error + run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Error);
        Assert.EndsWith("was mailed to 2 of 3 recipients of `readers`.\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(["2025-11-03 readers sent 2/3 -"], _site.Mailed);
        Assert.Equal(2, Assert.Single(server.Messages).GetProperty("to").GetArrayLength());
    }

    [Fact]
    [Provokes("DS674")]
    public void A_login_that_is_refused_is_told_in_the_servers_words_without_the_password()
    {
        using MailServer server = MailServer.Start("--user", "editor", "--password", "secret");
        CommandLine.Result run = _site.SendWith(server, "hunter22", "--user", "editor", "--to", "ada@host.example");
        Refused(run, server, "error DS674: the mail server does not let in `editor`: it says `535 5.7.8 Authentication credentials invalid`; nothing was mailed");
        Assert.DoesNotContain("hunter22", run.Error + run.Output, StringComparison.Ordinal);

        using MailServer none = MailServer.Start("--without", "PLAIN", "--without", "LOGIN");
        Refused(_site.SendWith(none, "hunter22", "--user", "editor", "--to", "ada@host.example"), none, "error DS674: the mail server does not let in `editor`: it takes no logins; nothing was mailed");
    }

    [Fact]
    [Provokes("DS676")]
    public void A_server_that_wants_a_login_or_not_the_message_is_quoted()
    {
        using MailServer server = MailServer.Start("--user", "editor", "--password", "secret");
        Refused(_site.Send(server, "--to", "ada@host.example"), server, "error DS676: the mail server refused the message: it says `530 5.7.0 Authentication required`; nothing was mailed");
        using MailServer picky = MailServer.Start("--refuse-message");
        Refused(_site.Send(picky, "--to", "ada@host.example"), picky, "error DS676: the mail server refused the message: it says `554 5.7.1 Not wanted here`; nothing was mailed");
    }

    [Fact]
    [Provokes("DS672")]
    public void Without_encryption_nothing_is_said_but_to_this_machine_where_that_is_allowed()
    {
        using MailServer server = MailServer.Start(certifiedFor: null, isExpired: false);
        Refused(_site.Send(server, "--to", "ada@host.example"), server, "error DS672: the mail server does not encrypt: it offers no STARTTLS; nothing was mailed");
        Assert.Equal(0, _site.Send(server, "--to", "ada@host.example", "--insecure").ExitCode);
        Assert.False(Assert.Single(server.Messages).GetProperty("encrypted").GetBoolean());
    }

    [Theory]
    [Provokes("DS673")]
    [InlineData("localhost", false, false, "nobody whom this machine trusts has signed it")]
    [InlineData("mail.other.example", false, true, "it is of mail.other.example, not of localhost")]
    [InlineData("localhost", true, true, "it is good from 2020-01-01 to 2021-01-01, which is not now")]
    public void A_certificate_that_does_not_hold_is_refused(string host, bool isExpired, bool isTrusted, string why)
    {
        using MailServer server = MailServer.Start(host, isExpired);
        CommandLine.Result run = isTrusted ? _site.Send(server, "--to", "ada@host.example") : _site.Run("latest", "--smtp", server.Address, "--to", "ada@host.example");
        Refused(run, server, $"error DS673: the mail server's certificate does not hold: {why}; nothing was mailed");
    }

    [Theory]
    [Provokes("DS677")]
    [InlineData(null, "did not answer within 1 s")]
    [InlineData("HTTP/1.1 400 Bad Request\r\n\r\n", "is none that speaks SMTP")]
    [InlineData("", "closed the connection")]
    public async Task A_server_that_is_silent_or_something_else_is_told(string? greeting, string how)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        string address = listener.LocalEndpoint.ToString()!, patience = greeting is null ? "1" : "60";
        Task<CommandLine.Result> run = Task.Run(() => _site.Run("latest", "--smtp", address, "--to", "ada@host.example", "--timeout", patience), TestContext.Current.CancellationToken);
        using TcpClient client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        if (greeting is not null)
        {
            await client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(greeting), TestContext.Current.CancellationToken);
            client.Client.Shutdown(SocketShutdown.Send);
        }

        CommandLine.Result told = await run;
        Assert.Equal((1, "Nothing was mailed.\n"), (told.ExitCode, told.Output));
        Assert.Contains($"{address}: error DS677: the mail server {how}; nothing was mailed", told.Error, StringComparison.Ordinal);
        Assert.Empty(_site.Mailed);
    }

    private void Refused(CommandLine.Result run, MailServer server, string message)
    {
        Assert.Equal((1, "Nothing was mailed.\n"), (run.ExitCode, run.Output));
        Assert.Contains($"{server.Address}: {message}", run.Error, StringComparison.Ordinal);
        Assert.Empty(_site.Mailed);
        Assert.Empty(server.Messages);
    }
}
