using DigestSite.Pages;
using FsCheck;
using FsCheck.Fluent;

namespace DigestSite.Tests.Pages;

public class ExcerptTests
{
    [Theory]
    [InlineData("short", "short")]
    [InlineData("exactly so long as it is", "exactly so long as it is")]
    [InlineData("one two three four five six", "one two three four five…")]
    [InlineData("one two three, four. and six", "one two three, four…")]
    [InlineData("https://example.org/an/address", "https://example.org/an/…")]
    [InlineData("  folded \n  white  space ", "folded white space")]
    public void A_text_is_cut_after_a_word(string text, string expected) => Assert.Equal(expected, Excerpt.Of(text, 24));

    [Fact]
    public void No_excerpt_is_longer_than_asked_or_splits_a_character() =>
        Prop.ForAll(
            Gen.Elements("a", "word", " ", "\U0001F600", "字", ". ").ArrayOf().Select(string.Concat).ToArbitrary(),
            Gen.Choose(4, 40).ToArbitrary(),
            (text, length) =>
            {
                string excerpt = Excerpt.Of(text, length);
                Assert.InRange(excerpt.Length, 0, length);
                Assert.Equal(excerpt, DigestSite.Papers.TextFolding.WellFormed(excerpt));
            }).QuickCheckThrowOnFailure();
}
