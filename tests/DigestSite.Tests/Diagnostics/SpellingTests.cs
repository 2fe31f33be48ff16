using DigestSite.Diagnostics;

namespace DigestSite.Tests.Diagnostics;

public class SpellingTests
{
    [Theory]
    [InlineData("domain-generalisation", "did you mean `domain-generalization`?")]
    [InlineData("Theory", "did you mean `theory`?")]
    [InlineData("astronomy", "known here: `domain-generalization`, `theory`")]
    public void The_nearest_known_word_is_offered(string word, string expected) =>
        Assert.Equal(expected, Spelling.DidYouMean(word, ["theory", "domain-generalization"]));

    [Fact]
    public void A_swap_of_neighbours_is_one_step() => Assert.Equal(1, Spelling.Distance("theme", "thmee"));
}
