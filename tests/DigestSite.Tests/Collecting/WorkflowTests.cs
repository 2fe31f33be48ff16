using System.ComponentModel;
using System.Globalization;
using DigestSite.Curation.Yaml;
using DigestSite.Tests.Cli;
using Microsoft.AspNetCore.Http;

namespace DigestSite.Tests.Collecting;

/// <summary>The workflow that collects: how it is written, and what its scripts do to a repository.</summary>
public sealed class WorkflowTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("digest-workflow-").FullName;
    private readonly Workflow _workflow = Workflow.Read();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_new_site_gets_the_workflow_of_this_repository() =>
        Assert.Equal(File.ReadAllText(Workflow.File), File.ReadAllText(Repository.File("src", "DigestSite", "Scaffolding", "Sample", ".github", "workflows", "collect.yml")));

    [Fact]
    public void It_may_do_no_more_than_it_has_to_and_no_run_ends_another()
    {
        var permissions = (YamlMap)_workflow.At("permissions")!;
        Assert.Equal([("contents", "write"), ("pull-requests", "write")], permissions.Entries.Select(e => (e.Key.Value, Workflow.Text(e.Value))));
        Assert.Null(_workflow.At("jobs", "collect", "permissions"));
        Assert.Equal("false", Workflow.Text(_workflow.At("concurrency", "cancel-in-progress")));
        Assert.NotNull(_workflow.At("on", "workflow_dispatch"));
        Assert.Matches(@"^\d+ \d+ \* \* 1-5$", Workflow.Text(Workflow.Value(((YamlList)_workflow.At("on", "schedule")!).Items[0], "cron")));
        Assert.NotNull(_workflow.At("jobs", "collect", "timeout-minutes"));
    }

    [Fact]
    public void No_expression_stands_in_a_script()
    {
        Assert.Equal(6, _workflow.Scripts.Count());
        Assert.All(_workflow.Scripts, s => Assert.DoesNotContain("${{", Workflow.Text(Workflow.Value(s, "run")), StringComparison.Ordinal));
    }

    [Fact]
    public void The_heading_that_keeps_it_from_publishing_is_that_of_the_summary() =>
        Assert.Contains($"grep -qx '{DigestSite.Collecting.CollectionSummary.ForAnEditor}'", File.ReadAllText(Workflow.File), StringComparison.Ordinal);

    [Fact]
    public async Task A_run_proposes_what_is_new_and_the_next_adds_to_it()
    {
        await using LoopbackSource source = await Begin("A finding without a theme");
        (bool succeeded, string output) = Run("propose");
        Assert.True(succeeded, output);
        string created = File.ReadAllText(InFolder("gh.log"));
        Assert.Matches("^pr list .*\npr create --base main --head collected --title 3 new papers from .* --body-file .*summary.md\n$", created);
        string body = File.ReadAllText(InFolder("gh.body"));
        Assert.StartsWith("# 3 new papers from ", body, StringComparison.Ordinal);
        Assert.Contains("## For an editor", body, StringComparison.Ordinal);
        Assert.Contains("[Collected, built and checked](https://host/owner/site/actions/runs/7)", body, StringComparison.Ordinal);
        Assert.Equal(3, Git("ls-tree --name-only collected content/dumps/").Split('\n').Count(n => n.EndsWith(".json", StringComparison.Ordinal)));
        Assert.DoesNotContain(".json", Git("ls-tree --name-only main content/dumps/"), StringComparison.Ordinal);

        File.WriteAllText(InFolder("gh.number"), "12\n");
        source.Answer = (context, _) => LoopbackSource.Json(context, Day(context, "A finding without a theme", papers: 2));
        (succeeded, output) = Run("propose");
        Assert.True(succeeded, output);
        Assert.Contains("pr edit 12 --title 3 new papers", File.ReadAllText(InFolder("gh.log")), StringComparison.Ordinal);
        string longer = File.ReadAllText(InFolder("gh.body"));
        Assert.EndsWith("\n---\n\n" + body, longer, StringComparison.Ordinal);
        Assert.Equal("2\n", Git("rev-list --count main..collected"));

        File.WriteAllText(InFolder("gh.log"), "");
        (succeeded, output) = Run("propose");
        Assert.True(succeeded, output);
        Assert.Contains("Nothing is new.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("pr edit", File.ReadAllText(InFolder("gh.log")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    public void A_description_that_is_cut_within_a_character_is_no_failure(string before)
    {
        SkipWithout("bash", "iconv");
        File.WriteAllText(InFolder("body.md.whole"), before + new string('é', 40_000));
        string line = File.ReadLines(Workflow.File).Single(l => l.Contains("head --bytes", StringComparison.Ordinal)).Trim();
        (int exitCode, _) = Workflow.Bash(_folder, line, new Dictionary<string, string>(StringComparer.Ordinal) { ["body"] = "body.md" });
        Assert.Equal((0, 30_000), (exitCode, File.ReadAllText(InFolder("body.md")).Length));
    }

    [Theory]
    [InlineData("auto", "Fine-tuning again", true)]
    [InlineData("auto", "A finding without a theme", false)]
    [InlineData("propose", "Fine-tuning again", false)]
    public async Task What_needs_no_editor_is_published_where_that_is_wanted(string mode, string title, bool isPublished)
    {
        await using LoopbackSource source = await Begin(title);
        (bool succeeded, string output) = Run(mode);
        Assert.True(succeeded, output);
        Assert.Equal(isPublished, Git("ls-tree --name-only main content/dumps/").Contains(".json", StringComparison.Ordinal));
        Assert.Equal(!isPublished, File.ReadAllText(InFolder("gh.log")).Contains("pr create", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stale_source_fails_the_run_after_all_else_is_done()
    {
        await using LoopbackSource source = await Begin("Fine-tuning again");
        source.Answer = (context, _) => LoopbackSource.Json(context, context.Request.Query["date"] == Weekday(6) ? Day(context, "Fine-tuning again") : "[]");
        (bool succeeded, string output) = Run("auto");
        Assert.False(succeeded);
        Assert.Contains("DS088", output, StringComparison.Ordinal);
        Assert.Contains("pr create", File.ReadAllText(InFolder("gh.log")), StringComparison.Ordinal);
    }

    // A site, the repository it is pushed to, a `gh` that only takes notes, and the program as `digest`.
    private async Task<LoopbackSource> Begin(string title)
    {
        SkipWithout("bash", "git", "iconv");
        LoopbackSource source = await LoopbackSource.Start();
        source.Answer = (context, _) => LoopbackSource.Json(context, Day(context, title));
        Assert.Equal(0, CommandLine.Run(_folder, "new", "site", "site").ExitCode);
        File.WriteAllText(InFolder("site/content/sources.yml"), $"daily_papers: {{ since: {Weekday(title.StartsWith("Fine", StringComparison.Ordinal) ? 6 : 2)}, url: '{source.Address}/daily', pause: 0, revisit: 9 }}\n");
        Directory.CreateDirectory(InFolder("temp/bin"));
        File.WriteAllText(InFolder("temp/bin/digest"), $"#!/bin/sh\nexec dotnet exec '{Path.Combine(AppContext.BaseDirectory, "digest.dll")}' \"$@\"\n");
        File.WriteAllText(InFolder("temp/bin/gh"), $$"""
            #!/usr/bin/env bash
            printf '%s\n' "$*" >>"{{_folder}}/gh.log"
            case "$1 $2" in
              "pr list") cat "{{_folder}}/gh.number" 2>/dev/null || true ;;
              "pr view") cat "{{_folder}}/gh.body" ;;
              *) cp "${@: -1}" "{{_folder}}/gh.body.new" && mv "{{_folder}}/gh.body.new" "{{_folder}}/gh.body" ;;
            esac

            """);
        (int exitCode, string output) = Workflow.Bash(_folder, """
            chmod +x temp/bin/*
            export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@a.org GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@a.org
            git init --quiet --bare --initial-branch=main remote.git
            cd site
            git init --quiet --initial-branch=main
            git add .
            git commit --quiet --message Begin
            git push --quiet ../remote.git main
            """, new Dictionary<string, string>(StringComparer.Ordinal));
        Assert.True(exitCode == 0, output);
        return source;
    }

    private (bool Succeeded, string Output) Run(string mode)
    {
        string clone = InFolder("clone");
        if (Directory.Exists(clone))
        {
            Directory.Delete(clone, recursive: true);
        }

        (int exitCode, string output) = Workflow.Bash(_folder, "git clone --quiet remote.git clone", new Dictionary<string, string>(StringComparer.Ordinal));
        Assert.True(exitCode == 0, output);
        return _workflow.Run(clone, InFolder("temp"), new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["github.ref_name"] = "main",
            ["github.token"] = "none",
            ["inputs.since"] = "",
            ["vars.COLLECT"] = mode,
            ["github.server_url"] = "https://host",
            ["github.repository"] = "owner/site",
            ["github.run_id"] = "7",
        }, skipped: "Compile the program");
    }

    private string Git(string arguments)
    {
        (int exitCode, string output) = Workflow.Bash(InFolder("remote.git"), "git " + arguments, new Dictionary<string, string>(StringComparer.Ordinal));
        Assert.True(exitCode == 0, output);
        return output;
    }

    private string InFolder(string path) => Path.Combine(_folder, path);

    // A machine that checks changes has them; elsewhere the rest of the tests is worth running without.
    private static void SkipWithout(params string[] programs)
    {
        foreach (string program in programs)
        {
            bool isThere;
            try
            {
                isThere = Workflow.Bash(".", $"command -v {program}", new Dictionary<string, string>(StringComparer.Ordinal)).ExitCode == 0;
            }
            catch (Win32Exception)
            {
                isThere = false;
            }

            Assert.SkipWhen(!isThere && Environment.GetEnvironmentVariable("CI") != "true", $"{program} is not here");
            Assert.True(isThere, program);
        }
    }

#pragma warning disable RS0030 // The program asks what day it is: so must who answers it.
    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);
#pragma warning restore RS0030

    // So many weekdays ago, as the source's days are named.
    private static string Weekday(int ago) => DigestSite.Collecting.Weekdays.Back(Today, Today.AddDays(-30)).ElementAt(ago).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Day(HttpContext context, string title, int papers = 1)
    {
        string date = context.Request.Query["date"].ToString();
        return PaperAnswers.Day([.. Enumerable.Range(0, papers).Select(n => $"{date[2..4]}{date[5..7]}.{date[8..10]}{n:D3}")]).Replace("Sample paper", title, StringComparison.Ordinal);
    }
}
