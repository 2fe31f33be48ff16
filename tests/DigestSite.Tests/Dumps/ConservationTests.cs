using DigestSite.Diagnostics;
using DigestSite.Dumps;
using DigestSite.Papers;
using FsCheck;
using FsCheck.Fluent;

namespace DigestSite.Tests.Dumps;

public class ConservationTests
{
    private static readonly Config Thorough = Cases.Of(500);

    [Fact]
    public void Any_text_is_conserved() =>
        Check.One(Thorough, Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text => AssertConserved(text ?? "")));

    [Fact]
    public void Any_heap_of_lines_is_conserved() =>
        Check.One(Thorough, Prop.ForAll(Shrinking(DumpGenerators.Heaps), AssertConserved));

    [Fact]
    public void A_damaged_page_is_conserved() =>
        Check.One(Thorough, Prop.ForAll(Shrinking(DumpGenerators.Damaged), AssertConserved));

    [Fact]
    public void What_is_read_of_any_heap_of_lines_is_read_again_from_its_print() =>
        Check.One(Thorough, Prop.ForAll(Shrinking(DumpGenerators.Heaps), AssertPrintsBack));

    [Fact]
    public void What_is_read_of_a_damaged_page_is_read_again_from_its_print() =>
        Check.One(Thorough, Prop.ForAll(Shrinking(DumpGenerators.Damaged), AssertPrintsBack));

    [Fact]
    public void A_page_reads_the_same_however_it_was_captured() =>
        Check.One(Thorough, Prop.ForAll(DumpGenerators.Pages.ToArbitrary(), DumpGenerators.Variants.Two().ToArbitrary(), (page, variants) =>
        {
            string print = ListingPrinter.Print(page.Date, page.Listings);
            Reading reading = Reading.Of(variants.Item2(variants.Item1(print)));
            Assert.Empty(reading.Diagnostics);
            Assert.Equal(page.Date, reading.Dump.Date);
            Assert.Equal(page.Listings, reading.Listings.Select(Reading.Fields));
        }));

    public static TheoryData<string, int, int> Captures() => new()
    {
        { "000_00b01ab70c9f1eb7.txt", 87, 0 },
        { "001_699eaed0a974268d.txt", 71, 71 },
        { "002_28a6b3889ae63771.txt", 48, 48 },
        { "003_65c32f802f00d1f1.txt", 52, 0 },
        { "004_e8db5a3c5d923db9.txt", 66, 0 },
    };

    [Theory]
    [MemberData(nameof(Captures))]
    public void A_real_capture_is_read_whole(string name, int listings, int attributions)
    {
        Reading reading = OfFile(name);
        Assert.Empty(reading.Diagnostics);
        Assert.Equal(listings, reading.Listings.Count);
        Assert.Equal(attributions, reading.Listings.Count(l => l.Published is not null));
        Assert.Equal(attributions, reading.Listings.Count(l => l.AuthorCount is not null || l.Organization is not null));
        Assert.All(reading.Listings, l => Assert.InRange(l.Title.Length, 20, 150));
        Assert.All(reading.Listings, l => Assert.InRange(l.Abstract!.Length, 1300, 2000));
        AssertConserved(reading.Dump.Source.Text);
        AssertPrintsBack(reading.Dump.Source.Text);
    }

    [Fact]
    public void A_real_capture_is_printed_as_the_page_prints_it()
    {
        Dump dump = OfFile("001_699eaed0a974268d.txt").Dump;
        Assert.Equal(dump.Source.Text, ListingPrinter.Print(dump));
    }

    private static Reading OfFile(string name)
    {
        var diagnostics = new DiagnosticBag();
        SourceText? source = DumpFile.Decode("content/dumps/" + name, File.ReadAllBytes(Repository.File("content", "dumps", name)), diagnostics);
        Assert.False(diagnostics.HasErrors);
        return Reading.Of(source!.Text);
    }

    // Law 1: listings, furniture and diagnostics partition the non-blank lines.
    internal static void AssertConserved(string text)
    {
        Reading reading = Reading.Of(text);
        (Dump dump, IReadOnlyList<Diagnostic> said) = reading;
        int last = 0;
        var owners = new int[dump.Source.LineCount + 1];
        foreach (DumpPart part in dump.Parts)
        {
            Assert.InRange(part.Lines.First, last + 1, part.Lines.Last);
            last = part.Lines.Last;
            Assert.False(DumpText.IsBlank(dump.Source.Line(part.Lines.First)) || DumpText.IsBlank(dump.Source.Line(last)));
            Array.Fill(owners, 1, part.Lines.First, part.Lines.Last - part.Lines.First + 1);
        }

        Assert.All(Enumerable.Range(1, dump.Source.LineCount), n => Assert.True(owners[n] == 1 || DumpText.IsBlank(dump.Source.Line(n))));
        Assert.Equal(LinesOf(dump, DumpPartKind.Listing), dump.Listings.Select(l => l.Lines));
        Assert.Equal(
            LinesOf(dump, DumpPartKind.Unplaced).Select(lines => lines.First),
            said.Where(d => d.Severity == Severity.Error && d.Span.Line > 0 && d.Descriptor != Catalog.NoDateLine).Select(d => d.Span.Line));
        Assert.All(said.Where(d => d.Severity == Severity.Warning), d => Assert.Contains(dump.Listings, l => l.Lines.First <= d.Span.Line && d.Span.Line <= l.Lines.Last));
        Assert.Equal(dump.Listings.Count == 0, said.Any(d => d.Descriptor == Catalog.NoListing || d.Descriptor == Catalog.EmptyDump));
        Assert.True(dump.Date is not null || said.Any(d => d.Severity == Severity.Error));
        Assert.Equal(dump.Date is null, dump.DateLine == 0);
    }

    private static void AssertPrintsBack(string text)
    {
        Dump dump = Reading.Of(text).Dump;
        Reading again = Reading.Of(ListingPrinter.Print(dump));
        Assert.Equal(dump.Date, again.Dump.Date);
        Assert.Equal(dump.Listings.Select(Reading.Fields), again.Listings.Select(Reading.Fields));
    }

    private static IEnumerable<LineRange> LinesOf(Dump dump, DumpPartKind kind) => dump.Parts.Where(p => p.Kind == kind).Select(p => p.Lines);

    // Fewer lines still make a text of the same kind.
    private static Arbitrary<string> Shrinking(Gen<string> texts) => Arb.From(texts, text =>
    {
        string[] lines = text.Split('\n');
        return lines.Select((_, i) => string.Join('\n', lines.Where((_, j) => j != i))).Where(shorter => shorter != text);
    });
}
