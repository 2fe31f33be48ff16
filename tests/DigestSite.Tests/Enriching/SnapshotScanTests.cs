using System.Text;
using System.Text.Json;
using DigestSite.Diagnostics;
using DigestSite.Enriching;
using DigestSite.Papers;
using FsCheck;
using FsCheck.Fluent;

namespace DigestSite.Tests.Enriching;

public class SnapshotScanTests
{
    private static readonly string[] Titles = ["Grokking \"twice\"", "Schr\u00F6dinger's C++", "A 1/2 \\alpha bound", "\u0130stanbul \uFB01nds"];

    private static readonly string[] Pieces =
    [
        "Grokking ", "grokking", "\"TWICE\"", "\u201Ctwice\u201D", "\n  ", " ", "Schr\u00F6dinger", "SCHRO\u0308DINGER", "'s", "\u2019s", " C++", "A 1/2 ", "\\alpha", " bound", "\u00AD",
        "\u0130stanbul ", "i\u0307stanbul", "finds", "\uFB01nds", "!",
    ];

    private static Gen<string> Title => Gen.OneOf(
        Gen.Elements(Pieces).ListOf().Select(string.Concat),
        Gen.Elements(Titles).SelectMany(t => Gen.Elements(t, t.ToUpperInvariant(), t.Replace(" ", "\n   ", StringComparison.Ordinal), "\t" + t + " ", t + "\u200B")));

    private static Gen<string> Text => Title.SelectMany(t => Gen.Elements(false, true).SelectMany(isAscii => Gen.Elements(false, true).Select(isSpelt => Quoted(t, isAscii, isSpelt))));

    private static Gen<string> Value => Gen.OneOf(
        Text, Text.Select(t => $"{{\"title\":{t}}}"), Text.Select(t => $"[{t}, null, {{\"title\" : {t}}}]"), Gen.Elements("null", "12.5e3", "true", "\"\"", "\"\\\"title\\\":\\\"x\\\"\""));

    private static Gen<string> Member => Gen.Elements("\"title\"", "\"title\" ", "\"\\u0074itle\"", "\"abstract\"", "\"titles\"", "\"Title\"").SelectMany(k => Value.Select(v => $"{k}:{v}"));

    private static Gen<string> Record => Member.ListOf().Select(m => $"{{\"id\":\"2501.0000\",{string.Join(", ", m.Append("\"x\": 1"))}}}");

    private static Gen<string> Line => Gen.Frequency(
        (8, Record),
        (1, Record.SelectMany(r => Gen.Choose(0, r.Length).Select(n => r[..n]))),
        (1, Record.SelectMany(r => Gen.Choose(0, r.Length - 1).Select(n => r.Remove(n, 1)))),
        (1, Gen.Elements("", "  ", "\r", "[]", "{}", "x", " {\"id\":\"2501.0000\",\"title\":\"grokking twice\"} \r", "{\"title\":\"\\ud83d\"}", "{\"title\":\"grokking \\\"twice\\\"\"} {}")));

    [Fact]
    public void A_scan_finds_what_reading_every_line_whole_finds() =>
        Check.One(
            Cases.Of(2000),
            Prop.ForAll(Line.ListOf().ToArbitrary(), lines =>
            {
                string text = string.Join('\n', lines.Select((l, i) => l.Replace("2501.0000", FormattableString.Invariant($"2501.{10000 + i}"), StringComparison.Ordinal)));
                foreach (string first in (string[])["", Snapshot.Line("2412.00001", "Something else") + "\n"])
                {
                    WantedTitles wanted = Snapshot.Wanted(Titles);
                    Snapshot.Scan(wanted, first + text);
                    Assert.Equal(Naive(first + text), Snapshot.Found(wanted));
                }
            }));

    [Theory]
    [InlineData("grokking \\n  \\\"TWICE\\\"")]
    [InlineData("\\u0047rokking \\u0022twice\\u0022")]
    [InlineData("Grokking \u201Ctwice\u201D")]
    public void A_title_is_found_however_it_is_spelt(string json)
    {
        WantedTitles wanted = Snapshot.Wanted(Titles);
        SnapshotScan scan = Snapshot.Scan(wanted, $"\uFEFF{{\"title\":\"other\",\"id\":\"hep-th/9901001\"}}\r\n\r\n{{\"abstract\":\"first\",\"title\":\"{json}\",\"id\":\"hep-th/9901002\"}}");
        Assert.Equal(["grokking-twice hep-th/9901002"], Snapshot.Found(wanted));
        Assert.Equal(2, scan.Records);
    }

    [Fact]
    public void A_record_has_the_day_of_its_first_version_and_its_authors()
    {
        byte[] line = Encoding.UTF8.GetBytes(Snapshot.Line("0704.0001", "T", "Mon, 2 Apr 2007 19:18:42 GMT", 4));
        ArxivRecord record = SnapshotRecord.Read(line, out _)!;
        Assert.Equal(("0704.0001", "T", new DateOnly(2007, 4, 2), 4), (record.Id.ToString(), record.Title, record.Published, record.AuthorCount));
        ArxivRecord bare = SnapshotRecord.Read("""{"id":"0704.0001","title":"T","authors":"A, B","versions":[{"version":"v2"},7]}"""u8, out _)!;
        Assert.Equal((null, null), (bare.Published, bare.AuthorCount));
    }

    [Fact]
    [Provokes("DS341")]
    public void A_line_that_is_no_record_is_told_at_its_place()
    {
        string[] lines =
        [
            Snapshot.Line("2501.00001", "One"), "<html>", "{\"id\":\"2501.00002\",\"title\":\"Two\"", "{\"id\":\"x\",\"title\":\"Grokking \\\"twice\\\"\"}",
            "{\"title\":\"Grokking \\\"twice\\\"\"}", "{\"id\":\"2501.00003\"}", "{\"id\":\"2501.00003\",\"title\":null}", "{} {}", "", "{\"title\":\"\\ud83d\"}", Snapshot.Line("2501.00001", "One")[..^9],
        ];
        var diagnostics = new DiagnosticBag();
        Assert.Equal(1, Snapshot.Scan(Snapshot.Wanted(Titles), string.Join('\n', lines), diagnostics).Records);
        Assert.Equal(
            [
                "(2,1) it is no JSON object", "(3,33) it is not JSON", "(4,1) its `id` is no arXiv id", "(5,1) it has no `id`", "(6,1) it has no `title`",
                "(7,1) it has no `title`", "(8,3) something follows its JSON", "(10,1) it holds half a character",
            ],
            diagnostics.InOrder().SkipLast(1).Select(d => $"({d.Span.Line},{d.Span.Column}) {d.Message.Split(": ")[1]}"));
        Assert.All(diagnostics.InOrder(), d => Assert.Equal(("DS341", "arxiv.jsonl", lines[d.Span.Line - 1]), (d.Id, d.Span.FileName, d.Span.LineText)));
        Assert.Equal(11, diagnostics.InOrder()[^1].Span.Line);
    }

    [Fact]
    [Provokes("DS342")]
    public void Of_many_such_lines_the_first_are_told_and_the_rest_counted()
    {
        var diagnostics = new DiagnosticBag();
        string text = Snapshot.Line("2501.00001", "One") + string.Concat(Enumerable.Repeat("\nx", 5000)) + "\n" + Snapshot.Line("2501.00002", Titles[0]);
        WantedTitles wanted = Snapshot.Wanted(Titles);
        Assert.Equal(2, Snapshot.Scan(wanted, text, diagnostics).Records);
        Assert.Equal(["grokking-twice 2501.00002"], Snapshot.Found(wanted));
        Assert.Equal(20, diagnostics.InOrder().Count(d => d.Id == "DS341"));
        Diagnostic rest = diagnostics.InOrder().Single(d => d.Id == "DS342");
        Assert.Equal(("arxiv.jsonl", 0, "4,980 more lines are passed over"), (rest.Span.FileName, rest.Span.Line, rest.Message));
    }

    [Fact]
    public void A_line_that_is_too_long_is_told_and_the_next_is_read()
    {
        var diagnostics = new DiagnosticBag();
        WantedTitles wanted = Snapshot.Wanted(Titles);
        string text = $"{Snapshot.Line("2501.00001", "One")}\n{{\"abstract\":\"{new string('x', 5 << 20)}\"}}\n{Snapshot.Line("2501.00002", Titles[0])}\n";
        Snapshot.Scan(wanted, text, diagnostics);
        Assert.Equal(["grokking-twice 2501.00002"], Snapshot.Found(wanted));
        Diagnostic fault = Assert.Single(diagnostics.InOrder());
        Assert.Equal(("DS341", 2, "this line is passed over: it is longer than 4 MiB"), (fault.Id, fault.Span.Line, fault.Message));
        Assert.Equal(1024, fault.Span.LineText!.Length);
    }

    [Theory]
    [Provokes("DS340")]
    [InlineData("", "it is empty", 0)]
    [InlineData("\n\n", "it is empty", 0)]
    [InlineData("a\nb\n", "no line is a JSON object with `id` and `title`", 1)]
    [InlineData("\n{\"id\":7}\n", "no line is a JSON object with `id` and `title`", 2)]
    public void A_file_that_is_something_else_is_refused(string text, string reason, int line)
    {
        var diagnostics = new DiagnosticBag();
        Snapshot.Scan(Snapshot.Wanted(Titles), text, diagnostics);
        Diagnostic error = Assert.Single(diagnostics.InOrder());
        Assert.Equal(("DS340", "this is no arXiv metadata: " + reason, "arxiv.jsonl", line), (error.Id, error.Message, error.Span.FileName, error.Span.Line));
    }

    [Fact]
    public void A_title_that_names_a_kind_of_document_is_never_looked_for()
    {
        WantedTitles wanted = Snapshot.Wanted("Technical Report", "System Card");
        Snapshot.Scan(wanted, Snapshot.Line("2501.00001", "Technical report"));
        Assert.Equal(2, wanted.Papers.Count);
        Assert.Empty(Snapshot.Found(wanted));
    }

    [Fact]
    public void More_papers_of_one_title_than_any_work_has_take_no_more_memory()
    {
        WantedTitles wanted = Snapshot.Wanted(Titles[0]);
        Snapshot.Scan(wanted, string.Concat(Enumerable.Range(0, 1000).Select(i => Snapshot.Line(FormattableString.Invariant($"2501.{10000 + i}"), Titles[0]) + "\n")));
        Assert.Equal(8, Snapshot.Found(wanted).Count());
    }

    private static IEnumerable<string> Naive(string text) => Titles.OrderBy(t => Slug.FromTitle(t)).SelectMany(title => text.Split('\n')
        .Select(TitleAndId)
        .Where(r => r is var (read, _) && TextFolding.FoldTitle(read) == TextFolding.FoldTitle(title))
        .Select(r => $"{Slug.FromTitle(title)} {r!.Value.Id}")
        .Take(8));

    private static (string Title, string Id)? TitleAndId(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && First(document.RootElement, "title") is { } title
                && First(document.RootElement, "id") is { } id
                && ArxivId.TryParse(id, out _) ? (title, id) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? First(JsonElement of, string name) =>
        of.EnumerateObject().FirstOrDefault(p => p.Name == name).Value is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static string Quoted(string text, bool isAscii, bool isSpelt) => "\"" + string.Concat(text.Select(c => c switch
    {
        '\n' or '\t' or '"' or '\\' or '/' when !isSpelt => c switch { '\n' => "\\n", '\t' => "\\t", _ => "\\" + c },
        _ when char.IsControl(c) || c is '"' or '\\' || (isAscii && !char.IsAscii(c)) || (isSpelt && c is 'g' or '/') => FormattableString.Invariant($"\\u{(int)c:x4}"),
        _ => c.ToString(),
    })) + "\"";
}
