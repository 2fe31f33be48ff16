using System.Globalization;
using DigestSite.Papers;
using FsCheck;
using FsCheck.Fluent;

namespace DigestSite.Tests.Dumps.Dating;

public class DatingLaws
{
    private static readonly Config Runs = Cases.Of(300);

    [Fact]
    public void In_a_world_of_eliding_pages_nothing_contradicts_and_no_inferred_date_is_later_than_the_true_one() =>
        Check.One(Runs, Prop.ForAll(Worlds, world =>
        {
            Dated dated = Shelve(world).Date();
            Assert.All(dated.Diagnostics, d => Assert.Equal("DS201", d.Id));
            Assert.Equal(world.Pages.Count, dated.Captures.Count + dated.Diagnostics.Count);
            Assert.All(dated.Captures, c => Assert.InRange(c.Date, new DateOnly(2019, 1, 1), TrueDate(world, c.Name)));
        }));

    [Fact]
    public void A_world_with_one_date_given_contradicts_nothing_either() =>
        Check.One(Runs, Prop.ForAll(Worlds, world =>
        {
            Shelf shelf = Shelve(world);
            Assert.All(shelf.Give("p0.txt", world.Pages[0].Date.Year).Date().Diagnostics, d => Assert.Equal("DS201", d.Id));
        }));

    [Fact]
    public void Dates_evidence_and_diagnostics_are_the_same_for_any_order_of_dumps() =>
        Check.One(Runs, Prop.ForAll(Anything, pages =>
        {
            Shelf shelf = Shelve(pages);
            string expected = Print(shelf.Date());
            Assert.Equal(expected, Print(shelf.Date(dumps => dumps.Reverse())));
            Assert.Equal(expected, Print(shelf.Date(dumps => dumps.OrderBy(d => d.Source.Text.Length).ThenByDescending(d => d.Source.Text, StringComparer.Ordinal))));
        }));

    [Fact]
    public void Dates_once_recorded_come_out_the_same() =>
        Check.One(Runs, Prop.ForAll(Anything, pages =>
        {
            Dated first = Shelve(pages).Date();
            Shelf recorded = Recorded(first);
            Dated second = recorded.Date();
            Assert.Equal(first.AllDates, second.AllDates);
            if (first.Diagnostics.Count == 0)
            {
                Assert.Empty(second.Diagnostics);
                Assert.All(second.Captures, c => Assert.Equal(first[c.Name].IsInferred, c.IsInferred));
            }
        }));

    [Fact]
    public void A_new_dump_never_moves_a_recorded_date() =>
        Check.One(Runs, Prop.ForAll(Anything, One, (pages, added) =>
        {
            Dated first = Shelve(pages).Date();
            Dated second = Recorded(first).Add("new.txt", added).Date();
            Assert.Equal(first.AllDates, string.Join(", ", second.AllDates.Split(", ").Where(d => !d.StartsWith("new.txt", StringComparison.Ordinal))));
        }));

    [Fact]
    public void The_years_are_the_least_that_satisfy_every_rule() =>
        Check.One(Runs, Prop.ForAll(Worlds, world =>
        {
            Shelf shelf = Shelve(world with { Pages = [.. world.Pages.Take(3)] });
            Assert.Equal(LeastYears.Of(shelf.Dumps), shelf.Date().AllDates);
        }));

    private static Arbitrary<World> Worlds { get; } = Arb.From(
        from papers in Gen.ListOf(Gen.Choose(0, 1800), 8)
        from pages in Gen.NonEmptyListOf(Page)
        select new World([.. papers.Select(d => new DateOnly(2020, 6, 1).AddDays(d))], [.. pages.Take(6)]));

    // Pages with no sense in them; few days, so that they meet.
    private static Arbitrary<IReadOnlyList<string>> Anything { get; } = Arb.From(
        from pages in Gen.NonEmptyListOf(AnyPage)
        select (IReadOnlyList<string>)[.. pages.Take(6)]);

    private static Arbitrary<string> One { get; } = Arb.From(AnyPage);

    private static Gen<WorldPage> Page =>
        from day in Gen.OneOf(Gen.Choose(200, 2000), Gen.Elements(213, 214, 578, 579, 1368, 1369, 1370, 1675))
        from papers in Gen.Choose(0, 255)
        from prints in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
        from arxiv in Gen.Elements(0, 1, 2)
        select new WorldPage(new DateOnly(2020, 6, 1).AddDays(day), papers, prints, arxiv);

    private static Gen<string> AnyDay => Gen.Elements("Jan 1", "Jan 2", "Feb 28", "Feb 29", "Mar 1", "Jun 26", "Nov 3", "Dec 31");

    private static Gen<string> AnyListing =>
        from title in Gen.Elements("A", "B", "C", "D", "E [2401.00001]", "F [2506.00001]", "Technical Report")
        from day in AnyDay
        from year in Gen.Elements("", "", ", 2023", ", 2024", ", 2025", "none")
        select year == "none" || (day == "Feb 29" && year.Length > 0 && year != ", 2024") ? title : $"{title}: {day}{year}";

    private static Gen<string> AnyPage =>
        from day in AnyDay
        from listings in Gen.ListOf(AnyListing)
        select string.Join(" | ", listings.Take(5).Prepend(day));

    // A source as it is: the year is left out where it is the capture's, and a page may be a day behind its papers.
    private static Shelf Shelve(World world) => Shelve([.. world.Pages.Select(page => string.Join(" | ", world.Papers
        .Select((published, i) => (published, i))
        .Where(p => (page.Papers & (1 << p.i)) != 0 && p.published <= page.Date.AddDays(1))
        .Select(p => Title(p.i, p.published, page) + (page.PrintsDates ? ": " + Day(p.published, page.Date.Year) : ""))
        .Prepend(Day(page.Date, page.Date.Year))))]);

    private static string Title(int paper, DateOnly published, WorldPage page) =>
        string.Create(CultureInfo.InvariantCulture, $"Paper {paper}") + (page.Arxiv == 1 ? string.Create(CultureInfo.InvariantCulture, $" [{published:yyMM}.0000{paper}]") : "");

    private static string Day(DateOnly date, int elided) => new PrintedDate(date.Year == elided ? null : date.Year, date.Month, date.Day).ToString();

    private static Shelf Shelve(IReadOnlyList<string> pages)
    {
        var shelf = new Shelf();
        for (int i = 0; i < pages.Count; i++)
        {
            shelf.Add(string.Create(CultureInfo.InvariantCulture, $"p{i}.txt"), pages[i]);
        }

        return shelf;
    }

    private static Shelf Recorded(Dated dated)
    {
        var shelf = new Shelf();
        foreach (Capture capture in dated.Captures)
        {
            shelf.Add(capture.Dump).Record(capture.Name, Routes.Iso(capture.Date));
        }

        return shelf;
    }

    private static DateOnly TrueDate(World world, string name) => world.Pages[name[1] - '0'].Date;

    private static string Print(Dated dated) => string.Join(
        '\n',
        dated.Captures.Select(c => $"{c.Name} {Routes.Iso(c.Date)} {dated.Why(c.Name)}").Concat(dated.Diagnostics.Select(d => d.ToString())));

    /// <summary>When each paper was published, and what was captured.</summary>
    private sealed record World(IReadOnlyList<DateOnly> Papers, IReadOnlyList<WorldPage> Pages);

    /// <summary>A capture with a bit for each paper that it lists, if that was published by then.</summary>
    private sealed record WorldPage(DateOnly Date, int Papers, bool PrintsDates, int Arxiv);
}
