using System.Globalization;
using System.Text;
using System.Text.Json;
using DigestSite.Cli.Mailing;

namespace DigestSite.Tests.Cli.Mailing;

/// <summary>The real program and a real mail server.</summary>
public sealed class SendingTests : IDisposable
{
    private readonly MailingSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void A_digest_goes_out_encrypted_after_a_login_and_nobody_sees_another_recipient()
    {
        using MailServer server = MailServer.Start("--user", "editor", "--password", "päss word");
        _site["lists/readers.txt"] = "# Who reads it\nAda <ada@host.example>\n\nbea@host.example\nADA@host.example\n";
        CommandLine.Result run = _site.SendWith(server, "päss word", "--user", "editor", "--recipients", "lists/readers.txt", "--eml", "kept.eml");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.EndsWith("The digest of 2025-11-03 was mailed to 2 recipients of `readers`.\n", run.Output, StringComparison.Ordinal);
        JsonElement message = Assert.Single(server.Messages);
        Assert.Equal("digest@tiny.example", message.GetProperty("from").GetString());
        Assert.Equal(["ada@host.example", "bea@host.example"], message.GetProperty("to").EnumerateArray().Select(t => t.GetString()));
        Assert.Equal("editor", message.GetProperty("user").GetString());
        Assert.True(message.GetProperty("encrypted").GetBoolean());
        Assert.Equal(File.ReadAllBytes(Path.Combine(_site.Root, "kept.eml")), server.Bytes(1));
        Assert.DoesNotContain("host.example", File.ReadAllText(Path.Combine(_site.Root, "kept.eml")), StringComparison.Ordinal);
        Assert.Equal(["2025-11-03 readers sent 2/2 -"], _site.Mailed);
        Assert.DoesNotContain("@host.example", _site.Ledger, StringComparison.Ordinal);
    }

    [Fact]
    public void What_arrives_is_whole_by_the_reading_of_another_program()
    {
        using MailServer server = MailServer.Start();
        Assert.Equal(0, _site.Send(server, "--to", "ada@host.example").ExitCode);
        JsonElement message = Assert.Single(server.Messages);
        Assert.Empty(message.GetProperty("defects").EnumerateArray());
        Assert.Equal(0, message.GetProperty("bare_line_ends").GetInt32());
        Assert.InRange(message.GetProperty("longest_line").GetInt32(), 1, 100);
        JsonElement headers = message.GetProperty("headers");
        Assert.Equal("Tiny Digest <digest@tiny.example>", headers.GetProperty("From").GetString());
        Assert.Equal("ada@host.example", headers.GetProperty("To").GetString());
        Assert.Equal("Tiny digest, 3 November 2025: 2 papers", headers.GetProperty("Subject").GetString());
        Assert.Matches("^<digest-2025-11-03\\.[0-9a-f]{16}@tiny\\.github\\.io>$", headers.GetProperty("Message-ID").GetString());
        Assert.Equal("Tiny digest <digest.tiny.github.io>", headers.GetProperty("List-Id").GetString());
        Assert.Equal("<mailto:leave@tiny.example?subject=unsubscribe>, <https://tiny.example/leave>", headers.GetProperty("List-Unsubscribe").GetString());
        Assert.False(headers.TryGetProperty("List-Unsubscribe-Post", out _));
        Assert.Equal("auto-generated", headers.GetProperty("Auto-Submitted").GetString());
        Assert.Equal("en", headers.GetProperty("Content-Language").GetString());
        Assert.Equal(["text/plain utf-8", "text/html utf-8"], message.GetProperty("parts").EnumerateArray().Select(p => $"{p.GetProperty("type").GetString()} {p.GetProperty("charset").GetString()}"));
        Assert.All(message.GetProperty("parts").EnumerateArray(), p => Assert.Contains("https://tiny.github.io/digest/papers/a-bound-for-grokking/", p.GetProperty("text").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_server_that_knows_only_logins_by_questions_is_answered()
    {
        using MailServer server = MailServer.Start("--user", "editor", "--password", "secret", "--without", "PLAIN");
        Assert.Equal(0, _site.SendWith(server, "secret", "--user", "editor", "--to", "ada@host.example").ExitCode);
        Assert.Equal("editor", Assert.Single(server.Messages).GetProperty("user").GetString());
    }

    [Fact]
    public void A_server_that_encrypts_from_the_start_is_spoken_to_like_that()
    {
        using MailServer server = MailServer.Start("--from-start", "--user", "editor", "--password", "secret");
        CommandLine.Result run = _site.SendWith(server, "secret", "--user", "editor", "--to", "ada@host.example");
        Assert.Equal((1, "Nothing was mailed.\n"), (run.ExitCode, run.Output));
        run = CommandLine.Run(_site.Root, new Dictionary<string, string>(server.Trusting, StringComparer.Ordinal) { ["DIGEST_SMTP_PASSWORD"] = "secret" }, "mail", "latest", "--smtp", "smtps://" + server.Address, "--user", "editor", "--to", "ada@host.example");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal("editor", Assert.Single(server.Messages).GetProperty("user").GetString());
    }

    [Theory]
    [InlineData("a\r\n.\r\n..b\r\n", "a\r\n..\r\n...b\r\n")]
    [InlineData(".a.\r\nb.\r\n", "..a.\r\nb.\r\n")]
    public void A_line_that_begins_with_a_dot_does_not_end_the_message(string message, string sent) =>
        Assert.Equal(sent, Encoding.ASCII.GetString(SmtpSession.DotStuffed(Encoding.ASCII.GetBytes(message))));

    [Theory]
    [InlineData("smtp.host.org", "smtp.host.org:587", false)]
    [InlineData("SMTP.host.org:465", "smtp.host.org:465", true)]
    [InlineData("smtps://smtp.host.org", "smtp.host.org:465", true)]
    [InlineData("smtps://smtp.host.org:4465", "smtp.host.org:4465", true)]
    [InlineData("[::1]:2525", "[::1]:2525", false)]
    [InlineData("::1", "[::1]:587", false)]
    [InlineData("192.0.2.1:25", "192.0.2.1:25", false)]
    public void A_server_is_named_with_its_port_or_without(string text, string shown, bool isEncryptedFromStart)
    {
        Assert.True(SmtpServer.TryParse(text, out SmtpServer? server));
        Assert.Equal((shown, isEncryptedFromStart), (server.ToString(), server.IsEncryptedFromStart));
    }

    [Fact]
    [Provokes("DS665")]
    public void What_was_mailed_is_not_mailed_again_unless_that_is_said()
    {
        using MailServer server = MailServer.Start();
        Assert.Equal(0, _site.Send(server, "--to", "ada@host.example").ExitCode);
        string after = _site.Ledger!;
        CommandLine.Result again = _site.Send(server, "--to", "bea@host.example");
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("content/mailed.tsv(2,1): error DS665: the digest of 2025-11-03 was mailed to the list `direct` on 2", again.Error, StringComparison.Ordinal);
        CommandLine.Result ifNew = _site.Send(server, "--to", "bea@host.example", "--if-new");
        Assert.Equal((0, ""), (ifNew.ExitCode, ifNew.Error));
        Assert.StartsWith("Nothing is new: the digest of 2025-11-03 was mailed to `direct` on ", ifNew.Output, StringComparison.Ordinal);
        Assert.Equal(after, _site.Ledger);
        Assert.Single(server.Messages);

        Assert.Equal(0, _site.Send(server, "--to", "bea@host.example", "--list", "friends").ExitCode);
        Assert.Equal(0, _site.Send(server, "--to", "ada@host.example", "cem@host.example", "--again").ExitCode);
        Assert.Equal(3, server.Messages.Length);
        Assert.Single(server.Messages.Select(m => m.GetProperty("headers").GetProperty("Message-ID").GetString()).Distinct(StringComparer.Ordinal));
        Assert.Equal(["2025-11-03 direct sent 2/2 -", "2025-11-03 friends sent 1/1 -"], _site.Mailed);
    }

    [Fact]
    public void A_list_that_is_too_long_for_one_message_is_mailed_in_several()
    {
        using MailServer server = MailServer.Start("--most", "4");
        _site["readers.txt"] = string.Concat(Enumerable.Range(1, 10).Select(n => string.Create(CultureInfo.InvariantCulture, $"reader{n}@host.example\n")));
        CommandLine.Result run = _site.Send(server, "--recipients", "readers.txt");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal([4, 4, 2], server.Messages.Select(m => m.GetProperty("to").GetArrayLength()));
        Assert.Equal(["2025-11-03 readers sent 10/10 -"], _site.Mailed);
    }
}
