using DigestSite.Curation;
using DigestSite.Papers;

namespace DigestSite.Tests.Curation;

public class ThemerTests
{
    [Theory]
    [InlineData("Domain-Generalization:  A   Survey", "domain generalization a survey")]
    [InlineData("C, C++ and C#; F#, 1+1, a+b, ++", "c c++ and c# f# 1 1 a+b")]
    [InlineData("R²-Net ﬁne Ⅳ", "r2 net fine iv")]
    [InlineData("Ｆｕｌｌ　ｗｉｄｔｈ＋", "full width+")]
    [InlineData("ÉCOLE cafe\u0301s", "école cafés")]
    [InlineData("x\u20DE# 3#", "x\u20DE 3")]
    [InlineData("𝐁old 𠮷野 😀ok", "bold 𠮷野 ok")]
    [InlineData("x\uD800y", "x y")]
    [InlineData("--- !", "")]
    [InlineData("", "")]
    public void Text_folds_to_words(string text, string words) => Assert.Equal(words, WordFolding.Fold(text));

    [Theory]
    [InlineData("graph", "Graphs and a graph of graphes", 3)]
    [InlineData("graph", "graphic paragraph graphss", 0)]
    [InlineData("graph*", "graphic paragraph graphs", 2)]
    [InlineData("domain generaliz*", "Domain-generalization; domain generalizes", 2)]
    [InlineData("domain shift", "domains shift", 0)]
    [InlineData("a a", "a a a", 2)]
    [InlineData("c", "C++ C# C", 1)]
    [InlineData("c++", "C++ c", 1)]
    [InlineData("c*", "C++ C# cat", 3)]
    [InlineData("class", "class classes classs", 3)]
    [InlineData("few-shot", "few shot, Few–Shots", 2)]
    public void A_phrase_is_found_at_whole_words_with_a_plural_or_any_ending(string phrase, string text, int times)
    {
        var found = new List<int>();
        new PhraseIndex([Phrase.TryParse(phrase)!]).Find(WordFolding.Fold(text), found);
        Assert.Equal(times, found.Count);
    }

    [Fact]
    public void A_score_is_the_points_of_the_title_once_and_of_the_abstract_three_times_at_most()
    {
        ThemedText text = Score("    match: [{ phrase: graph, title: 5, abstract: 2 }, node]\n", "Graph graph", "Graphs: a graph, a graph, a graph, a node");
        ThemeScore score = Assert.Single(text.Scores);
        Assert.Equal(12, score.Score);
        Assert.Equal([new PhraseHit("graph", true, 4, 11), new PhraseHit("node", false, 1, 1)], score.Hits);
        Assert.Equal("a", text.Theme.Id);
    }

    [Theory]
    [InlineData("A scene graph", "")]
    [InlineData("A graph", "of scene-graphs")]
    public void An_excluded_phrase_takes_all_points_and_is_kept(string title, string text)
    {
        ThemedText themed = Score("    match: [graph]\n    exclude: [scene graph]\n", title, text);
        Assert.Equal("other", themed.Theme.Id);
        Assert.Equal((0, "scene graph"), (Assert.Single(themed.Scores).Score, themed.Scores[0].ExcludedBy));
    }

    [Fact]
    public void Phrases_may_overlap_and_each_counts() =>
        Assert.Equal(8, Score("    match: [graph neural network, neural network]\n", "Graph neural networks", null).Scores[0].Score);

    [Theory]
    [InlineData("x y", "first")]
    [InlineData("y y", "second")]
    [InlineData("none", "other")]
    public void The_best_theme_wins_and_a_tie_goes_to_the_earlier(string title, string expected)
    {
        Content content = Edited.Loaded(Edited.Files(themes: """
            threshold: 4
            themes:
              - { id: first, title: F, description: f., match: [x] }
              - { id: second, title: S, description: s., match: [y, z] }

            """));
        Assert.Equal(expected, new Themer(content.Themes, content.Tags).Score(title, null).Theme.Id);
    }

    [Fact]
    public void Scores_come_best_first()
    {
        Content content = Edited.Loaded(Edited.Files());
        ThemedText text = new Themer(content.Themes, content.Tags).Score("Bounds", "A bound against adversarial attacks");
        Assert.Equal([("theory", 5), ("robustness", 1)], text.Scores.Select(s => (s.Theme.Id, s.Score)));
    }

    [Theory]
    [InlineData(3, "other")]
    [InlineData(4, "a")]
    public void A_score_below_the_threshold_goes_to_other(int points, string expected) => Assert.Equal(
        expected,
        Score($"    match: [{{ phrase: x, title: {points} }}]\n", "x", null).Theme.Id);

    [Fact]
    public void A_tag_is_assigned_once_by_any_of_its_phrases()
    {
        Content content = Edited.Loaded(Edited.Files(tags: """
            tags:
              - { id: none, title: N, description: n., match: [absent] }
              - { id: late, title: L, description: l., match: [y, x] }
              - { id: early, title: E, description: e., match: [x] }

            """));
        Assert.Equal(["late", "early"], new Themer(content.Themes, content.Tags).Score("x y", "x x").Tags.Select(t => t.Id));
    }

    private static ThemedText Score(string match, string title, string? text)
    {
        Content content = Edited.Loaded(Edited.Files(themes: "themes:\n  - id: a\n    title: A\n    description: About a.\n" + match));
        return new Themer(content.Themes, content.Tags).Score(title, text);
    }
}
