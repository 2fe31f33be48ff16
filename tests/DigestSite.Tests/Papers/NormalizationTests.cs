using System.Text;
using DigestSite.Papers;

namespace DigestSite.Tests.Papers;

public class NormalizationTests
{
    // A listing with U+FFFE in a title stopped the whole build.
    [Theory]
    [InlineData(0xFFFE)]
    [InlineData(0xD800)]
    [InlineData(0xDC00)]
    public void What_cannot_be_normalized_is_replaced(int unit) =>
        Assert.All(Enum.GetValues<NormalizationForm>(), form => Assert.Equal("a\uFFFDb", TextFolding.Normalize($"a{(char)unit}b", form)));
}
