using DigestSite.Papers;
using DigestSite.Relating;

namespace DigestSite.Tests.Relating;

public class PaperRelationsTests
{
    private static readonly Paper Depth = Shelf.Paper("Monocular depth from one camera", "We estimate depth from a single camera. Depth estimation needs geometry.");
    private static readonly Paper Stereo = Shelf.Paper("Stereo depth estimation", "Two cameras give depth by stereo matching and geometry.");
    private static readonly Paper Protein = Shelf.Paper("Folding proteins", "Proteins fold into structures that chemistry predicts.");
    private static readonly Paper Enzyme = Shelf.Paper("Enzymes and proteins", "An enzyme is a protein whose chemistry speeds reactions.");

    [Fact]
    public void Papers_that_speak_of_one_thing_are_related_and_others_are_not()
    {
        Paper[] all = [Depth, Stereo, Protein, Enzyme];
        Assert.Equal([Stereo.Title], Shelf.Titles(Shelf.Of(Depth, all)));
        Assert.Equal([Depth.Title], Shelf.Titles(Shelf.Of(Stereo, all)));
        Assert.Equal([Enzyme.Title], Shelf.Titles(Shelf.Of(Protein, all)));
        Assert.Equal([Protein.Title], Shelf.Titles(Shelf.Of(Enzyme, all)));
    }

    [Fact]
    public void What_both_share_is_named_as_papers_write_it_what_counts_most_first()
    {
        EquatableArray<string> terms = Shelf.Of(Depth, [Depth, Stereo, Protein, Enzyme])[0].Terms;
        Assert.Equal("Depth estimation", terms[0]);
        Assert.Equal("camera", terms[1]);
        Assert.DoesNotContain("depth", terms);
    }

    [Theory]
    [InlineData("few-shot segmentation", "few-shot detection", "few-shot")]
    [InlineData("chain-of-thought decoding", "a chain of thought", "chain-of-thought")]
    [InlineData("text-to-image diffusion", "text-to-image editing", "text-to-image")]
    [InlineData("diffusion policies", "a diffusion policy", "diffusion policies")]
    [InlineData("pre-training of encoders", "encoders without pretraining", "pretraining")]
    [InlineData("a port to C++", "C++ compilers", "C++")]
    public void A_shared_term_is_found_and_shown(string first, string second, string shown)
    {
        Paper one = Shelf.Paper("One", $"Here is {first}.");
        Paper two = Shelf.Paper("Two", $"There is {second}.");
        RelatedPaper related = Assert.Single(Shelf.Of(one, [one, two, Depth, Stereo]));
        Assert.Contains(shown, related.Terms, StringComparer.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("We propose a novel method that significantly outperforms previous work.", "Our novel method outperforms all previous work.")]
    [InlineData("Code at https://github.com/sample/name here", "See https://github.com/sample/name for more")]
    [InlineData("mathcal{O}(n) leq textbf{all}", "mathcal{O}(m) geq textbf{none}")]
    public void What_every_abstract_says_relates_nothing(string first, string second)
    {
        Paper one = Shelf.Paper("One", first);
        Paper two = Shelf.Paper("Two", second);
        Assert.Empty(PaperRelations.Of([one, two]));
    }

    [Fact]
    public void Words_across_a_stop_make_no_pair()
    {
        Paper one = Shelf.Paper("One", "It rests on diffusion. Policies follow.");
        Paper two = Shelf.Paper("Two", "It rests on diffusion, policies follow.");
        EquatableArray<string> terms = Shelf.Of(one, [one, two, Depth, Stereo])[0].Terms;
        Assert.Contains("diffusion", terms);
        Assert.DoesNotContain("diffusion policies", terms, StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_theme_in_common_puts_the_nearer_first_but_relates_nothing_by_itself()
    {
        Paper one = Shelf.Paper("Lantern orchard", "Lantern orchard quartz.", Samples.Theory);
        Paper same = Shelf.Paper("Quartz willow", "Willow lantern pebble meadow.", Samples.Theory);
        Paper other = Shelf.Paper("Quartz harbor", "Harbor lantern ember thistle.", Samples.Robustness);
        Paper far = Shelf.Paper("Copper", "Copper vessel.", Samples.Theory);
        Paper[] all = [one, other, same, far];
        IReadOnlyList<RelatedPaper> related = Shelf.Of(one, all);
        Assert.Equal([same.Title, other.Title], Shelf.Titles(related));
        Assert.Equal(PaperRelations.SameTheme, related[0].Score - related[1].Score);
        Assert.False(PaperRelations.Of(all).ContainsKey(far.Slug));
    }

    [Fact]
    public void Being_without_a_theme_is_nothing_in_common()
    {
        Assert.Equal(PaperRelations.SameTheme, Score(Samples.Theory) - Score(Samples.Other));

        static int Score(Theme theme)
        {
            Paper[] papers = [Shelf.Paper("One", "Lantern orchard.", theme), Shelf.Paper("Two", "An orchard, a lantern.", theme)];
            return Shelf.Of(papers[0], papers)[0].Score;
        }
    }

    [Fact]
    public void A_little_in_common_is_not_enough()
    {
        Paper one = Shelf.Paper("Lantern orchard quartz", "Copper vessel pigeon harbor.");
        Paper two = Shelf.Paper("Ember thistle meadow", "Willow pebble saddle harbor.");
        Paper[] rest = [.. Enumerable.Range(0, 6).SelectMany(i => (Paper[])[Twin(i, "first"), Twin(i, "second")])];
        Assert.DoesNotContain(two.Title, Shelf.Titles(Shelf.Of(one, [one, two, .. rest])));

        // So that every word of the two is in another paper too, and counts.
        static Paper Twin(int i, string name)
        {
            string[] words = ["lantern copper ember willow", "orchard vessel thistle pebble", "quartz pigeon meadow saddle"];
            return Shelf.Paper($"{name} {(char)('k' + i)}", words[i % 3]);
        }
    }

    [Fact]
    public void A_paper_that_was_taken_down_is_nowhere()
    {
        SiteModel site = Samples.Site();
        Archive archive = site.Archive with { Papers = [Depth, Stereo], Hidden = [new(Protein, "A reason."), new(Enzyme, "A reason.")] };
        Assert.Equal([Depth.Slug, Stereo.Slug], PaperRelations.Of(archive.Papers).Keys.Order());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void So_few_papers_have_no_relations(int count) => Assert.Empty(PaperRelations.Of(Shelf.Many(count, 1)));

    [Fact]
    public void Papers_without_words_are_no_fault() =>
        Assert.Empty(PaperRelations.Of([Shelf.Paper("1 + 1", ""), Shelf.Paper("the", "of and"), Shelf.Paper("\uD800", "\uDFFF \uD83D\uDE00")]));
}
