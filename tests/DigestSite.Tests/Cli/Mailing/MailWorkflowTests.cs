using DigestSite.Curation.Yaml;
using DigestSite.Tests.Collecting;

namespace DigestSite.Tests.Cli.Mailing;

/// <summary>The workflow that mails: how it is written, and what its scripts do to a repository and to a mail server.</summary>
public sealed class MailWorkflowTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("digest-mail-workflow-").FullName;
    private readonly Workflow _workflow = Workflow.Read("mail");
    private readonly MailingSite _site = new();

    public void Dispose()
    {
        _site.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_new_site_gets_the_workflow_of_this_repository() =>
        Assert.Equal(File.ReadAllText(Workflow.FileOf("mail")), File.ReadAllText(Repository.File("src", "DigestSite", "Scaffolding", "Sample", ".github", "workflows", "mail.yml")));

    [Fact]
    public void It_may_do_no_more_than_it_has_to_is_off_until_switched_on_and_no_two_runs_mail_at_once()
    {
        Assert.Equal([("contents", "write")], ((YamlMap)_workflow.At("permissions")!).Entries.Select(e => (e.Key.Value, Workflow.Text(e.Value))));
        Assert.Equal(("mail", "false"), (Workflow.Text(_workflow.At("concurrency", "group")), Workflow.Text(_workflow.At("concurrency", "cancel-in-progress"))));
        string condition = Workflow.Text(_workflow.At("jobs", "mail", "if"));
        Assert.StartsWith("vars.MAIL == 'on' && (", condition, StringComparison.Ordinal);
        Assert.Contains("github.event.workflow_run.conclusion == 'success'", condition, StringComparison.Ordinal);
        Assert.Contains("github.event.workflow_run.event != 'pull_request'", condition, StringComparison.Ordinal);
        Assert.NotNull(_workflow.At("jobs", "mail", "timeout-minutes"));
        Assert.NotNull(_workflow.At("on", "workflow_dispatch"));
        Assert.All(_workflow.Scripts, s => Assert.DoesNotContain("${{", Workflow.Text(Workflow.Value(s, "run")), StringComparison.Ordinal));
    }

    [Fact]
    public void A_deployment_mails_the_newest_digest_once_and_says_so_in_the_repository()
    {
        // A day that no capture reaches, and the one on which the workflow runs does.
        _site["content/notes/2025-11-03.md"] = "---\npublish_after: 2025-12-01\n---\nNow it is shown.\n";
        using MailServer server = MailServer.Start("--user", "editor", "--password", "secret");
        Begin(server);
        (bool succeeded, string output) = Run(server, run: 1);
        Assert.True(succeeded, output);
        Assert.Contains("Now it is shown.", server.Messages[0].GetProperty("parts")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(server.Messages).GetProperty("to").GetArrayLength());
        Assert.Equal("The digest of 2025-11-03 was mailed\nThe digest of 2025-11-03 is about to be mailed\nBegin\n", Git("log --format=%s main"));
        Assert.Matches("^2025-11-03\treaders\tsent\t[-0-9T:]+Z\t2/2\trun-1-1\t<digest-2025-11-03", Git("show main:content/mailed.tsv").Split('\n')[1]);
        Assert.Matches("\n2025-11-03\treaders\tbegun\t[-0-9T:]+Z\t2\trun-1-1\t<", Git("show main~1:content/mailed.tsv"));
        Assert.DoesNotContain("host.example", output + Git("log -p main -- content/mailed.tsv"), StringComparison.Ordinal);
        Assert.False(File.Exists(InFolder("temp/readers.txt")));

        (succeeded, output) = Run(server, run: 2);
        Assert.True(succeeded, output);
        Assert.Contains("Nothing is new", output, StringComparison.Ordinal);
        Assert.Single(server.Messages);
        Assert.Equal("3\n", Git("rev-list --count main"));
    }

    [Fact]
    public void What_is_newer_than_the_deployment_waits_for_its_own()
    {
        using MailServer server = MailServer.Start("--user", "editor", "--password", "secret");
        Begin(server);
        string deployed = Git("rev-parse main").Trim();
        (int exitCode, string changed) = Workflow.Bash(_folder, """
            export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@a.org GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@a.org
            git clone --quiet remote.git later
            cd later
            echo '# later' >>content/themes.yml
            git commit --quiet --all --message Later
            git push --quiet
            """, Nothing);
        Assert.True(exitCode == 0, changed);
        (bool succeeded, string output) = Run(server, run: 1, deployed);
        Assert.True(succeeded, output);
        Assert.Contains("the next one is waited for", output, StringComparison.Ordinal);
        Assert.Empty(server.Messages);
    }

    [Fact]
    public void A_server_that_refuses_fails_the_run_and_the_next_may_try()
    {
        using MailServer server = MailServer.Start("--user", "editor", "--password", "other");
        Begin(server);
        (bool succeeded, string output) = Run(server, run: 1);
        Assert.False(succeeded);
        Assert.Contains("DS674", output, StringComparison.Ordinal);
        Assert.Equal("The digest of 2025-11-03 could not be mailed\n", Git("log -1 --format=%s main"));
        Assert.DoesNotContain("2025-11-03", Git("show main:content/mailed.tsv"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_was_lost_while_it_mailed_is_not_followed_by_one_that_mails()
    {
        using MailServer server = MailServer.Start("--user", "editor", "--password", "secret", "--break-off");
        Begin(server);
        Assert.False(Run(server, run: 1).Succeeded);
        Assert.Equal("The digest of 2025-11-03 is about to be mailed\n", Git("log -1 --format=%s main"));
        (bool succeeded, string output) = Run(server, run: 2);
        Assert.False(succeeded);
        Assert.Contains("DS666", output, StringComparison.Ordinal);
        Assert.Equal("2\n", Git("rev-list --count main"));
    }

    private static Dictionary<string, string> Nothing => new(StringComparer.Ordinal);

    // A site, the repository it is pushed to, and the program as `digest`, which trusts the server.
    private void Begin(MailServer server)
    {
        Directory.CreateDirectory(InFolder("temp/bin"));
        File.WriteAllText(InFolder("temp/bin/digest"), $"#!/bin/sh\nSSL_CERT_FILE='{server.Trusting["SSL_CERT_FILE"]}' exec dotnet exec '{Path.Combine(AppContext.BaseDirectory, "digest.dll")}' \"$@\"\n");
        (int exitCode, string output) = Workflow.Bash(_folder, $"""
            chmod +x temp/bin/*
            export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@a.org GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@a.org
            git init --quiet --bare --initial-branch=main remote.git
            cd '{_site.Root}'
            git init --quiet --initial-branch=main
            git add .
            git commit --quiet --message Begin
            git push --quiet '{_folder}/remote.git' main
            """, Nothing);
        Assert.True(exitCode == 0, output);
    }

    private (bool Succeeded, string Output) Run(MailServer server, int run, string deployed = "")
    {
        (int exitCode, string output) = Workflow.Bash(_folder, "rm -rf clone && git clone --quiet remote.git clone", Nothing);
        Assert.True(exitCode == 0, output);
        return _workflow.Run(InFolder("clone"), InFolder("temp"), new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["github.event.repository.default_branch"] = "main",
            ["github.run_id"] = run.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["github.run_attempt"] = "1",
            ["github.event.workflow_run.head_sha"] = deployed.Length > 0 ? deployed : Git("rev-parse main").Trim(),
            ["inputs.date"] = "",
            ["inputs.resume"] = "",
            ["secrets.MAIL_RECIPIENTS"] = "ada@host.example\nbea@host.example",
            ["secrets.MAIL_PASSWORD"] = "secret",
            ["secrets.MAIL_SERVER"] = server.Address,
            ["secrets.MAIL_USER"] = "editor",
        }, skipped: "Compile the program");
    }

    private string Git(string arguments)
    {
        (int exitCode, string output) = Workflow.Bash(InFolder("remote.git"), "git " + arguments, Nothing);
        Assert.True(exitCode == 0, output);
        return output;
    }

    private string InFolder(string path) => Path.Combine(_folder, path);
}
