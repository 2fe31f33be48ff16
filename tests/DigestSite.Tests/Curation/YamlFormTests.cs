using DigestSite.Diagnostics;

namespace DigestSite.Tests.Curation;

public class YamlFormTests
{
    [Fact]
    [Provokes("DS005")]
    public void The_markers_of_a_merge_conflict_are_pointed_at() => Assert.Equal(
        ["DS005 content/site.yml(1): <<<<<<< HEAD", "DS005 content/site.yml(3): =======", "DS005 content/site.yml(5): >>>>>>> other"],
        Edited.Faults(Edited.Files("<<<<<<< HEAD\ntitle: a\n=======\ntitle: b\n>>>>>>> other\n")));

    [Theory]
    [Provokes("DS006")]
    [InlineData("\ttitle: a\n", 1, 1)]
    [InlineData("navigation:\n  - title: a\n  \tpath: b\n", 3, 3)]
    public void A_tab_that_indents_is_pointed_at(string site, int line, int column)
    {
        Diagnostic fault = Edited.OnlyDiagnostic(Edited.Files(site));
        Assert.Equal(("DS006", line, column, 1), (fault.Id, fault.Span.Line, fault.Span.Column, fault.Span.Length));
    }

    [Fact]
    public void A_tab_elsewhere_is_white_space() =>
        Assert.Equal("Sample digest", Edited.Loaded(Edited.Files(Edited.Site.Replace(": Sample", ":\tSample") + "language: en\t# note\n")).Settings.Title);

    [Theory]
    [Provokes("DS007")]
    [InlineData("title: a\0b", 9, "U+0000")]
    [InlineData("title: a\u2028b", 9, "U+2028")]
    [InlineData("title: \uFEFFb", 8, "U+FEFF")]
    public void An_invisible_character_is_pointed_at(string site, int column, string name)
    {
        Diagnostic fault = Edited.OnlyDiagnostic(Edited.Files(site));
        Assert.Equal(("DS007", 1, column), (fault.Id, fault.Span.Line, fault.Span.Column));
        Assert.Contains(name, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [Provokes("DS009", "DS010")]
    [InlineData("title: &a b\n", "DS009 content/site.yml(1): &a")]
    [InlineData("title: *a\n", "DS009 content/site.yml(1): *a")]
    [InlineData("title: !!str b\n", "DS009 content/site.yml(1): !!str")]
    [InlineData("%YAML 1.2\n---\ntitle: b\n", "DS009 content/site.yml(1): %YAML")]
    [InlineData("title: b\n---\ntitle: c\n", "DS010 content/site.yml(2): ---")]
    [InlineData("title: b\n...\n", "DS010 content/site.yml(2): ...")]
    public void What_content_files_do_not_need_of_YAML_is_refused(string site, string expected) =>
        Assert.Contains(expected, Edited.Faults(Edited.Files(site)));

    [Fact]
    public void A_file_may_open_with_comments_and_three_hyphens() =>
        Assert.Equal("Sample digest", Edited.Loaded(Edited.Files("# note\n---\n" + Edited.Site)).Settings.Title);

    [Theory]
    [Provokes("DS011", "DS012", "DS013", "DS014", "DS015", "DS016", "DS017", "DS018")]
    [InlineData("title: [a,,b]\n", "DS011 content/site.yml(1): ,")]
    [InlineData("title: One: two\n", "DS012 content/site.yml(1): :")]
    [InlineData("title: a\ntagline: \"b\n", "DS013 content/site.yml(2): \"b")]
    [InlineData("title: 'a\ntagline: b\n", "DS013 content/site.yml(1): 'a")]
    [InlineData("title: a\ntagline\n", "DS014 content/site.yml(2): tagline")]
    [InlineData("title:\n  a: b\n c: d\n", "DS015 content/site.yml(3): c")]
    [InlineData("title: 'it's'\n", "DS015 content/site.yml(1): s'")]
    [InlineData("- a\ntitle: b\n", "DS015 content/site.yml(2): title")]
    [InlineData("title: [a, b\ntagline: c\n", "DS016 content/site.yml(1): [")]
    [InlineData("title: {a: [b], c: d\ntagline: c\n", "DS016 content/site.yml(1): {")]
    [InlineData("title: [a, b", "DS016 content/site.yml(1): [")]
    [InlineData("title: @a\n", "DS017 content/site.yml(1): @")]
    [InlineData("title: `a`\n", "DS017 content/site.yml(1): `")]
    [InlineData("title: \"a\\q\"\n", "DS018 content/site.yml(1): \"a\\")]
    [InlineData("title: \"\\ud800\"\n", "DS018 content/site.yml(1): \"\\ud800\"")]
    public void Malformed_YAML_is_reported_where_it_breaks(string site, string expected) =>
        Assert.Equal([expected], Edited.Faults(Edited.Files(site)));

    [Fact]
    [Provokes("DS019")]
    public void A_list_item_that_the_text_above_swallows_is_pointed_at() => Assert.Equal(
        ["DS019 content/themes.yml(8): - bounds"],
        Edited.Faults(Edited.Files(themes: "themes:\n  - id: theory\n    title: Theory\n    description: Bounds.\n    match:\n      - bound\n      - limit\n        - bounds\n")));

    [Fact]
    public void A_text_may_run_over_several_lines() => Assert.Equal(
        "One two three",
        Edited.Loaded(Edited.Files(Edited.Site.Replace("A digest for tests.", "One\n  two\n  three"))).Settings.Description);

    [Theory]
    [InlineData("\uFEFF", "\n")]
    [InlineData("", "\r\n")]
    [InlineData("\uFEFF", "\r")]
    public void Byte_order_marks_and_line_endings_of_every_system_are_taken(string start, string lineEnd)
    {
        string site = start + Edited.Site.ReplaceLineEndings(lineEnd);
        Assert.Equal("Sample digest", Edited.Loaded(Edited.Files(site)).Settings.Title);
        Assert.Equal(["DS021 content/site.yml(5): colour"], Edited.Faults(Edited.Files(site + "colour: red" + lineEnd)));
        Assert.Equal(["DS021 content/site.yml(1): titel", "DS022 content/site.yml(1): titel"], Edited.Faults(Edited.Files(site.Replace("title", "titel"))));
    }
}
