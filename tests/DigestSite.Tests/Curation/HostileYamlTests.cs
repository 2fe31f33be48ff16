using System.Text;
using DigestSite.Diagnostics;

namespace DigestSite.Tests.Curation;

public class HostileYamlTests
{
    private const int Many = 100_000;

    [Theory]
    [Provokes("DS008")]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("[a: ")]
    public void A_hundred_thousand_levels_in_one_line_are_refused(string level)
    {
        Diagnostic fault = Edited.OnlyDiagnostic(Edited.Files("title: a\nnavigation:\n  " + Repeated(level, Many)));
        Assert.Equal(("DS008", 3), (fault.Id, fault.Span.Line));
    }

    [Fact]
    public void A_hundred_thousand_nested_block_mappings_are_refused()
    {
        // Indenting them all would take ten gigabytes; from some depth on they stay at one column, which no longer nests.
        var text = new StringBuilder();
        for (int i = 0; i < Many; i++)
        {
            text.Append(' ', Math.Min(i, 200)).Append("a:\n");
        }

        Assert.Equal(["DS008 content/site.yml(65): a"], Edited.Faults(Edited.Files(text.ToString())));
    }

    [Fact]
    public void Sixty_four_levels_are_taken() => Assert.Equal(
        ["DS023 content/site.yml(1): ["],
        Edited.Faults(Edited.Files(Repeated("[", 64) + Repeated("]", 64) + "\n")));

    [Theory]
    [InlineData("[-,")]
    [InlineData("a: - ")]
    [InlineData("a: b: ")]
    [InlineData("- a\nb: ")]
    [InlineData("a: b\nb\n")]
    public void Depth_behind_a_fault_harms_nothing(string fault) =>
        Assert.NotEmpty(Edited.Faults(Edited.Files(fault + Repeated("[", Many))));

    [Fact]
    public void An_alias_bomb_never_unfolds()
    {
        var text = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n");
        }

        Assert.All(Edited.Faults(Edited.Files(text.ToString())), f => Assert.StartsWith("DS009", f, StringComparison.Ordinal));
    }

    [Fact]
    public void Five_megabytes_in_one_text_are_read()
    {
        string words = Repeated("word ", 1_000_000).TrimEnd();
        Assert.Equal(words, Edited.Loaded(Edited.Files(Edited.Site + "tagline: " + words + "\n")).Settings.Tagline);
    }

    [Fact]
    public void Five_megabytes_of_phrases_are_read()
    {
        string phrases = string.Join(", ", Enumerable.Range(0, 400_000).Select(i => $"phrase {i}"));
        Assert.Equal(400_000, Edited.Loaded(Edited.Files(themes: Edited.Themes.Replace("bound]", phrases + "]"))).Themes.Rules[1].Match.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# only a comment")]
    [InlineData("---\n")]
    [InlineData("~")]
    [InlineData("plain")]
    [InlineData("- a\n- b\n")]
    [InlineData("? [a]\n: b\n")]
    [InlineData(": b\n")]
    [InlineData("{}")]
    public void A_file_that_says_nothing_useful_is_reported_not_fatal(string site) =>
        Assert.NotEmpty(Edited.Faults(Edited.Files(site)));

    private static string Repeated(string part, int times) => new StringBuilder().Insert(0, part, times).ToString();
}
