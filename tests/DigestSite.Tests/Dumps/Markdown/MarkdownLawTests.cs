using DigestSite.Diagnostics;
using DigestSite.Dumps;
using DigestSite.Papers;
using FsCheck;
using FsCheck.Fluent;

namespace DigestSite.Tests.Dumps.Markdown;

public class MarkdownLawTests
{
    private static readonly string[] Junk =
    [
        "[", "]", "](", "](/papers/2501.00001)", "[x](/papers/2501.00002)", "### ", "### [A", "## Title", "===", "---", "* ", "-", "* 3 authors", "[12]", "[1] /papers/2501.00003",
        "1. /papers/2501.00003", "[1]: /papers/2501.00004", "[a]:", "<div>", "```", ":::", "\\", "**", "_", "![", "![](x)", "<http", "•", "· 3 authors", "Nov 3", "References", "[ ]", "\r", "\u200B",
    ];

    private static readonly Config Thorough = Cases.Of(300);

    [Fact]
    public void What_is_printed_in_any_style_is_read_again() =>
        Check.One(Thorough, Prop.ForAll(Pages().ToArbitrary(), Gen.Elements(MarkdownStyle.All).ToArbitrary(), (page, style) =>
        {
            string text = style.Print(page.Date, page.Listings);
            Print print = Print.Of(text);
            Assert.Empty(print.Diagnostics);
            Assert.True(MarkdownDumpReader.Claims(print.Dump.Source), text);
            Assert.Equal(page.Date, print.Dump.Date);
            Assert.Equal(page.Listings, print.Dump.Listings.Select(Print.Fields));
            AssertConserved(text);
        }));

    [Fact]
    public void A_damaged_print_is_conserved()
    {
        Gen<string> damaged =
            from page in Pages()
            from style in Gen.Elements(MarkdownStyle.All)
            from damages in Damages().ListOf()
            select damages.Aggregate(style.Print(page.Date, page.Listings), (text, damage) => damage(text));
        Check.One(Thorough, Prop.ForAll(damaged.ToArbitrary(), AssertConserved));
    }

    [Fact]
    public void Any_heap_of_signs_is_conserved()
    {
        Gen<string> heaps =
            from parts in Gen.Elements(Junk).ListOf()
            from ends in Gen.Elements("\n", "", " ", "\n\n").ListOf()
            select string.Concat(parts.Select((p, i) => p + (ends.Count == 0 ? "\n" : ends[i % ends.Count])));
        Check.One(Thorough, Prop.ForAll(heaps.ToArbitrary(), AssertConserved));
    }

    [Fact]
    public void Any_text_is_conserved() =>
        Check.One(Thorough, Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text => AssertConserved(text ?? "")));

    [Theory]
    [InlineData("[")]
    [InlineData("](")]
    [InlineData("[a](")]
    [InlineData("![")]
    [InlineData("[[]](((")]
    [InlineData("**a")]
    [InlineData("[1]")]
    [InlineData("\n* [")]
    [InlineData("\n# [a](/papers/2501.00001)")]
    public void A_heap_of_one_sign_is_read_in_good_time(string sign) => Print.Of("1. /papers/2501.00001\n" + string.Concat(Enumerable.Repeat(sign, 100_000)));

    // Law 1: listings, furniture and diagnostics partition the non-blank lines.
    internal static void AssertConserved(string text)
    {
        (Dump dump, IReadOnlyList<Diagnostic> said) = Print.Of(text);
        int last = 0;
        var owners = new int[dump.Source.LineCount + 1];
        foreach (DumpPart part in dump.Parts)
        {
            Assert.InRange(part.Lines.First, last + 1, part.Lines.Last);
            last = part.Lines.Last;
            Array.Fill(owners, 1, part.Lines.First, part.Lines.Last - part.Lines.First + 1);
        }

        Assert.All(Enumerable.Range(1, dump.Source.LineCount), n => Assert.True(owners[n] == 1 || DumpText.IsBlank(dump.Source.Line(n))));
        Assert.Equal(LinesOf(dump, DumpPartKind.Listing), dump.Listings.Select(l => l.Lines));
        int[] twice = [.. said.Where(d => d.Descriptor == Catalog.PaperTwice).Select(d => d.Span.Line)];
        Assert.Equal(
            LinesOf(dump, DumpPartKind.Unplaced).Where(lines => !twice.Any(t => lines.First <= t && t <= lines.Last)).Select(lines => lines.First),
            said.Where(d => d.Severity == Severity.Error && d.Span.Line > 0).Select(d => d.Span.Line));
        Assert.All(said.Where(d => d.Severity == Severity.Warning), d => Assert.Contains(dump.Parts, p => p.Kind != DumpPartKind.Furniture && p.Lines.First <= d.Span.Line && d.Span.Line <= p.Lines.Last));
        Assert.Equal(dump.Listings.Count == 0, said.Any(d => d.Descriptor == Catalog.NoListing));
    }

    private static IEnumerable<LineRange> LinesOf(Dump dump, DumpPartKind kind) => dump.Parts.Where(p => p.Kind == kind).Select(p => p.Lines);

    private static Gen<(PrintedDate Date, Listing[] Listings)> Pages() =>
        from page in DumpGenerators.Pages
        from first in Gen.Choose(1, 90_000)
        select (page.Date, page.Listings.Select((l, i) => l with { Arxiv = IdOf(first + i) }).ToArray());

    private static ArxivId IdOf(int number) => ArxivId.TryParse($"2501.{number:D5}", out ArxivId? id) ? id : throw new ArgumentOutOfRangeException(nameof(number));

    private static Gen<Func<string, string>> Damages() =>
        from kind in Gen.Choose(0, 3)
        from at in Gen.Choose(0, 1000)
        from length in Gen.Choose(0, 60)
        from junk in Gen.Elements(Junk)
        select (Func<string, string>)(text =>
        {
            int i = at * text.Length / 1000;
            int end = Math.Min(text.Length, i + length);
            return kind switch
            {
                0 => text[..i] + text[end..],
                1 => text[..i] + junk + text[i..],
                2 => text[..i] + "\n" + junk + "\n" + text[i..],
                _ => text[..end] + text[i..],
            };
        });
}
