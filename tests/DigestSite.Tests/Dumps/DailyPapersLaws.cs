using System.Text;
using System.Text.Json;
using DigestSite.Diagnostics;
using DigestSite.Dumps;
using DigestSite.Papers;
using FsCheck;
using FsCheck.Fluent;

namespace DigestSite.Tests.Dumps;

public class DailyPapersLaws
{
    private static readonly Config Thorough = Cases.Of(500);

    private static readonly Gen<(Listing[] Day, string Text)> WrittenDays =
        from day in DayGenerators.Days
        from text in DayGenerators.Written(day)
        select (day, text);

    [Fact]
    public void A_day_reads_the_same_however_it_is_written() =>
        Check.One(Thorough, Prop.ForAll(WrittenDays.ToArbitrary(), written =>
        {
            Reading reading = Reading.OfFile("2025-11-03.json", written.Text);
            Assert.Equal(written.Day.Length == 0 ? ["DS121"] : [], reading.Diagnostics.Select(d => d.Id));
            Assert.Equal(written.Day, reading.Listings.Select(Reading.Fields));
            AssertTitlesArePointedAt(reading);
        }));

    [Fact]
    public void A_day_in_a_page_reads_as_it_does_alone() =>
        Check.One(Thorough, Prop.ForAll(WrittenDays.Where(w => w.Day.Length > 0).ToArbitrary(), written =>
        {
            string props = written.Text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal);
            Reading reading = Reading.OfFile("saved.html", $"<html>\n<div data-props='{{\"é\":\"😀\",\"dailyPapers\":{props}}}'></div>");
            Assert.Empty(reading.Diagnostics);
            Assert.Equal(written.Day, reading.Listings.Select(Reading.Fields));
            Assert.All(reading.Listings, l => Assert.EndsWith("\"title\":", reading.Dump.Source.Line(l.TitleLine)[..(l.TitleColumn - 1)].TrimEnd("\" ").ToString(), StringComparison.Ordinal));
        }));

    // Law 1: each item is a listing or is told.
    [Fact]
    public void Every_item_of_a_heap_is_a_listing_or_is_told() =>
        Check.One(Thorough, Prop.ForAll(Heaps.ToArbitrary(), heap =>
        {
            Reading reading = Reading.OfFile("2025-11-03.json", $"[{string.Join(",\n", heap)}]");
            int told = reading.Diagnostics.Count(d => d.Id is "DS124" or "DS125" or "DS128");
            Assert.Equal(heap.Count, reading.Listings.Count + told);
            Assert.Equal(heap.Count == 0, reading.Diagnostics.Any(d => d.Id == "DS121"));
        }));

    [Fact]
    public void A_day_cut_anywhere_keeps_its_whole_items_and_says_one_thing_at_the_cut() =>
        Check.One(Thorough, Prop.ForAll(WrittenDays.Where(w => w.Day.Length > 0).ToArbitrary(), Gen.Choose(0, 9_999).ToArbitrary(), (written, at) =>
        {
            string text = written.Text[..Math.Max(1, (int)((long)at * (written.Text.Length - 1) / 10_000))];
            Reading reading = Reading.OfFile("2025-11-03.json", text);
            Assert.Equal(written.Day.Take(ItemsWithin(written.Text, text.Length)), reading.Listings.Select(Reading.Fields));
            Diagnostic cut = Assert.Single(reading.Diagnostics);
            Assert.Equal("DS122", cut.Id);
            Assert.Equal(text.TrimEnd().Length, reading.Dump.Source.OffsetOf(cut.Span.Line) + cut.Span.Column);
        }));

    [Fact]
    public void Damage_never_ends_in_an_exception() =>
        Check.One(Thorough.WithMaxTest(2000), Prop.ForAll(WrittenDays.SelectMany(w => DayGenerators.Damaged(w.Text)).ToArbitrary(), text => AssertSound(Reading.Of("2025-11-03.json", text, DailyPapersReader.Read))));

    [Fact]
    public void Damage_of_a_page_never_ends_in_an_exception() =>
        Check.One(Thorough.WithMaxTest(2000), Prop.ForAll(
            WrittenDays.SelectMany(w => DayGenerators.Damaged($"<p>Nov 3<div data-props=\"{w.Text.Replace("\"", "&quot;", StringComparison.Ordinal)}\">"
                + "<article><h3><a href='/papers/2511.1'>x</a></h3>12<p>y</article>")).ToArbitrary(),
            text => AssertSound(Reading.Of("saved.html", text, WebPageReader.Read))));

    private static Gen<List<string>> Heaps { get; } = Gen.Elements(
        "1", "null", "[]", "\"x\"", "{}", "{\"paper\":{}}", "{\"paper\":{\"title\":\"T\"}}", "{\"paper\":{\"title\":\"T\",\"id\":\"2511.00001\"}}",
        "{\"title\":\"T\",\"paper\":{\"id\":\"2511.00001\",\"upvotes\":2}}", "{\"paper\":{\"title\":\"U\",\"id\":\"2511.00002v2\"}}", "{\"title\":\"T\"}")
        .ListOf().Select(items => items.Take(20).ToList());

    private static int ItemsWithin(string text, int length)
    {
        int count = 0;
        int end = 0;
        using var whole = JsonDocument.Parse(text);
        foreach (string item in whole.RootElement.EnumerateArray().Select(i => i.GetRawText()))
        {
            end = text.IndexOf(item, end, StringComparison.Ordinal) + item.Length;
            count += end <= length ? 1 : 0;
        }

        return count;
    }

    private static void AssertSound(Reading reading)
    {
        Assert.All(reading.Diagnostics, d => Assert.InRange(d.ToString().Length, 20, 2_000));
        Assert.All(reading.Listings, l =>
        {
            Assert.NotEqual("", l.Title.Trim());
            Assert.DoesNotContain(l.Title + l.Abstract + string.Concat(l.Authors) + string.Concat(l.Keywords), c => char.IsControl(c));
            Assert.Equal(l.Title, TextFolding.WellFormed(l.Title));
            Assert.InRange(l.TitleLine, 1, reading.Dump.Source.LineCount);
            Assert.InRange(reading.Dump.TitleOf(l).EndColumn, l.TitleColumn, reading.Dump.Source.Line(l.TitleLine).Length + 2);
        });
    }

    private static void AssertTitlesArePointedAt(Reading reading)
    {
        foreach (Listing listing in reading.Listings)
        {
            ReadOnlySpan<char> line = reading.Dump.Source.Line(listing.TitleLine);
            Assert.EndsWith("\"title\":", line[..(listing.TitleColumn - 1)].TrimEnd("\" ").ToString(), StringComparison.Ordinal);
            string rest = line[(listing.TitleColumn - 2)..].ToString();
            var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(rest));
            json.Read();
            Assert.Equal(listing.Title, TextFolding.FoldWhiteSpace(json.GetString()!));
        }
    }
}
