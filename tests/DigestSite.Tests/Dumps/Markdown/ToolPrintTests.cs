using DigestSite.Diagnostics;
using DigestSite.Dumps;
using DigestSite.Papers;

namespace DigestSite.Tests.Dumps.Markdown;

/// <summary>One page, written for these tests, as tools really print it: lynx, elinks, pandoc, html2text (Python's), turndown.</summary>
public class ToolPrintTests
{
    private const string Text = "Large models are used as agents, yet their capacity to faithfully portray old versions of themselves remains underexplored. "
        + "We study $L_2$ norms with [brackets] and a < b for snake_case_names in several of the settings that practitioners meet; code is at "
        + "https://github.com/tiny/grok. To study this problem, we introduce One World, a benchmark for grounded play that spans 30 tasks and 90 versions of each.";

    public static TheoryData<string> Prints =>
        [.. Directory.GetFiles(Repository.File("tests", "DigestSite.Tests", "Dumps", "Markdown", "Prints")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Prints))]
    public void A_page_reads_the_same_whatever_tool_printed_it(string tool)
    {
        Print print = Print.Of(TextOf(tool));
        Assert.Empty(print.Diagnostics);
        Assert.Equal(new PrintedDate(null, 11, 3), print.Dump.Date);
        Assert.Equal(
            [
                "Grokking in C++: A Study of $L_2$ * Norms_and_Shifts, With a Title That Is Long Enough to Wrap|48|annauthor|12|Tiny Lab|Oct 16|2",
                "A Bound for Shift|||3||Nov 1, 2024|",
                "Short One|1200|||Berkeley UC Berkeley|Jul 29|",
            ],
            print.Dump.Listings.Select(l => $"{l.Title}|{l.Upvotes}|{l.SubmittedBy}|{l.AuthorCount}|{l.Organization?.Printed}|{l.Published}|{l.Comments}"));
        Assert.Equal(Text, print.Dump.Listings[0].Abstract);
        Assert.StartsWith("We prove a bound on the error", print.Dump.Listings[1].Abstract, StringComparison.Ordinal);
        Assert.EndsWith("save for its length, which is the point.", print.Dump.Listings[2].Abstract, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Prints))]
    public void Ids_are_read_where_links_are_printed(string tool) => Assert.Equal(
        tool.Contains("nolist", StringComparison.Ordinal) ? [null, null, null] : ["2510.12345", "2411.00001", "2509.00007"],
        Print.Of(TextOf(tool)).Dump.Listings.Select(l => l.Arxiv?.ToString()));

    [Theory]
    [MemberData(nameof(Prints))]
    public void A_title_is_pointed_at_where_it_stands_in_the_print(string tool)
    {
        Dump dump = Print.Of(TextOf(tool)).Dump;
        Assert.All(dump.Listings, l =>
        {
            SourceSpan span = dump.TitleOf(l);
            Assert.StartsWith(l.Title[..9], span.LineText![(span.Column - 1)..], StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Prints))]
    public void A_print_is_known_by_its_content_and_conserved(string tool)
    {
        string text = TextOf(tool);
        Assert.Equal(DumpFormat.Markdown, DumpReader.FormatOf(new SourceText(tool, text)));
        MarkdownLawTests.AssertConserved(text);
        MarkdownLawTests.AssertConserved(text.ReplaceLineEndings("\r\n"));
        Assert.Equal(Print.Of(text).Dump.Listings, Print.Of(text.ReplaceLineEndings("\r\n")).Dump.Listings);
    }

    [Fact]
    public void A_text_dump_is_never_taken_for_a_print()
    {
        string[] folders = [Repository.File("content", "dumps"), Repository.File("tests", "DigestSite.Tests", "Sites")];
        foreach (string file in folders.SelectMany(f => Directory.GetFiles(f, "*.txt", SearchOption.AllDirectories)).Where(f => f.Contains("/dumps/", StringComparison.Ordinal)))
        {
            Assert.False(MarkdownDumpReader.Claims(new SourceText(file, File.ReadAllText(file))), file);
        }
    }

    private static string TextOf(string tool) => File.ReadAllText(Repository.File("tests", "DigestSite.Tests", "Dumps", "Markdown", "Prints", tool));
}
