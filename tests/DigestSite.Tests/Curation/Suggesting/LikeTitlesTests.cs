using DigestSite.Curation.Suggesting;
using DigestSite.Papers;

namespace DigestSite.Tests.Curation.Suggesting;

public class LikeTitlesTests
{
    [Theory]
    [InlineData("Grokking as a Phase Transition of Generalization", "Grokking as a Phase Transition of Generalisation")]
    [InlineData("Robustness under Distribution Shift", "Robustnes under Distribution Shift")]
    [InlineData("Robustness under Distribution Shift", "Robustness under Distributoin Shift")]
    [InlineData("A Survey of Domain Adaptation Methods", "A Survey of Domain Adaptation Method")]
    [InlineData("Multi-Modal Transformers for Fact Checking", "Multimodal Transformers for Fact-Checking")]
    [InlineData("Learning to Reweight Graph Networks: A Causal View", "Learning to Reweight Graph Networks")]
    [InlineData("DEUP: Direct Epistemic Uncertainty Prediction", "Direct Epistemic Uncertainty Prediction")]
    public void Titles_that_may_be_one_are_found(string one, string other)
    {
        LikeTitles pair = Assert.Single(Among(one, other));
        Assert.Equal([one, other], new[] { pair.First.Title, pair.Second.Title }.OrderBy(t => t == other));
    }

    [Theory]
    [InlineData("Scaling Laws of Neural Networks Part I", "Scaling Laws of Neural Networks Part II")]
    [InlineData("Technical Report on Model Gamma 3", "Technical Report on Model Gamma 4")]
    [InlineData("Learning with 2D Point Clouds at Scale", "Learning with 3D Point Clouds at Scale")]
    [InlineData("Technical Report", "Technical Reports")]
    [InlineData("CLIP: Contrastive Pretraining of Encoders", "CLIP")]
    [InlineData("Supervised Learning of Scene Geometry", "Unsupervised Learning of Scene Geometry")]
    [InlineData("Robust Models for Image Classification", "Robust Models for Video Classification")]
    [InlineData("Robust Learning: A Survey of Theory", "Robust Learning: A Survey of Practice")]
    [InlineData("Generalization in Neural Networks: Theory", "Generalization in Neural Networks: Practice")]
    public void Titles_of_two_works_are_not(string one, string other) => Assert.Empty(Among(one, other));

    [Fact]
    public void Two_papers_with_different_arxiv_ids_are_two()
    {
        Paper[] papers = [Paper("Robustness under Distribution Shift"), Paper("Robustnes under Distribution Shift")];
        Assert.Single(LikeTitles.Among(papers));
        Assert.Single(LikeTitles.Among([papers[0] with { Arxiv = Id("2501.08325") }, papers[1]]));
        Assert.Empty(LikeTitles.Among([papers[0] with { Arxiv = Id("2501.08325") }, papers[1] with { Arxiv = Id("2501.08326") }]));
    }

    [Fact]
    public void What_differs_in_one_word_among_many_titles_is_a_series() =>
        Assert.Empty(Among([.. Enumerable.Range(0, 20).Select(i => $"Proceedings of the workshop on topics{(char)('a' + i)} in learning")]));

    [Fact]
    public void The_order_of_the_papers_does_not_matter()
    {
        Paper[] papers = [Paper("Robustness under Distribution Shift"), Paper("Robustnes under Distribution Shift"), Paper("Robustness under Distribution Shifts: A View")];
        Assert.Equal(LikeTitles.Among(papers), LikeTitles.Among([.. papers.Reverse()]));
    }

    private static IReadOnlyList<LikeTitles> Among(params string[] titles) => LikeTitles.Among([.. titles.Select(Paper)]);

    private static Paper Paper(string title) => Samples.Paper(title, Samples.Theory, null, Samples.Capture("a.txt", new DateOnly(2025, 3, 11)));

    private static ArxivId Id(string text) => ArxivId.TryParse(text, out ArxivId? id) ? id : throw new ArgumentException(text, nameof(text));
}
