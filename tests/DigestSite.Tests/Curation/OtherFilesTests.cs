using DigestSite.Curation;
using DigestSite.Curation.Yaml;
using DigestSite.Papers;

namespace DigestSite.Tests.Curation;

public class OtherFilesTests
{
    [Fact]
    public void Tags_keep_their_order_and_may_go_without_phrases()
    {
        TagRules tags = Edited.Loaded(Edited.Files()).Tags;
        Assert.Equal([new Tag("grokking", "Grokking", "Delayed generalization.", 0), new Tag("code", "Code", "Programs.", 1)], tags.Rules.Select(r => r.Tag));
        Assert.Equal([1, 0], tags.Rules.Select(r => r.Match.Count));
    }

    [Theory]
    [InlineData("tags:\n  - { id: a, title: A, description: a. }\n  - { id: a, title: B, description: b. }\n", "DS030 content/tags.yml(3): a")]
    [InlineData("tags:\n  - { id: a, title: A, description: a., match: [x, X] }\n", "DS035 content/tags.yml(2): X")]
    [InlineData("tags:\n  - { id: a, title: A }\n", "DS022 content/tags.yml(2): id")]
    public void Faults_of_tags_are_pointed_at(string tags, string expected) =>
        Assert.Equal([expected], Edited.Faults(Edited.Files(tags: tags)));

    [Fact]
    public void What_is_known_of_a_dump_is_read()
    {
        DumpSettings dump = Assert.Single(Edited.Loaded(Edited.Files(dumps: """
            dumps:
              001_699eaed0a974268d.txt:
                year: 2025
                title: November
                query: generalization
                url: https://papers.example.org/?q=generalization
                skip: true

            """)).Dumps);
        Assert.Equal(
            ("001_699eaed0a974268d.txt", 2025, 3, "November", "generalization", "https://papers.example.org/?q=generalization", true),
            (dump.Name, dump.Year?.Value, dump.Year?.Span.Line, dump.Title, dump.Query, dump.Url?.ToString(), dump.Skip));
    }

    [Theory]
    [InlineData("  a.txt: { year: 20255 }\n", "20255")]
    [InlineData("  a.txt: { skip: yes }\n", "yes")]
    [InlineData("  a.txt: { url: papers.example.org }\n", "papers.example.org")]
    [InlineData("  a.txt: { url: 'javascript:x' }\n", "'javascript:x'")]
    [InlineData("  dumps/a.txt: { year: 2025 }\n", "dumps/a.txt")]
    public void A_bad_value_of_a_dump_is_pointed_at(string entry, string pointed) =>
        Assert.Equal([$"DS024 content/dumps.yml(2): {pointed}"], Edited.Faults(Edited.Files(dumps: "dumps:\n" + entry)));

    [Theory]
    [InlineData("dumps: {}\n")]
    [InlineData("dumps:\n")]
    [InlineData("# dumps:\n")]
    public void A_file_may_say_nothing(string dumps) => Assert.Empty(Edited.Loaded(Edited.Files(dumps: dumps)).Dumps);

    [Fact]
    public void Each_shape_gives_every_key_a_meaning()
    {
        IReadOnlyList<Key>[] shapes = [SiteFile.Shape.Keys, ThemesFile.Shape.Keys, TagsFile.Shape.Keys, new PapersFile(null, null).Shape.Keys, DumpsFile.Shape.Keys, PageFile.FrontMatterShape.Keys];
        Assert.All(shapes.SelectMany(k => k), k => Assert.True(k.Meaning.Length > 0 && !k.Meaning.EndsWith('.')));
    }
}
