using System.ComponentModel;
using DigestSite.Curation.Yaml;
using DigestSite.Links.External;
using DigestSite.Tests.Collecting;
using DigestSite.Tests.Links.External;

namespace DigestSite.Tests.Cli;

/// <summary>The workflow that asks other sites: how it is written, and what its scripts make of an issue.</summary>
public sealed class LinksWorkflowTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("digest-links-workflow-").FullName;
    private readonly Workflow _workflow = Workflow.Read("links");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_new_site_gets_the_workflow_of_this_repository() =>
        Assert.Equal(File.ReadAllText(Workflow.FileOf("links")), File.ReadAllText(Repository.File("src", "DigestSite", "Scaffolding", "Sample", ".github", "workflows", "links.yml")));

    [Fact]
    public void It_may_write_issues_and_nothing_else_and_runs_once_a_week()
    {
        Assert.Equal([("actions", "read"), ("contents", "read"), ("issues", "write")], ((YamlMap)_workflow.At("permissions")!).Entries.Select(e => (e.Key.Value, Workflow.Text(e.Value))));
        Assert.Null(_workflow.At("jobs", "links", "permissions"));
        Assert.Matches(@"^\d+ \d+ \* \* 1$", Workflow.Text(Workflow.Value(((YamlList)_workflow.At("on", "schedule")!).Items[0], "cron")));
        Assert.NotNull(_workflow.At("jobs", "links", "timeout-minutes"));
        Assert.Equal("vars.LINKS != 'off'", Workflow.Text(_workflow.At("jobs", "links", "if")));
        Assert.Equal("false", Workflow.Text(_workflow.At("concurrency", "cancel-in-progress")));
        Assert.All(_workflow.Scripts, s => Assert.DoesNotContain("${{", Workflow.Text(Workflow.Value(s, "run")), StringComparison.Ordinal));
    }

    [Fact]
    public void The_heading_that_keeps_the_issue_open_is_that_of_the_summary() =>
        Assert.Contains($"grep -qx '{LinkSummary.Broken}'", File.ReadAllText(Workflow.FileOf("links")), StringComparison.Ordinal);

    [Fact]
    public async Task An_issue_is_opened_brought_up_to_date_and_closed()
    {
        await using LoopbackWeb web = await ExternalCheckTests.Proxy();
        Begin(web);
        Assert.True(Run(out string output), output);
        Assert.Equal("issue create --title Links to other sites are broken --body-file temp/links.md\n", Issues());
        string body = File.ReadAllText(InFolder("gh.body"));
        Assert.StartsWith("# 1 broken link to other sites\n\nChecked on ", body, StringComparison.Ordinal);
        Assert.Contains("- `http://gone.invalid/page`: 404\\, there is no such page\n  (`content/pages/about.md` line ", body, StringComparison.Ordinal);
        Assert.Contains("in [this run](https://host/owner/site/actions/runs/7)", body, StringComparison.Ordinal);
        Assert.StartsWith("# 1 broken link", File.ReadAllText(InFolder("temp/step-summary.md")), StringComparison.Ordinal);

        // The next run takes up what this one learnt, from wherever it began.
        string kept = File.ReadAllText(InFolder("site/.digest/links.tsv"));
        Directory.CreateDirectory(InFolder("artifact"));
        File.WriteAllText(InFolder("artifact/links.tsv"), System.Text.RegularExpressions.Regex.Replace(kept, "\t[-0-9]+\t-\t-\t-\t-\n", "\t2025-11-03\t-\t-\t-\t-\n", default, TimeSpan.FromSeconds(5)));
        Directory.Delete(InFolder("site/.digest"), recursive: true);
        File.WriteAllText(InFolder("gh.number"), "12\n");
        Assert.True(Run(out output), output);
        Assert.Equal("issue edit 12 --body-file temp/links.md\n", Issues());
        Assert.Contains("not good since 2025\\-11\\-03", File.ReadAllText(InFolder("gh.body")), StringComparison.Ordinal);

        web.Answer = (context, _) => LoopbackWeb.Status(context, 200);
        Assert.True(Run(out output), output);
        Assert.Equal("issue close 12 --comment No link to another site is broken any more: https://host/owner/site/actions/runs/7\n", Issues());
        File.Delete(InFolder("gh.number"));
        Assert.True(Run(out output), output);
        Assert.Equal("", Issues());
    }

    [Fact]
    public async Task A_site_with_errors_of_its_own_fails_the_run_and_leaves_the_issue()
    {
        await using LoopbackWeb web = await ExternalCheckTests.Proxy();
        Begin(web);
        File.AppendAllText(InFolder("site/content/pages/about.md"), "\n[lost](/nowhere/)\n");
        Assert.False(Run(out string output));
        Assert.Contains("DS510", output, StringComparison.Ordinal);
        Assert.Equal("", Issues());
    }

    // A site, the program as `digest` behind a proxy, and a `gh` that only takes notes.
    private void Begin(LoopbackWeb web)
    {
        SkipWithoutBash();
        Assert.Equal(0, CommandLine.Run(_folder, "new", "site", "site").ExitCode);
        File.AppendAllText(InFolder("site/content/pages/about.md"), "\n[gone](http://gone.invalid/page)\n");
        File.AppendAllText(InFolder("site/content/site.yml"), "external_links: { include: [\"*.invalid*\"] }\n");
        Directory.CreateDirectory(InFolder("temp/bin"));
        string proxy = string.Join(' ', ExternalCheckTests.Behind(web).Select(v => $"{v.Key}='{v.Value}'"));
        File.WriteAllText(InFolder("temp/bin/digest"), $"#!/bin/sh\n{proxy} exec dotnet exec '{Path.Combine(AppContext.BaseDirectory, "digest.dll")}' \"$@\"\n");
        File.WriteAllText(InFolder("temp/bin/gh"), $$"""
            #!/usr/bin/env bash
            case "$1 $2" in
              "run list") echo 6; echo 5 ;;
              "run download") [ "$3" = 5 ] && [ -d "{{_folder}}/artifact" ] && mkdir -p .digest && cp "{{_folder}}/artifact/links.tsv" .digest/ ;;
              "issue list") cat "{{_folder}}/gh.number" 2>/dev/null || true ;;
              *)
                printf '%s\n' "${*//{{_folder.Replace("/", "\\/", StringComparison.Ordinal)}}\//}" >>"{{_folder}}/gh.log"
                cp "{{_folder}}/temp/links.md" "{{_folder}}/gh.body" ;;
            esac

            """);
        Assert.Equal(0, Workflow.Bash(_folder, "chmod +x temp/bin/*", new Dictionary<string, string>(StringComparer.Ordinal)).ExitCode);
    }

    private bool Run(out string output)
    {
        File.Delete(InFolder("gh.log"));
        File.Delete(InFolder("temp/links.md"));
        (bool succeeded, output) = _workflow.Run(InFolder("site"), InFolder("temp"), new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["github.token"] = "none",
            ["github.server_url"] = "https://host",
            ["github.repository"] = "owner/site",
            ["github.run_id"] = "7",
        }, skipped: "Compile the program");
        return succeeded;
    }

    private string Issues() => File.Exists(InFolder("gh.log")) ? File.ReadAllText(InFolder("gh.log")) : "";

    private string InFolder(string path) => Path.Combine(_folder, path);

    private static void SkipWithoutBash()
    {
        bool isThere;
        try
        {
            isThere = Workflow.Bash(".", "true", new Dictionary<string, string>(StringComparer.Ordinal)).ExitCode == 0;
        }
        catch (Win32Exception)
        {
            isThere = false;
        }

        Assert.SkipWhen(!isThere && Environment.GetEnvironmentVariable("CI") != "true", "bash is not here");
        Assert.True(isThere, "bash");
    }
}
