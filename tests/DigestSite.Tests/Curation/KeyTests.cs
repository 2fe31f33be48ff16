using DigestSite.Diagnostics;

namespace DigestSite.Tests.Curation;

public class KeyTests
{
    [Fact]
    [Provokes("DS020")]
    public void A_key_that_stands_twice_names_the_line_of_the_first()
    {
        Diagnostic fault = Edited.OnlyDiagnostic(Edited.Files(Edited.Site + "title: again\n"));
        Assert.Equal("DS020 content/site.yml(5): title", Edited.Shown(fault));
        Assert.Equal("`title` stands here for the second time; the first is in line 1", fault.Message);
    }

    [Fact]
    [Provokes("DS021")]
    public void An_unknown_key_comes_with_the_nearest_known_one()
    {
        Diagnostic fault = Edited.OnlyDiagnostic(Edited.Files(Edited.Site + "navigtion: []\n"));
        Assert.Equal("DS021 content/site.yml(5): navigtion", Edited.Shown(fault));
        Assert.Equal("did you mean `navigation`?", fault.WayOut);
    }

    [Fact]
    [Provokes("DS022")]
    public void A_missing_key_is_reported_with_what_to_type()
    {
        Diagnostic fault = Edited.OnlyDiagnostic(Edited.Files(Edited.Site.Replace("title: Sample digest\n", "")));
        Assert.Equal("DS022 content/site.yml(1): description", Edited.Shown(fault));
        Assert.Equal("add `title: …`: the name of the site", fault.WayOut);
    }

    [Fact]
    public void A_required_key_without_a_value_is_told() => Assert.Equal(
        ["DS025 content/site.yml(1): title"],
        Edited.Faults(Edited.Files(Edited.Site.Replace("Sample digest", ""))));

    [Fact]
    public void An_optional_key_without_a_value_is_absent() =>
        Assert.Equal("", Edited.Loaded(Edited.Files(Edited.Site + "tagline:\nnavigation:\nfeeds: ~\n")).Settings.Tagline);

    [Theory]
    [Provokes("DS023")]
    [InlineData("tagline: [a, b]\n", "DS023 content/site.yml(5): [")]
    [InlineData("tagline:\n  a: b\n", "DS023 content/site.yml(6): a")]
    [InlineData("navigation: a\n", "DS023 content/site.yml(5): a")]
    [InlineData("navigation: [a]\n", "DS023 content/site.yml(5): a")]
    [InlineData("feeds: [limit]\n", "DS023 content/site.yml(5): [")]
    [InlineData("? [a]\n: b\n", "DS023 content/site.yml(5): [")]
    public void A_value_of_the_wrong_kind_is_pointed_at(string more, string expected) =>
        Assert.Equal([expected], Edited.Faults(Edited.Files(Edited.Site + more)));

    [Fact]
    public void Errors_of_all_files_come_at_once() => Assert.Equal(
        [
            "DS040 content/pages/about.md(1): Hello.",
            "DS024 content/site.yml(3): ftp://x/",
            "DS021 content/site.yml(5): langage",
            "DS023 content/tags.yml(1): none",
            "DS022 content/themes.yml(2): id",
            "DS022 content/themes.yml(2): id",
            "DS034 content/themes.yml(2): '?'",
        ],
        Edited.Faults(Edited.Files(
            Edited.Site.Replace("https://digest.example.org/base/", "ftp://x/") + "langage: en\n",
            "themes:\n  - { id: a, match: ['?'] }\n",
            "tags: none\n",
            page: "Hello.\n")));
}
