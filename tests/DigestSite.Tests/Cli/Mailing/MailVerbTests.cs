using System.Text.RegularExpressions;

namespace DigestSite.Tests.Cli.Mailing;

/// <summary>What the verb does without a server.</summary>
public sealed class MailVerbTests : IDisposable
{
    private readonly MailingSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void A_message_is_written_to_a_file_and_but_for_its_date_is_the_same_each_time()
    {
        CommandLine.Result run = _site.Run("2025-11-03", "--eml", "a.eml");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches("^a\\.eml: [0-9,]+ bytes\n$", run.Output);
        Assert.Equal(0, CommandLine.Run(_site.Root, new Dictionary<string, string>(StringComparer.Ordinal) { ["LANG"] = "tr_TR.UTF-8", ["TZ"] = "Pacific/Kiritimati" }, "mail", "latest", "--eml", "b.eml").ExitCode);
        string first = _site["a.eml"];
        Assert.Matches(@"^Date: \w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000\r\n", first);
        Assert.Equal(first[first.IndexOf('\n', StringComparison.Ordinal)..], _site["b.eml"][first.IndexOf('\n', StringComparison.Ordinal)..]);
        Assert.Null(_site.Ledger);
        Assert.Empty(Directory.GetFiles(_site.Root, "*.digest-new", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_dry_run_says_what_would_be_mailed_to_how_many_and_changes_nothing()
    {
        _site["readers.txt"] = "ada@host.example\nbea@host.example\n";
        string[] before = Directory.GetFileSystemEntries(_site.Root, "*", SearchOption.AllDirectories);
        CommandLine.Result run = _site.Run("latest", "--dry-run", "--recipients", "readers.txt", "--smtp", "smtp.host.example");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches(
            "^Subject: Tiny digest, 3 November 2025: 2 papers\nFrom: Tiny Digest <digest@tiny\\.example>\nMessage-ID: <digest-2025-11-03\\.[0-9a-f]{16}@tiny\\.github\\.io>\nSize: [0-9,]+ bytes, with 2 of 2 papers\n"
            + "Would be mailed to 2 recipients of the list `readers`, by smtp\\.host\\.example:587\\. Nothing was mailed\\.\n$",
            run.Output);
        Assert.Equal(before, Directory.GetFileSystemEntries(_site.Root, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_draft_is_shown_where_that_is_asked_for_and_waited_for_otherwise()
    {
        _site["content/notes/2025-11-03.md"] = "---\ndraft: true\n---\nNot ready yet.\n";
        Assert.Equal(0, _site.Run("latest", "--eml", "a.eml", "--drafts").ExitCode);
        Assert.Contains("Not ready yet.", _site["a.eml"], StringComparison.Ordinal);
        Assert.Equal(0, _site.Run("latest", "--eml", "a.eml").ExitCode);
        Assert.DoesNotContain("Not ready yet.", _site["a.eml"], StringComparison.Ordinal);
        CommandLine.Result waits = _site.Run("latest", "--reserve", "run-1", "--to", "ada@host.example", "--if-new");
        Assert.Equal((0, "Nothing was mailed: a digest is mailed once, and the note on this one is a draft.\n"), (waits.ExitCode, waits.Output));
        Assert.Equal(0, _site.Run("latest", "--dry-run", "--without-note").ExitCode);
    }

    [Fact]
    [Provokes("DS670")]
    public void What_is_reserved_for_one_run_is_not_anothers()
    {
        CommandLine.Result none = _site.Run("latest", "--reserved", "run-1", "--to", "ada@host.example", "--smtp", "localhost:1");
        Assert.Equal(1, none.ExitCode);
        Assert.Contains("--reserved: error DS670: nothing is reserved for the run `run-1`", none.Error, StringComparison.Ordinal);
        CommandLine.Result reserved = _site.Run("latest", "--reserve", "run-1", "--to", "ada@host.example");
        Assert.Equal((0, "The digest of 2025-11-03 is kept for the run `run-1`. Nothing was mailed yet.\n"), (reserved.ExitCode, reserved.Output));
        Assert.Equal(["2025-11-03 direct begun 1 run-1"], _site.Mailed);
        foreach (string[] other in (string[][])[["--reserved", "run-2"], [], ["--if-new"]])
        {
            Assert.Contains("content/mailed.tsv(2,1): error DS666", _site.Run(["latest", "--to", "ada@host.example", "--smtp", "localhost:1", .. other]).Error, StringComparison.Ordinal);
        }

        Assert.Contains("DS671", _site.Run("latest", "--reserved", "run-1", "--to", "ada@host.example", "--smtp", "localhost:1").Error, StringComparison.Ordinal);
        Assert.Empty(_site.Mailed);
    }

    [Fact]
    [Provokes("DS669")]
    public void Two_runs_at_once_do_not_mail()
    {
        using var held = new FileStream(Path.Combine(_site.Root, "content/.mailed.digest-lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        CommandLine.Result run = _site.Run("latest", "--to", "ada@host.example", "--smtp", "localhost:1");
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("content/mailed.tsv: error DS669: another `digest mail` is at work here", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_site_may_have_templates_of_its_own()
    {
        _site["templates/mail/digest.txt.hbs"] = "{{!-- Short. --}}\nMine: {{subject}} & <{{href}}>\n{{#each themes}}{{> row}}{{/each}}";
        _site["templates/partials/row.hbs"] = "{{title}}: {{count}}\n";
        Assert.Equal(0, _site.Run("latest", "--eml", "a.eml").ExitCode);
        Assert.Contains("\r\nMine: Tiny digest, 3 November 2025: 2 papers & =\r\n<https://tiny.github.io/digest/digests/2025-11-03/>\r\n", Regex.Replace(_site["a.eml"], "&\\s?=?\r?\n? ?<", "& =\r\n<", RegexOptions.None, TimeSpan.FromSeconds(5)), StringComparison.Ordinal);
        Assert.Contains("obustness: 1", _site["a.eml"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("say where to: --smtp HOST mails it", "latest")]
    [InlineData("say whom to: --to ADDRESS", "latest", "--smtp", "localhost")]
    [InlineData("one mailing is to one list", "latest", "--smtp", "localhost", "--to", "a@b.org", "--recipients", "x")]
    [InlineData("mail takes the day of a digest", "yesterday", "--dry-run")]
    [InlineData("--smtp takes a mail server", "latest", "--smtp", "host:port", "--to", "a@b.org")]
    [InlineData("--smtp takes a mail server", "latest", "--smtp", "a b", "--to", "a@b.org")]
    [InlineData("--insecure is for a server on this machine", "latest", "--smtp", "smtp.host.org", "--to", "a@b.org", "--insecure")]
    [InlineData("--user needs the password in the environment variable DIGEST_SMTP_PASSWORD", "latest", "--smtp", "localhost", "--to", "a@b.org", "--user", "me")]
    [InlineData("--timeout takes seconds from 1 to 3600", "latest", "--smtp", "localhost", "--to", "a@b.org", "--timeout", "0")]
    [InlineData("--list takes a name", "latest", "--dry-run", "--list", "My list")]
    [InlineData("--eml takes a file", "latest", "--eml", "")]
    [InlineData("--drafts shows what is not ready", "latest", "--smtp", "localhost", "--to", "a@b.org", "--drafts")]
    [InlineData("--dry-run writes nothing", "latest", "--dry-run", "--eml", "a.eml")]
    [InlineData("--reserved mails what was reserved", "latest", "--reserved", "run-1", "--eml", "a.eml")]
    [InlineData("--again and --resume are for mailing", "latest", "--again", "--eml", "a.eml")]
    [InlineData("--again mails everybody at once", "latest", "--again", "--reserve", "run-1", "--to", "a@b.org")]
    [InlineData("--resume is for the run that reserves", "latest", "--resume", "got", "--reserved", "run-1", "--smtp", "localhost", "--to", "a@b.org")]
    [InlineData("--resume takes `got` or `missed`", "latest", "--resume", "yes", "--smtp", "localhost", "--to", "a@b.org")]
    [InlineData("are for a mail server", "latest", "--eml", "a.eml", "--insecure")]
    [InlineData("--reserve mails nothing yet", "latest", "--reserve", "a", "--smtp", "localhost", "--to", "a@b.org")]
    public void What_an_option_cannot_take_is_told(string message, params string[] arguments)
    {
        CommandLine.Result run = _site.Run(arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_that_cannot_be_written_is_told_and_nothing_is_mailed()
    {
        CommandLine.Result run = _site.Run("latest", "--eml", "no/such/folder/a.eml", "--to", "ada@host.example", "--smtp", "localhost:1");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("no/such/folder/a.eml: error DS073", run.Error, StringComparison.Ordinal);
        Assert.Empty(_site.Mailed);
    }
}
