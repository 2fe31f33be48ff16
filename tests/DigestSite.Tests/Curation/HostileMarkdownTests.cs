using System.Text;
using DigestSite.Curation;
using DigestSite.Diagnostics;

namespace DigestSite.Tests.Curation;

/// <summary>Markdown that would take the parser minutes, or that it throws at, is refused at its line.</summary>
public class HostileMarkdownTests
{
    public static TheoryData<string, string> TooDeep => new()
    {
        { "quotes", Repeated("> ", 10_000) + "a" },
        { "quotes without spaces", Repeated(">", 10_000) + "a" },
        { "bullets", Repeated("- ", 10_000) + "a" },
        { "numbers", Repeated("1. ", 10_000) + "a" },
        { "bullets in quotes", Repeated("> - ", 10_000) + "a" },
        { "indented bullets", string.Concat(Enumerable.Range(0, 1000).Select(i => new string(' ', 2 * i) + "- a\n")) },
        { "open brackets", Repeated("[", 1000) },
        { "open pictures", Repeated("![", 1000) },
        { "emphasis", Repeated("*a **a ", 500) + Repeated("b** b*", 500) },
        { "emphasis of two kinds", Repeated("*a _", 500) + "x" + Repeated("_ a*", 500) },
    };

    public static TheoryData<string, string> TooMuch => new()
    {
        { "brackets", Repeated("[", 100_000) },
        { "links in links", Repeated("[a](", 100_000) },
        { "asterisks", Repeated("*", 100_000) },
        { "open emphasis", Repeated("*a ", 100_000) },
        { "open emphasis, a line each", Repeated("*a\n", 100_000) },
        { "emphasis", Repeated("**a _b ", 100_000) + Repeated("_ ** ", 100_000) },
        { "addresses", Repeated("www.a http://", 20_000) },
        { "headings of one name", Repeated("# a\n", 100_000) },
        { "underlined headings", Repeated("a\n===\n", 100_000) },
        { "quoted headings", Repeated("> # a\n", 100_000) },
        { "definitions", string.Concat(Enumerable.Range(0, 100_000).Select(i => $"[a{i}]: x\n")) },
        { "marks of many paragraphs", Repeated(Repeated("*a ", 1000) + "\n\n", 300) },
    };

    public static TheoryData<string, string> Sound => new()
    {
        { "a long table", "|a|b|\n|-|-|\n" + Repeated("|[1](/a/)|2|\n", 1000) },
        { "a wide table", Repeated("|a", 500) + "|\n" + Repeated("|-", 500) + "|\n" },
        { "a long list of links", Repeated("- [a](/b/) and *c*\n", 8000) },
        { "many headings", Repeated("## a\n\ntext\n\n", 1000) },
        { "deep code", "```\n" + Repeated("    ", 40) + "x - y\n```\n" },
        { "pipes", Repeated("a|b\n", 50_000) },
        { "backslashes", Repeated("\\", 100_000) },
        { "back ticks", string.Concat(Enumerable.Range(1, 400).Select(i => "a" + new string('`', i))) },
        { "angles", Repeated("<http:", 50_000) },
        { "addresses", Repeated("www.a.b http://c.d ", 2000) },
        { "a megabyte in one line", Repeated("word ", 200_000) },
        { "sixty quotes", Repeated("> ", 60) + "a" },
    };

    [Theory]
    [MemberData(nameof(TooDeep))]
    public void What_nests_too_deeply_is_told_at_its_line(string what, string markdown)
    {
        string fault = Assert.Single(Faults("Hello.\n\n" + markdown + "\n\nBye.\n"));
        Assert.StartsWith(what == "indented bullets" ? "DS008 content/pages/about.md(71): " : "DS008 content/pages/about.md(7): ", fault, StringComparison.Ordinal);
    }

    [Theory]
    [Provokes("DS065")]
    [MemberData(nameof(TooMuch))]
    public void What_would_take_minutes_is_told_at_once(string what, string markdown)
    {
        string fault = Assert.Single(Faults(markdown));
        Assert.True(fault.StartsWith("DS065 content/pages/about.md(", StringComparison.Ordinal), what + ": " + fault);
    }

    [Theory]
    [MemberData(nameof(Sound))]
    public void What_is_only_long_is_taken(string what, string markdown) => Assert.Equal((what, 0), (what, Faults(markdown).Length));

    private static string[] Faults(string markdown)
    {
        const string Head = "---\ntitle: a\ndescription: b\n---\n";
        var diagnostics = new DiagnosticBag();
        FreePage? page = PageFile.Read(new SourceText("content/pages/about.md", Head + markdown), diagnostics);
        Assert.Equal(diagnostics.HasErrors, page is null);
        return [.. diagnostics.InOrder().Select(Edited.Shown)];
    }

    private static string Repeated(string part, int times) => new StringBuilder().Insert(0, part, times).ToString();
}
