using DigestSite.Searching;

namespace DigestSite.Tests.Searching;

public class SearchTermsTests
{
    [Theory]
    [InlineData("Grokking, grokked; GROKKING!", "grokking grokked")]
    [InlineData("A fine-tuning of state-of-the-art nets", "fine tuning finetuning state art nets")]
    [InlineData("C++ and C# beat C", "c++ c# beat")]
    [InlineData("Naïve Müller’s Ⅳ ﬁne résumé", "naive muller iv fine resume")]
    [InlineData("3D scenes, 95 % of 1,000 in 7b GPT-4", "3d scenes 7b gpt gpt4")]
    [InlineData("the of and we", "")]
    [InlineData("", "")]
    [InlineData("self--supervised and semi\u2011supervised", "self supervised semi semisupervised")]
    public void Text_becomes_its_terms_each_once(string text, string expected) =>
        Assert.Equal(expected, new SearchTerms().Distinct([text]));

    [Fact]
    public void What_is_known_is_left_out_and_nothing_stays_from_the_text_before()
    {
        var terms = new SearchTerms();
        Assert.Equal("grokking margins", terms.Distinct(["Grokking margins"]));
        Assert.Equal("margins", terms.Distinct(["Grokking margins"], "On grokking"));
        Assert.Equal("grokking margins", terms.Distinct(["Grokking margins"]));
    }

    [Fact]
    public void Text_of_any_kind_and_length_is_read()
    {
        string text = $"{new string('x', 41)} \uD800 ok \uDC00\u0000\"quoted\" {new string('y', 40)} {string.Concat(Enumerable.Repeat("ﷺ", 3000))} end";
        Assert.StartsWith($"ok quoted {new string('y', 40)} ", new SearchTerms().Distinct([text]), StringComparison.Ordinal);
        Assert.EndsWith(" end", new SearchTerms().Distinct([text]), StringComparison.Ordinal);
    }
}
