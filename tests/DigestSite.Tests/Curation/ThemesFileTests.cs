using DigestSite.Curation;
using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Tests.Curation;

public class ThemesFileTests
{
    private const string Start = "themes:\n  - id: a\n    title: A\n    description: About a.\n";

    [Fact]
    public void Themes_keep_their_order_and_their_phrases_have_points()
    {
        ThemeRules rules = Edited.Loaded(Edited.Files(themes: """
            threshold: 7
            themes:
              - id: b
                title: B
                description: About b.
                match:
                  - plain phrase
                  - { phrase: Weighted*, title: 12 }
                  - phrase: 3d
                    abstract: 0
                exclude: [scene graph]
              - { id: a, title: A, description: About a., match: [x] }

            """)).Themes;
        Assert.Equal(7, rules.Threshold);
        Assert.Equal(
            [new Theme("b", "B", "About b.", 0), new Theme("a", "A", "About a.", 1), new Theme("other", "Other", "Papers that no theme claims yet.", 2)],
            rules.All);
        Assert.Equal(
            [("plain phrase", 4, 1), ("Weighted*", 12, 1), ("3d", 4, 0)],
            rules.Rules[0].Match.Select(m => (m.Phrase.Text, m.TitlePoints, m.AbstractPoints)));
        Assert.Equal(["scene graph"], rules.Rules[0].Exclude.Select(e => e.Text));
    }

    [Fact]
    public void The_threshold_may_be_left_out() =>
        Assert.Equal(4, Edited.Loaded(Edited.Files(themes: "themes: []\n")).Themes.Threshold);

    [Fact]
    [Provokes("DS030")]
    public void A_theme_id_used_twice_names_both_lines()
    {
        Diagnostic fault = Edited.OnlyDiagnostic(Edited.Files(themes: Start + "    match: [x]\n  - { id: a, title: B, description: b., match: [y] }\n"));
        Assert.Equal("DS030 content/themes.yml(6): a", Edited.Shown(fault));
        Assert.Equal("The theme `a` is defined twice; the first is in line 2", fault.Message);
    }

    [Theory]
    [Provokes("DS031")]
    [InlineData("other", "DS031 content/themes.yml(2): other")]
    [InlineData("Graphs", "DS024 content/themes.yml(2): Graphs")]
    [InlineData("a--b", "DS024 content/themes.yml(2): a--b")]
    public void A_theme_id_is_a_slug_and_not_the_built_in_one(string id, string expected) => Assert.Equal(
        [expected],
        Edited.Faults(Edited.Files(themes: Start.Replace("id: a", "id: " + id) + "    match: [x]\n")));

    [Theory]
    [Provokes("DS034", "DS035", "DS037")]
    [InlineData("['--']", "DS034 content/themes.yml(5): '--'")]
    [InlineData("[{ phrase: '*' }]", "DS034 content/themes.yml(5): '*'")]
    [InlineData("[Few-shot, x, few shot]", "DS035 content/themes.yml(5): few shot")]
    [InlineData("[x, { phrase: X, title: 2 }]", "DS035 content/themes.yml(5): {")]
    [InlineData("[{ phrase: x, title: 0, abstract: 0 }]", "DS037 content/themes.yml(5): {")]
    [InlineData("[{ phrase: x, title: -1 }]", "DS024 content/themes.yml(5): -1")]
    [InlineData("[{ title: 1 }]", "DS022 content/themes.yml(5): title")]
    [InlineData("[[x]]", "DS023 content/themes.yml(5): [")]
    [InlineData("[x]\n    exclude: [y, Y]", "DS035 content/themes.yml(6): Y")]
    public void A_phrase_that_cannot_do_its_work_is_pointed_at(string match, string expected) =>
        Assert.Equal([expected], Edited.Faults(Edited.Files(themes: $"{Start}    match: {match}\n")));

    [Fact]
    public void A_phrase_with_a_star_differs_from_one_without() =>
        Assert.Equal(2, Edited.Loaded(Edited.Files(themes: Start + "    match: [graph, graph*]\n")).Themes.Rules[0].Match.Count);

    [Fact]
    [Provokes("DS036")]
    public void A_star_inside_a_phrase_is_a_warning()
    {
        Diagnostic fault = Edited.OnlyDiagnostic(Edited.Files(themes: Start + "    match: [math* reason*]\n"));
        Assert.Equal(("DS036 content/themes.yml(5): math* reason*", Severity.Warning, "write `math reason*`"), (Edited.Shown(fault), fault.Severity, fault.WayOut));
    }
}
