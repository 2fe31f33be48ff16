using DigestSite.Diagnostics;
using DigestSite.Papers.Permanence;
using DigestSite.Scaffolding;
using DigestSite.Tests.Cli;
using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Scaffolding;

public sealed class DumpImportTests : IDisposable
{
    private const string Abstract = "This text is long enough to be read as the abstract of a paper, since it goes on well beyond the three hundred characters that part a title from prose in a listing page; it says nothing in particular, says it twice, and says nothing in particular again, until at last there is enough of it to be taken for what it is. It bounds the generalization error of nothing.";

    private const string Dated = "Nov 10\n\nNew findings\n\n" + Abstract + "\n\n  • 2 authors\n·\nOct 6, 2024\n\nA Bound for Grokking\n\n" + Abstract + "\n\n  • 2 authors\n·\nJul 29\n";

    private const string Undated = "Nov 17\n\nOther findings\n\n" + Abstract + "\n\n  • 2 authors\n·\nAug 6\n";

    private readonly SiteFolder _site = new();

    public DumpImportTests() => _site["content/ledger.tsv"] = LedgerFile.Print(_site.Build().Recorded!);

    public void Dispose() => _site.Dispose();

    [Fact]
    public void A_capture_is_taken_in_byte_for_byte_and_recorded()
    {
        _site["2025-11-10.txt"] = Dated;
        CommandLine.Result result = CommandLine.Run(_site.Root, "import", "2025-11-10.txt");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("2025-11-10.txt -> content/dumps/2025-11-10.txt\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("Captured 2025-11-10\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("the file's name says 2025-11-10", result.Output, StringComparison.Ordinal);
        Assert.Contains("  1 new paper in 2 listings\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(Dated, _site["content/dumps/2025-11-10.txt"]);
        Assert.Contains("\ndump\t2025-11-10.txt\t2025-11-10\n", _site["content/ledger.tsv"], StringComparison.Ordinal);
        Assert.Contains("\npaper\tnew-findings\t", _site["content/ledger.tsv"], StringComparison.Ordinal);
        Assert.Equal((0, ""), CommandLine.Run(_site.Root, "build", "--strict") is var check ? (check.ExitCode, check.Error) : default);
        Assert.Equal(3, Directory.GetFileSystemEntries(Path.Combine(_site.Root, "content/dumps")).Length);
    }

    [Fact]
    public void A_year_that_is_only_inferred_does_not_become_a_name_that_gives_it()
    {
        _site["capture.txt"] = Dated;
        ImportPlan plan = Plan(null, "capture.txt")!;
        Assert.Equal("dumps/inferred-2025-11-10.txt", Assert.Single(plan.Dumps).Path);
        Assert.True(Write(plan));
        BuiltSite built = _site.Build(strict: true);
        Assert.Equal("", _site.DiagnosticText);
        Assert.True(built.Compiled!.Captures.Single(c => c.Name == "inferred-2025-11-10.txt").IsInferred);
    }

    [Fact]
    public void A_year_given_by_hand_settles_what_evidence_does_not()
    {
        _site["capture.txt"] = Undated;
        CommandLine.Result unsettled = CommandLine.Run(_site.Root, "import", "capture.txt");
        Assert.Equal(1, unsettled.ExitCode);
        Assert.StartsWith("capture.txt(1,1): error DS201: ", unsettled.Error, StringComparison.Ordinal);
        Assert.Contains("digest import --year 2025", unsettled.Error, StringComparison.Ordinal);

        Assert.Equal(0, CommandLine.Run(_site.Root, "import", "--year", "2024", "capture.txt").ExitCode);
        Assert.Equal(Undated, _site["content/dumps/2024-11-17.txt"]);
    }

    [Fact]
    public void A_second_capture_of_a_day_gets_a_number_and_the_same_bytes_are_not_taken_twice()
    {
        _site["2025-11-03.txt"] = Dated.Replace("Nov 10", "Nov 3", StringComparison.Ordinal);
        _site["again.txt"] = _site["2025-11-03.txt"];
        _site["known.txt"] = _site["content/dumps/2025-03-11.txt"];
        ImportPlan plan = Plan(null, "2025-11-03.txt", "again.txt", "known.txt", "2025-11-03.txt")!;
        Assert.Equal("dumps/2025-11-03-2.txt", Assert.Single(plan.Dumps).Path);
        Assert.Equal([("again.txt", "2025-11-03.txt"), ("known.txt", "content/dumps/2025-03-11.txt")], plan.Known.Select(k => (Relative(k.Source.Path), Relative(k.Name))));
        Assert.True(Write(plan));
        Assert.Empty(Plan(null, "2025-11-03.txt")!.Dumps);
    }

    [Fact]
    public void A_name_that_the_ledger_or_an_editor_uses_for_another_dump_is_left_to_it()
    {
        _site["content/ledger.tsv"] += "dump\t2025-11-10.txt\t2023-11-10\n";
        _site["content/dumps.yml"] = "dumps:\n  2025-11-10-2.txt: { skip: true }\n";
        _site["2025-11-10.txt"] = Dated;
        Plan(null, "2025-11-10.txt");
        Assert.Equal(["DS322"], _site.Diagnostics.InOrder().Concat(_diagnostics.InOrder()).Where(d => d.Severity == Severity.Error).Select(d => d.Id));
        File.Delete(Path.Combine(_site.Root, "content/dumps.yml"));
        Assert.Equal("dumps/2025-11-10-2.txt", Assert.Single(Plan(null, "2025-11-10.txt")!.Dumps).Path);
    }

    [Fact]
    public void With_one_bad_file_nothing_is_written()
    {
        _site["2025-11-10.txt"] = Dated;
        _site["broken.txt"] = "no date here\n";
        AssertNothingWritten(1, "broken.txt", "2025-11-10.txt", "broken.txt");
    }

    [Theory]
    [InlineData("\nA title that breaks o", "DS112")]
    [InlineData("\nCaf\u00e9 nets\n", "DS103")]
    public void A_capture_that_broke_off_or_lost_characters_is_not_taken_in(string rest, string id)
    {
        File.WriteAllBytes(Path.Combine(_site.Root, "capture.txt"), [.. System.Text.Encoding.UTF8.GetBytes(Dated), .. System.Text.Encoding.Latin1.GetBytes(rest)]);
        Assert.Null(Plan(2025, "capture.txt"));
        Diagnostic fault = Assert.Single(_diagnostics.InOrder(), d => d.Severity == Severity.Error);
        Assert.Equal((id, "capture.txt"), (fault.Id, Path.GetFileName(fault.Span.FileName)));
        Assert.StartsWith("save the whole page again, as UTF-8", fault.WayOut, StringComparison.Ordinal);
    }

    [Fact]
    public void A_site_with_errors_takes_nothing_in()
    {
        _site["2025-11-10.txt"] = Dated;
        _site["content/pages/about.md"] += "\n[lost](/nowhere/)\n";
        AssertNothingWritten(1, "nowhere", "2025-11-10.txt");
    }

    [Fact]
    public void A_dry_run_tells_all_and_writes_nothing()
    {
        _site["2025-11-10.txt"] = Dated;
        AssertNothingWritten(0, "", "--dry-run", "2025-11-10.txt");
    }

    [Fact]
    public void A_ledger_that_cannot_be_written_leaves_no_capture_behind()
    {
        _site["2025-11-10.txt"] = Dated;
        Directory.CreateDirectory(Path.Combine(_site.Root, "content/.ledger.tsv.digest-new"));
        AssertNothingWritten(1, "error DS309", "2025-11-10.txt");
    }

    [Theory]
    [Provokes("DS077", "DS078")]
    [InlineData("table.csv", "DS077", "table.csv` is no capture")]
    [InlineData("empty.txt", "DS078", "it is empty, or no plain file")]
    [InlineData("none.txt", "DS078", "there is no such file")]
    [InlineData("content", "DS078", "it is a folder")]
    [InlineData("dangling.txt", "DS078", "there is no such file")]
    [InlineData("circle.txt", "DS078", "there is no such file")]
    [InlineData("huge.txt", "DS064", "the file has 65 MiB")]
    public void What_is_no_capture_is_told_by_its_name(string name, string id, string message)
    {
        _site["table.csv"] = "a,b\n";
        _site["empty.txt"] = "";
        File.CreateSymbolicLink(Path.Combine(_site.Root, "dangling.txt"), "nowhere");
        File.CreateSymbolicLink(Path.Combine(_site.Root, "circle.txt"), "circle.txt");
        using (FileStream huge = File.Create(Path.Combine(_site.Root, "huge.txt")))
        {
            huge.SetLength(65 * 1024 * 1024);
        }

        Assert.Null(Plan(null, name));
        Diagnostic fault = Assert.Single(_diagnostics.InOrder());
        Assert.Equal((id, Path.Combine(_site.Root, name)), (fault.Id, fault.Span.FileName));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_of_the_api_is_taken_in_under_its_day_whatever_its_name()
    {
        _site["answer"] = """[{ "paper": { "id": "2511.00001", "title": "New findings", "summary": "We find.", "authors": [], "submittedOnDailyAt": "2025-11-10T03:00:00.000Z" } }]""";
        ImportPlan plan = Plan(null, "answer")!;
        Assert.Equal(("dumps/2025-11-10.json", 1), (Assert.Single(plan.Dumps).Path, plan.Dumps[0].Papers));
        Assert.True(Write(plan));
        Assert.Equal("2511.00001", _site.Build().Compiled!.Papers.Single(p => p.Paper.Title == "New findings").Paper.Arxiv?.ToString());
    }

    [Fact]
    public void A_link_to_a_capture_is_followed()
    {
        _site["real"] = Dated;
        File.CreateSymbolicLink(Path.Combine(_site.Root, "2025-11-10.txt"), "real");
        Assert.True(Write(Plan(null, "2025-11-10.txt")!));
        Assert.Null(new FileInfo(Path.Combine(_site.Root, "content/dumps/2025-11-10.txt")).LinkTarget);
        Assert.Equal(Dated, _site["content/dumps/2025-11-10.txt"]);
    }

    [Fact]
    public void The_order_of_the_files_changes_nothing()
    {
        _site["a.txt"] = Dated;
        _site["b.txt"] = Undated.Replace("Aug 6", "Oct 7, 2024", StringComparison.Ordinal);
        string[] names = ["a.txt", "b.txt"];
        ImportPlan forth = Plan(null, names)!;
        ImportPlan back = Plan(null, [.. names.Reverse()])!;
        Assert.Equal(LedgerFile.Print(forth.Recorded!), LedgerFile.Print(back.Recorded!));
    }

    private DiagnosticBag _diagnostics = new();

    private BuildOptions Options => new() { Content = Path.Combine(_site.Root, "content"), Templates = Path.Combine(_site.Root, "templates") };

    private ImportPlan? Plan(int? year, params string[] names)
    {
        _diagnostics = new();
        return new DumpImport(Options, _diagnostics).Plan([.. names.Select(n => Path.Combine(_site.Root, n))], year);
    }

    private bool Write(ImportPlan plan) => new DumpImport(Options, _diagnostics).Write(plan);

    private string Relative(string path) => Path.GetRelativePath(_site.Root, path).Replace('\\', '/');

    private void AssertNothingWritten(int exitCode, string error, params string[] arguments)
    {
        string[] before = State();
        CommandLine.Result result = CommandLine.Run(_site.Root, ["import", .. arguments]);
        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(error, result.Error, StringComparison.Ordinal);
        Assert.Contains(exitCode == 0 ? "Nothing was written." : "Nothing was imported.", result.Output, StringComparison.Ordinal);
        Assert.Equal(before, State());
    }

    private string[] State() => [.. Directory.GetFiles(Path.Combine(_site.Root, "content"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => f + File.ReadAllText(f))];
}
