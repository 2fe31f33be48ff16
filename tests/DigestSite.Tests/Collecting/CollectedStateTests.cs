using DigestSite.Collecting;
using DigestSite.Diagnostics;

namespace DigestSite.Tests.Collecting;

public class CollectedStateTests
{
    private const string Heading = "# What `digest collect` asks again and what it need not ask, kept by it. Of a removed line, what has no file is asked again.\n";

    [Fact]
    public void What_is_printed_reads_back_the_same_and_sorted()
    {
        const string Text = Heading
            + "asked\thttps://a.org/?date=2025-11-03\t2025-11-04\topen\tW/\"a b\"\tMon, 03 Nov 2025 12:00:00 GMT\n"
            + "asked\thttps://a.org/?date=2025-11-04\t2025-11-06\tempty\t-\t-\n"
            + "asked\thttps://a.org/?date=2025-11-05\t2025-11-06\tonce\t-\t-\n"
            + "missing\t2511.00001\t2025-11-04\n";
        (CollectedState state, DiagnosticBag told) = Read(Text);
        Assert.Empty(told.InOrder());
        Assert.Equal(Text, state.Print());
        Assert.Equal(Text, Read(Heading + string.Join('\n', Text.Split('\n').Reverse())).State.Print());
        Assert.Equal(Heading, CollectedState.Empty.Print());
    }

    [Theory]
    [Provokes("DS082")]
    [InlineData("asked\thttps://a.org/\tyesterday\topen\t-\t-")]
    [InlineData("asked\thttps://a.org/\t2025-11-04\tshut\t-\t-")]
    [InlineData("asked\t\t2025-11-04\topen\t-\t-")]
    [InlineData("asked\thttps://a.org/\t2025-11-04\topen\t-")]
    [InlineData("missing\tabc\t2025-11-04")]
    [InlineData("lost\t2511.00001\t2025-11-04")]
    public void A_line_that_says_nothing_is_told_and_left_out(string line)
    {
        (CollectedState state, DiagnosticBag told) = Read(Heading + line + "\n");
        Diagnostic fault = Assert.Single(told.InOrder());
        Assert.Equal(("DS082", 2, 1, line.Length), (fault.Id, fault.Span.Line, fault.Span.Column, fault.Span.Length));
        Assert.Equal(Heading, state.Print());
    }

    [Theory]
    [InlineData("\"a\tb\"")]
    [InlineData("\"a\nb\"")]
    [InlineData("\"ä\"")]
    public void What_a_source_sends_cannot_write_lines_of_its_own(string etag)
    {
        CollectedState state = CollectedState.Empty with { Asked = new Dictionary<string, AskedBefore>(StringComparer.Ordinal) { ["https://a.org/"] = new("https://a.org/", new(2025, 11, 3), false, etag, new('x', 500)) } };
        Assert.Equal(Heading + "asked\thttps://a.org/\t2025-11-03\topen\t-\t-\n", state.Print());
    }

    private static (CollectedState State, DiagnosticBag Told) Read(string text)
    {
        var told = new DiagnosticBag();
        return (CollectedState.Read(new SourceText("content/collected.tsv", text), told), told);
    }
}
