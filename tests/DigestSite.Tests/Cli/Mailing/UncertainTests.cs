using System.Diagnostics;

namespace DigestSite.Tests.Cli.Mailing;

/// <summary>Mailings of which nobody knows the end.</summary>
public sealed class UncertainTests : IDisposable
{
    private readonly MailingSite _site = new();

    public void Dispose() => _site.Dispose();

    [Theory]
    [Provokes("DS678")]
    [InlineData("--silent", "did not answer within 4 s")]
    [InlineData("--break-off", "closed the connection")]
    public void When_no_answer_comes_to_a_message_that_was_handed_over_nobody_mails_before_somebody_has_looked(string fault, string how)
    {
        using MailServer server = MailServer.Start(fault);
        CommandLine.Result run = _site.Send(server, "--to", "ada@host.example", "--timeout", fault == "--silent" ? "4" : "60");
        Assert.Equal((1, "Nobody knows whether the digest of 2025-11-03 was mailed.\n"), (run.ExitCode, run.Output));
        Assert.Contains($"error DS678: the whole message was handed over, but the mail server {how}: whether", run.Error, StringComparison.Ordinal);
        Unsettled();
    }

    [Fact]
    public void A_run_that_is_killed_while_it_mails_leaves_word_of_it()
    {
        using MailServer server = MailServer.Start("--silent");
        string[] arguments = ["exec", Path.Combine(AppContext.BaseDirectory, "digest.dll"), "mail", "latest", "--smtp", server.Address, "--to", "ada@host.example"];
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = _site.Root, UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["SSL_CERT_FILE"] = server.Trusting["SSL_CERT_FILE"];
        using (Process process = Process.Start(start)!)
        {
            Assert.True(SpinWait.SpinUntil(() => server.WasHandedAMessage || process.HasExited, TimeSpan.FromMinutes(1)));
            process.Kill();
            process.WaitForExit();
        }

        Unsettled();
    }

    [Fact]
    public void A_list_of_which_a_part_got_it_is_told_and_written_down()
    {
        using MailServer server = MailServer.Start("--most", "2", "--messages", "1");
        _site["readers.txt"] = "a@host.example\nb@host.example\nc@host.example\n";
        CommandLine.Result run = _site.Send(server, "--recipients", "readers.txt");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("only the server knows; for certain, 2 of 3 recipients have it\n", run.Error, StringComparison.Ordinal);
        Assert.Equal(["2025-11-03 readers begun 2/3 -"], _site.Mailed);
    }

    private void Unsettled()
    {
        Assert.Equal(["2025-11-03 direct begun 1 -"], _site.Mailed);
        using MailServer sound = MailServer.Start();
        CommandLine.Result next = _site.Send(sound, "--to", "ada@host.example", "--if-new");
        Assert.Equal(1, next.ExitCode);
        Assert.Contains("content/mailed.tsv(2,1): error DS666: mailing the digest of 2025-11-03 to the list `direct` began on ", next.Error, StringComparison.Ordinal);
        Assert.Contains("; nothing says whether it was sent\n", next.Error, StringComparison.Ordinal);
        Assert.Empty(sound.Messages);

        CommandLine.Result settled = _site.Send(sound, "--to", "ada@host.example", "--resume", "got");
        Assert.Equal((0, "That the digest of 2025-11-03 was mailed to `direct` is settled. Nothing was mailed now.\n"), (settled.ExitCode, settled.Output));
        Assert.Equal(["2025-11-03 direct sent 1/1 -"], _site.Mailed);
        Assert.Equal(0, _site.Send(sound, "--to", "ada@host.example", "--if-new").ExitCode);
        Assert.Empty(sound.Messages);
    }
}
