using DigestSite.Curation.Yaml;
using DigestSite.Tests.Collecting;
using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Cli;

/// <summary>The workflows that publish a site and preview a change of it: how they are written, and what their scripts do.</summary>
public sealed class PublishingWorkflowTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("digest-publishing-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("deploy")]
    [InlineData("preview")]
    public void A_new_site_gets_the_workflow_of_this_repository_and_no_expression_stands_in_a_script(string name)
    {
        Assert.Equal(File.ReadAllText(Workflow.FileOf(name)), File.ReadAllText(Repository.File("src", "DigestSite", "Scaffolding", "Sample", ".github", "workflows", name + ".yml")));
        Workflow workflow = Workflow.Read(name);
        Assert.NotNull(workflow.At("jobs", name, "timeout-minutes"));
        Assert.Null(workflow.At("jobs", name, "permissions"));
        Assert.All(workflow.Scripts, s => Assert.DoesNotContain("${{", Workflow.Text(Workflow.Value(s, "run")), StringComparison.Ordinal));
    }

    [Fact]
    public void Deploying_may_publish_and_nothing_else_and_is_never_cut_short()
    {
        Workflow deploy = Workflow.Read("deploy");
        Assert.Equal([("contents", "read"), ("pages", "write"), ("id-token", "write")], Permissions(deploy));
        Assert.Equal("false", Workflow.Text(deploy.At("concurrency", "cancel-in-progress")));
        Assert.NotNull(deploy.At("on", "schedule"));
        Assert.NotNull(deploy.At("on", "workflow_dispatch", "inputs", "commit"));
    }

    [Fact]
    public void A_preview_has_no_secret_and_may_write_nothing()
    {
        Workflow preview = Workflow.Read("preview");
        Assert.Equal([("contents", "read")], Permissions(preview));
        Assert.DoesNotContain("secrets.", File.ReadAllText(Workflow.FileOf("preview")), StringComparison.Ordinal);
        Assert.DoesNotContain("pull_request_target", File.ReadAllText(Workflow.FileOf("preview")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_deployment_builds_the_site_of_its_day_or_nothing()
    {
        Begin();
        Assert.True(Run("deploy", out string output), output);
        Assert.True(File.Exists(InFolder("temp/site/index.html")));
        Assert.Contains("links checked", File.ReadAllText(InFolder("temp/step-summary.md")), StringComparison.Ordinal);

        Directory.Delete(InFolder("temp/site"), recursive: true);
        File.AppendAllText(InFolder("site/content/pages/about.md"), "\n[lost](/nowhere/)\n");
        Assert.False(Run("deploy", out output));
        Assert.Contains("DS510", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(InFolder("temp/site")));
    }

    [Fact]
    public void A_preview_tells_what_changes_in_the_site()
    {
        Begin();
        SiteFolder.Copy(InFolder("site/content"), InFolder("site/.before/content"));
        File.WriteAllText(InFolder("site/content/pages/contact.md"), "---\ntitle: Contact\ndescription: How to reach us.\n---\nWrite to us.\n");
        Assert.Equal(0, CommandLine.Run(InFolder("site"), "record").ExitCode);
        Assert.True(Run("preview", out string output), output);
        string summary = File.ReadAllText(InFolder("temp/step-summary.md"));
        Assert.Contains("/contact/", summary, StringComparison.Ordinal);
        Assert.True(File.Exists(InFolder("temp/site/contact/index.html")));
        Assert.False(File.Exists(InFolder("temp/before/contact/index.html")));

        // What would not pass is told at its line, and where there was no site all is new.
        Directory.Delete(InFolder("site/.before"), recursive: true);
        Directory.CreateDirectory(InFolder("site/.before"));
        File.Delete(InFolder("temp/step-summary.md"));
        Directory.Delete(InFolder("temp/before"), recursive: true);
        Assert.True(Run("preview", out output), output);
        Assert.Contains("/contact/", File.ReadAllText(InFolder("temp/step-summary.md")), StringComparison.Ordinal);
        File.AppendAllText(InFolder("site/content/pages/contact.md"), "\n[lost](/nowhere/)\n");
        Assert.False(Run("preview", out output));
        Assert.Contains("::error file=content/pages/contact.md,line=", output, StringComparison.Ordinal);
    }

    private static IEnumerable<(string, string)> Permissions(Workflow workflow) => ((YamlMap)workflow.At("permissions")!).Entries.Select(e => (e.Key.Value, Workflow.Text(e.Value)));

    private void Begin()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && Environment.GetEnvironmentVariable("CI") != "true", "the scripts are for bash");
        Assert.Equal(0, CommandLine.Run(_folder, "new", "site", "site").ExitCode);
        Directory.CreateDirectory(InFolder("temp/bin"));
        string program = InFolder("temp/bin/digest");
        File.WriteAllText(program, $"#!/bin/sh\nexec dotnet exec '{Path.Combine(AppContext.BaseDirectory, "digest.dll")}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    private bool Run(string workflow, out string output)
    {
        (bool succeeded, output) = Workflow.Read(workflow).Run(InFolder("site"), InFolder("temp"), new Dictionary<string, string>(StringComparer.Ordinal), skipped: "Compile the program");
        return succeeded;
    }

    private string InFolder(string path) => Path.Combine(_folder, path);
}
