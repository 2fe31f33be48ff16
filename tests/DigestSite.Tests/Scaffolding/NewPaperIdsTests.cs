using DigestSite.Diagnostics;
using DigestSite.Papers;
using DigestSite.Scaffolding;

namespace DigestSite.Tests.Scaffolding;

public class NewPaperIdsTests
{
    private const string Schema = "# yaml-language-server: $schema=../schemas/papers.schema.json\n";
    private const string A = "  a:\n    arxiv: \"2501.00001\"  # why\n";
    private const string B = "  b:\n    arxiv: \"2501.00002\"  # why\n";

    public static TheoryData<string, string> Forms => new()
    {
        // No file, nothing in it, nothing under its key.
        { "", Schema + "papers:\n" + A + B },
        { "# c\n", "# c\npapers:\n" + A + B },
        { "papers:\n", "papers:\n" + A + B },
        { "papers:", "papers:\n" + A + B },
        { "papers: {}\n", "papers: \n" + A + B },
        { "papers: {} # none yet\n\n# end\n", "papers:  # none yet\n\n# end\n" + A + B },

        // New entries stand at the end, indented as those there.
        { "papers:\n  z:\n    pin: true\n", "papers:\n  z:\n    pin: true\n" + A + B },
        { "papers:\n  z:\n    pin: true", "papers:\n  z:\n    pin: true\n" + A + B },
        { "papers:\n  z: { pin: true }\n# end\n", "papers:\n  z: { pin: true }\n# end\n" + A + B },
        { "papers:\n    z:\n      pin: true\n", "papers:\n    z:\n      pin: true\n" + (A + B).Replace("  ", "    ", StringComparison.Ordinal).Replace("    #", "  #", StringComparison.Ordinal) },
        { "papers:\n  z:\n    note: |\n      # Heading\n\n      Text\n\n\n", "papers:\n  z:\n    note: |\n      # Heading\n\n      Text\n\n\n" + A + B },
        { "papers:\n  z:\n    note: |\n      Text", "papers:\n  z:\n    note: |\n      Text\n" + A + B },

        // An entry that is there gets the key.
        { "papers:\n  a: # one\n    # of it\n    theme: x # two\n", "papers:\n  a: # one\n    arxiv: \"2501.00001\"  # why\n    # of it\n    theme: x # two\n" + B },
        { "papers:\n  b:\n\n     pin: true\n  a:\n     pin: true\n", "papers:\n  b:\n     arxiv: \"2501.00002\"  # why\n\n     pin: true\n  a:\n     arxiv: \"2501.00001\"  # why\n     pin: true\n" },
        { "papers:\n  \"a\":\n    note: |\n      arxiv: no\n  c: { pin: true }\n", "papers:\n  \"a\":\n    arxiv: \"2501.00001\"  # why\n    note: |\n      arxiv: no\n  c: { pin: true }\n" + B },
        { "papers:\n  b:\n  a:\n", "papers:\n  b:\n    arxiv: \"2501.00002\"  # why\n  a:\n    arxiv: \"2501.00001\"  # why\n" },
        { "papers:\n  b:\n  a:", "papers:\n  b:\n    arxiv: \"2501.00002\"  # why\n  a:\n    arxiv: \"2501.00001\"  # why\n" },

        // In braces too.
        { "papers:\n  a: { theme: x } # two\n", "papers:\n  # why\n  a: { arxiv: \"2501.00001\", theme: x } # two\n" + B },
        { "papers:\n  a: {theme: x}\n  b: {}\n", "papers:\n  # why\n  a: {arxiv: \"2501.00001\", theme: x}\n  # why\n  b: { arxiv: \"2501.00002\" }\n" },
        { "papers:\n  a: { }\n  b: {\n    pin: true\n  }\n", "papers:\n  # why\n  a: { arxiv: \"2501.00001\" }\n  # why\n  b: { arxiv: \"2501.00002\",\n    pin: true\n  }\n" },
        { "papers: { b: { pin: true }, a: {theme: x} }\n", "papers: { b: { arxiv: \"2501.00002\", pin: true }, a: {arxiv: \"2501.00001\", theme: x} }\n" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Ids_are_added_and_every_byte_stays(string before, string after)
    {
        var diagnostics = new DiagnosticBag();
        ExtendedPapers? papers = Ids.AddTo(new("content/papers.yml", before), diagnostics);
        Assert.Empty(diagnostics.InOrder().Select(d => d.ToString()));
        Assert.Equal(after, papers?.Text.Text);
        Assert.Equal(before, papers!.Before);
        string[] old = before.Split('\n');
        Assert.All(papers.Text.Text.Split('\n').Select((line, i) => (line, Number: i + 1)).Where(l => l.line.Length > 0 && !old.Contains(l.line)), l => Assert.Contains(l.Number, papers.Changed));
        Assert.All(papers.Changed, n => Assert.True(!old.Contains(papers.Text.Line(n).ToString()) || papers.Text.Line(n).Contains("papers:", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Windows_line_ends_stay_and_are_followed(string before, string after)
    {
        if (before.Contains('\n', StringComparison.Ordinal))
        {
            ExtendedPapers? papers = Ids.AddTo(new("content/papers.yml", before.ReplaceLineEndings("\r\n")), new DiagnosticBag());
            Assert.Equal(after.ReplaceLineEndings("\r\n"), papers?.Text.Text);
        }
    }

    [Theory]
    [Provokes("DS347")]
    [InlineData("{ papers: {} }\n")]
    [InlineData("{}\n")]
    [InlineData("papers: { z: { pin: true } }\n")]
    [InlineData("papers: ~\n")]
    [InlineData("papers:\n  a: ~\n")]
    [InlineData("papers:\n  z:\n    note: |+\n      Text\n\n  ? a\n  : pin: true\n")]
    public void What_cannot_be_added_to_is_left_alone_and_told(string before)
    {
        var diagnostics = new DiagnosticBag();
        Assert.Null(Ids.AddTo(new("content/papers.yml", before), diagnostics));
        Diagnostic told = Assert.Single(diagnostics.InOrder());
        Assert.Equal(("DS347", "content/papers.yml"), (told.Id, told.Span.FileName));
        Assert.Equal("add by hand: `a: { arxiv: \"2501.00001\" }`, `b: { arxiv: \"2501.00002\" }`", told.WayOut);
    }

    [Fact]
    public void A_file_that_is_wrong_is_told_as_it_is()
    {
        var diagnostics = new DiagnosticBag();
        Assert.Null(Ids.AddTo(new("content/papers.yml", "papers:\n  a:\n    pinned: true\n"), diagnostics));
        Assert.Equal(("DS021", 3), (diagnostics.InOrder()[0].Id, diagnostics.InOrder()[0].Span.Line));
    }

    [Fact]
    public void A_slug_that_reads_as_something_else_is_quoted()
    {
        ExtendedPapers? papers = new NewPaperIds([Id("2024", "2501.00001"), Id("null", "2501.00002")]).AddTo(new("papers.yml", "papers:\n"), new DiagnosticBag());
        Assert.Equal("papers:\n  \"2024\":\n    arxiv: \"2501.00001\"  # why\n  \"null\":\n    arxiv: \"2501.00002\"  # why\n", papers?.Text.Text);
    }

    private static NewPaperIds Ids { get; } = new([Id("a", "2501.00001"), Id("b", "2501.00002")]);

    private static NewPaperId Id(string slug, string id)
    {
        Assert.True(Slug.TryParse(slug, out Slug parsed) & ArxivId.TryParse(id, out ArxivId? arxiv));
        return new(parsed, arxiv!, "why");
    }
}
