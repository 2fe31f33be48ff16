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

    [Theory]
    [InlineData("nope", "known here: `code`, `home`")]
    [InlineData("cdoe", "did you mean `code`?")]
    public void In_a_short_word_one_slip_is_likely_and_two_are_another_word(string word, string expected) =>
        Assert.Equal(expected, Spelling.DidYouMean(word, ["code", "home"]));

    [Fact]
    public void Of_words_that_are_equally_near_the_first_by_letters_is_offered() =>
        Assert.Equal("did you mean `ab`?", Spelling.DidYouMean("ax", ["ad", "ac", "ab", "bx"]));

    [Theory]
    [InlineData("theme", "thmee", 1)]
    [InlineData("theme", "theme", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ca", "abc", 3)]
    public void A_swap_of_neighbours_is_one_step(string left, string right, int expected)
    {
        Assert.Equal(expected, Spelling.Distance(left, right));
        Assert.Equal(expected, Spelling.Distance(right, left));
        Assert.All(Enumerable.Range(0, 5), most => Assert.Equal(Math.Min(expected, most + 1), Spelling.Distance(left, right, most)));
    }

    [Fact]
    public void A_word_of_a_megabyte_and_ten_thousand_words_are_compared_at_once()
    {
        string[] known = [.. Enumerable.Range(0, 10_000).Select(i => $"a-paper-on-the-generalization-of-networks-{i:D5}")];
        Assert.StartsWith("known here: ", Spelling.DidYouMean(new string('a', 1 << 20), [.. known, new string('a', 1 << 20)]), StringComparison.Ordinal);
        for (int i = 0; i < 20; i++)
        {
            Assert.StartsWith("did you mean `a-paper-", Spelling.DidYouMean($"a-papr-on-the-generalization-of-networks-{i:D5}", known), StringComparison.Ordinal);
        }
    }
}
