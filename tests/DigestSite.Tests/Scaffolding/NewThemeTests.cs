using DigestSite.Diagnostics;
using DigestSite.Scaffolding;
using DigestSite.Tests.Cli;
using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Scaffolding;

public class NewThemeTests
{
    private const string A = "- { id: a, title: A, description: B, match: [a] }";
    private const string B = "- id: b\n    title: B b\n    description: \"C: d\"\n    match: [\"x: y\", grok]\n";

    [Theory]
    [InlineData("themes: []\n", "themes:\n  " + B)]
    [InlineData("themes: [] # none yet\nthreshold: 3\n", "themes:\n  " + B + "# none yet\nthreshold: 3\n")]
    [InlineData("themes:\n  " + A, "themes:\n  " + A + "\n  " + B)]
    [InlineData("themes:\n  " + A + "\n# the end\n", "themes:\n  " + A + "\n# the end\n  " + B)]
    [InlineData("themes:\n" + A + "\n", "themes:\n" + A + "\n- id: b\n  title: B b\n  description: \"C: d\"\n  match: [\"x: y\", grok]\n")]
    [InlineData("# top\nthemes:\n  " + A + "\n\n# below\nthreshold: 3\n", "# top\nthemes:\n  " + A + "\n  " + B + "\n# below\nthreshold: 3\n")]
    public void A_theme_is_added_and_every_byte_stays(string before, string after)
    {
        var diagnostics = new DiagnosticBag();
        string? text = Theme.AddTo(new SourceText("content/themes.yml", before), diagnostics);
        Assert.Empty(diagnostics.InOrder().Select(d => d.ToString()));
        Assert.Equal(after, text);
    }

    [Fact]
    public void Windows_line_ends_stay_and_are_followed()
    {
        string before = ("themes:\n  " + A + "\n").ReplaceLineEndings("\r\n");
        string? text = Theme.AddTo(new SourceText("content/themes.yml", before), new DiagnosticBag());
        Assert.Equal(before + ("  " + B).ReplaceLineEndings("\r\n"), text);
    }

    [Theory]
    [Provokes("DS074")]
    [InlineData("themes: [{ id: a, title: A, description: B, match: [a] }]\n", "DS074")]
    [InlineData("{ themes: [] }\n", "DS074")]
    [InlineData("themes:\n  - id: b\n    title: B\n    description: C\n    match: [a]\n", "DS030")]
    [InlineData("themes:\n  - id: a\n", "DS022")]
    public void What_cannot_be_added_to_is_left_alone_and_told(string before, string id)
    {
        var diagnostics = new DiagnosticBag();
        Assert.Null(Theme.AddTo(new SourceText("content/themes.yml", before), diagnostics));
        Assert.Contains(diagnostics.InOrder(), d => d.Id == id && d.Span.FileName == "content/themes.yml");
    }

    [Fact]
    public void The_theme_of_the_command_line_gets_its_papers()
    {
        using var site = new SiteFolder();
        string before = site["content/themes.yml"];
        CommandLine.Result added = CommandLine.Run(site.Root, "new", "theme", "late-generalization", "--match", "grokking", "--match", "memorize");
        Assert.Equal((0, ""), (added.ExitCode, added.Error));
        Assert.Equal(before + "  - id: late-generalization\n    title: Late generalization\n    description: Papers on Late generalization.\n    match: [grokking, memorize]\n", site["content/themes.yml"]);
        site.Build();
        Assert.Equal(["DS305"], site.Diagnostics.InOrder().Select(d => d.Id));

        CommandLine.Result wrong = CommandLine.Run(site.Root, "new", "theme", "Late", "--match", "***");
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("error DS024", wrong.Error, StringComparison.Ordinal);
        Assert.Contains("error DS034", wrong.Error, StringComparison.Ordinal);
        Assert.EndsWith("match: [grokking, memorize]\n", site["content/themes.yml"], StringComparison.Ordinal);
    }

    private static NewTheme Theme { get; } = new("b", "B b", "C: d", ["x: y", "grok"]);
}
