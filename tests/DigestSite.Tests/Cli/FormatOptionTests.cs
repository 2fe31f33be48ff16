using System.Text.Json.Nodes;
using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Cli;

public class FormatOptionTests
{
    private static readonly Dictionary<string, string> InActions = new(StringComparer.Ordinal) { ["GITHUB_ACTIONS"] = "true" };

    [Theory]
    [InlineData("build")]
    [InlineData("check")]
    [InlineData("record", "--strict")]
    public void Json_goes_to_standard_output_with_nothing_else(params string[] verb)
    {
        using var site = WithAWarning();
        CommandLine.Result result = CommandLine.Run(site.Root, [.. verb, "--format", "json"]);
        JsonNode[] said = [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!)];
        JsonNode warning = Assert.Single(said, s => s["id"]!.GetValue<string>() == "DS036");
        Assert.Equal((verb.Length > 1 ? "error" : "warning", "content/tags.yml", "a*bound"), (warning["severity"]!.GetValue<string>(), warning["file"]!.GetValue<string>(), Pointed(warning)));
        Assert.DoesNotContain("DS036", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void In_GitHub_Actions_the_text_cannot_command_the_runner_and_annotations_follow()
    {
        using var site = WithAWarning();
        site["content/dumps/2025-03-11.txt"] += "\n\nhttps://a.example/ ##[add-mask]x\n";
        CommandLine.Result result = CommandLine.Run(site.Root, InActions, "check", "--content", Path.Combine(site.Root, "content"));
        string[] lines = result.Output.Split('\n');
        Assert.StartsWith("::stop-commands::", lines[0], StringComparison.Ordinal);
        int resumed = Array.IndexOf(lines, $"::{lines[0]["::stop-commands::".Length..]}::");
        Assert.True(Array.FindLastIndex(lines, l => l.Contains("  | ", StringComparison.Ordinal)) < resumed);
        Assert.Equal("::group::Annotations", lines[resumed + 1]);
        Assert.Contains("::warning file=content/tags.yml,line=5,col=23,endColumn=30,title=DS036::the `*` in `a*bound` is not at the end, where alone it matches any ending%0Awrite `a bound`", lines);
        Assert.Equal("", result.Error);
        Assert.DoesNotContain("::stop-commands::", CommandLine.Run(site.Root, InActions, "check", "--format", "text").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_acknowledged_warning_is_only_counted_and_no_annotation_in_text_and_told_with_its_reason_in_json()
    {
        using var site = WithAWarning();
        Assert.Equal(0, CommandLine.Run(site.Root, "record").ExitCode);
        CommandLine.Result warned = CommandLine.Run(site.Root, "check");
        Assert.Contains("0 errors, 1 warning\n", warned.Error, StringComparison.Ordinal);
        Assert.Contains("content/acknowledged.yml", warned.Error, StringComparison.Ordinal);

        site["content/acknowledged.yml"] = "acknowledged:\n  - { id: DS036, file: tags.yml, reason: Of old. }\n";
        CommandLine.Result text = CommandLine.Run(site.Root, "build", "--strict");
        Assert.Equal((0, "1 warning acknowledged\n"), (text.ExitCode, text.Error));
        Assert.DoesNotContain("::warning", CommandLine.Run(site.Root, InActions, "check").Output, StringComparison.Ordinal);
        Assert.Contains("\"acknowledged\":\"Of old.\"", CommandLine.Run(site.Root, "check", "--format", "json").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Thousands_of_faults_of_one_kind_are_counted_in_text_and_listed_in_json()
    {
        using var site = new SiteFolder();
        site["content/site.yml"] += string.Concat(Enumerable.Range(0, 10_000).Select(i => $"unknown-{i}: x\n"));
        CommandLine.Result text = CommandLine.Run(site.Root, "check");
        Assert.Contains("content/site.yml: and 9,950 more DS021 (all of them: --format json)\n", text.Error, StringComparison.Ordinal);
        Assert.Contains("10,000 errors, ", text.Error, StringComparison.Ordinal);
        Assert.Equal(51, text.Error.Split(" DS021").Length - 1);
        Assert.Equal(10_000, CommandLine.Run(site.Root, "check", "--format", "json").Output.Split("\"DS021\"").Length - 1);
    }

    [Fact]
    public void Clean_takes_the_format_too_and_a_wrong_one_is_wrong_usage()
    {
        using var site = new SiteFolder();
        Directory.CreateDirectory(site.Output);
        CommandLine.Result result = CommandLine.Run(site.Root, "clean", "--format", "json");
        Assert.Equal((0, ""), (result.ExitCode, result.Output));
        Assert.Equal(2, CommandLine.Run(site.Root, "check", "--format", "xml").ExitCode);
    }

    private static SiteFolder WithAWarning()
    {
        var site = new SiteFolder();
        site["content/tags.yml"] = "tags:\n  - id: grokking\n    title: Grokking\n    description: Delayed.\n    match: [grokking, a*bound]\n";
        return site;
    }

    private static string Pointed(JsonNode said) =>
        said["source_line"]!.GetValue<string>()[(said["column"]!.GetValue<int>() - 1)..(said["end_column"]!.GetValue<int>() - 1)];
}
