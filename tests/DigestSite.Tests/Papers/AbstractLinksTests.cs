using DigestSite.Papers;

namespace DigestSite.Tests.Papers;

public class AbstractLinksTests
{
    [Theory]
    [InlineData("Code: https://github.com/tml-epfl/llm-past-tense.", "https://github.com/tml-epfl/llm-past-tense")]
    [InlineData("(see https://github.com/junhongmit/H2GB), and (https://pypi.org/project/H2GB).", "https://github.com/junhongmit/H2GB https://pypi.org/project/H2GB")]
    [InlineData("at https://github.com/a/b{https://github.com/a/b}.", "https://github.com/a/b")]
    [InlineData("\\url{https://github.com/a/b}.", "https://github.com/a/b")]
    [InlineData("https://en.wikipedia.org/wiki/Bias_(statistics) says", "https://en.wikipedia.org/wiki/Bias_(statistics)")]
    [InlineData("is at github.com/marrlab/DinoBloom.", "https://github.com/marrlab/DinoBloom")]
    [InlineData("notgithub.com/x and and/or", "")]
    [InlineData("https:// http://localhost/x https://user@evil.example/", "")]
    [InlineData("javascript://x https://a.b/\"onclick=alert(1)", "https://a.b/")]
    [InlineData("http://127.0.0.1/x http://[::1]/ https://box.local/ https://a.test/", "")]
    [InlineData("http://old.example.org/data.", "http://old.example.org/data")]
    [InlineData(null, "")]
    public void Addresses_are_found_without_the_sentence_around_them(string? text, string expected) =>
        Assert.Equal(expected, string.Join(' ', AbstractLinks.In(text)));
}
