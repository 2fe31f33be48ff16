using DigestSite.Papers;

namespace DigestSite.Tests.Papers;

public class CodeLinksTests
{
    [Theory]
    [InlineData("https://github.com/owner/name", true)]
    [InlineData("https://GitHub.com/owner/name/tree/main", true)]
    [InlineData("http://gitlab.com/group/name", true)]
    [InlineData("https://github.com/owner", false)]
    [InlineData("https://owner.github.io/name/", false)]
    [InlineData("https://example.org/github.com/owner/name", false)]
    [InlineData("https://huggingface.co/owner/model", false)]
    [InlineData("https://github.com:x/owner/name", false)]
    public void A_repository_that_an_abstract_names_is_code(string address, bool isCode) =>
        Assert.Equal(isCode, CodeLinks.Has(Samples.Paper("X", Samples.Theory, null, Samples.Capture("a.txt", new(2025, 3, 11))) with { Links = [address] }));

    [Fact]
    public void So_is_one_that_the_listing_names()
    {
        Paper paper = Samples.Paper("X", Samples.Theory, null, Samples.Capture("a.txt", new(2025, 3, 11)));
        Assert.False(CodeLinks.Has(paper));
        Assert.True(CodeLinks.Has(paper with { Code = new(new("https://example.org/code"), null) }));
    }
}
