using DigestSite.Diagnostics;

namespace DigestSite.Tests.Diagnostics;

public class SourceTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("one")]
    [InlineData("Über 𝔽₂\r\ntwo\rthree\n\n四\n")]
    public void Text_that_was_put_away_reads_as_before(string text)
    {
        var whole = new SourceText("a.txt", text);
        var away = new SourceText("a.txt", text);
        away.PutAway();
        away.PutAway();
        string again = away.Text;
        Assert.True(text.Length == 0 || (!ReferenceEquals(text, again) && ReferenceEquals(again, away.Text)));
        Assert.Equal((whole.Text, whole.LineCount), (away.Text, away.LineCount));
        Assert.Equal(Lines(whole), Lines(away));
        Assert.Equal(whole.AtOffset(text.Length / 2).LineText, away.AtOffset(text.Length / 2).LineText);
    }

    private static string[] Lines(SourceText text) => [.. Enumerable.Range(1, text.LineCount).Select(l => text.Line(l).ToString())];
}
