using DigestSite.Papers;
using DigestSite.Relating;
using FsCheck;
using FsCheck.Fluent;

namespace DigestSite.Tests.Relating;

public class RelatingLaws
{
    [Fact]
    public void Order_and_threads_change_nothing()
    {
        Paper[] papers = Shelf.Many(300, 5);
        string expected = Shelf.Print(PaperRelations.Of(papers, threads: 1));
        var dice = new Shelf.Dice(8);
        foreach (int threads in (int[])[1, 2, 7, -1])
        {
            Paper[] shuffled = [.. papers.OrderBy(_ => dice.Roll(1 << 20))];
            Assert.Equal(expected, Shelf.Print(PaperRelations.Of(shuffled, threads)));
        }
    }

    [Fact]
    public void The_map_is_the_same_whatever_the_order_and_stays_in_its_square()
    {
        Paper[] papers = Shelf.Many(200, 6);
        var related = PaperRelations.Of(papers);
        IReadOnlyDictionary<Slug, MapPoint> expected = PaperMap.Of(papers, related);
        IReadOnlyDictionary<Slug, MapPoint> again = PaperMap.Of(papers.Reverse(), related);
        Assert.All(expected, p => Assert.Equal(p.Value, again[p.Key]));
        Assert.All(expected.Values, p => Assert.True(p is { X: >= 0 and <= 1, Y: >= 0 and <= 1 }));
    }

    [Fact]
    public void Related_papers_stand_nearer_on_the_map_than_others()
    {
        Paper[] papers = Shelf.Many(200, 7);
        var related = PaperRelations.Of(papers);
        IReadOnlyDictionary<Slug, MapPoint> places = PaperMap.Of(papers, related);
        double near = papers.SelectMany(p => related.GetValueOrDefault(p.Slug).Select(r => Distance(p, r.Paper))).Average();
        double all = papers.SelectMany(p => papers.Select(q => Distance(p, q))).Average();
        Assert.True(near < all / 3, $"{near} of {all}");

        double Distance(Paper a, Paper b)
        {
            (double x, double y) = (places[a.Slug].X - places[b.Slug].X, places[a.Slug].Y - places[b.Slug].Y);
            return Math.Sqrt((x * x) + (y * y));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_map_of_hardly_any_papers_is_still_one(int count)
    {
        Paper[] papers = Shelf.Many(count, 9);
        Assert.Equal(count, PaperMap.Of(papers, PaperRelations.Of(papers)).Count);
    }

    [Fact]
    public void A_relation_is_symmetric_and_a_list_short_in_order_and_never_of_itself() =>
        Prop.ForAll(Gen.Choose(2, 90).ToArbitrary(), Gen.Choose(0, 10_000).ToArbitrary(), (count, seed) =>
        {
            Paper[] papers = Shelf.Many(count, seed);
            var related = PaperRelations.Of(papers);
            Assert.All(related, one =>
            {
                Assert.InRange(one.Value.Count, 1, PaperRelations.MaxRelated);
                Assert.DoesNotContain(one.Value, r => r.Paper.Slug == one.Key);
                Assert.Equal(one.Value.Count, one.Value.DistinctBy(r => r.Paper.Slug).Count());
                Assert.Equal(one.Value.OrderByDescending(r => r.Score).ThenBy(r => r.Paper.Slug), one.Value);
                Assert.All(one.Value, r => Assert.InRange(r.Score, PaperRelations.Floor, PaperRelations.Whole + PaperRelations.SameTheme));
                Assert.All(one.Value, r => Assert.InRange(r.Terms.Count, 1, SharedTerms.MaxNamed));
                Assert.All(one.Value, r => Assert.All(related.GetValueOrDefault(r.Paper.Slug).Where(back => back.Paper.Slug == one.Key), back => Assert.Equal(r.Score, back.Score)));
            });
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 65_536)]
    [InlineData(1 << 20, 20 * 65_536)]
    [InlineData(3, 103_872)]
    [InlineData(10_000, 870_823)]
    public void A_logarithm_is_right_to_its_last_bit(int number, int expected) => Assert.Equal(expected, FixedPoint.Log2(number));
}
