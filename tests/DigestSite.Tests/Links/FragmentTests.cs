using static DigestSite.Tests.Links.TinySite;

namespace DigestSite.Tests.Links;

public class FragmentTests
{
    [Theory]
    [InlineData("<i id=here><a href='#here'>")]
    [InlineData("<a href='#here'><i id=here>")]
    [InlineData("<a href='/digest/papers/x/#Title'>")]
    [InlineData("<a href='papers/x/index.html?q#Title'>")]
    [InlineData("<a href='https://owner.github.io/digest/papers/x/#Title'>")]
    [InlineData("<a href='#caf%C3%A9'><i id=caf\u00E9>")]
    [InlineData("<a href='#caf\u00E9'><i id=caf\u00E9>")]
    [InlineData("<a href='#a%20b'><i id='a%20b'>")]
    [InlineData("<a href='#a&amp;b'><i id='a&amp;b'>")]
    public void A_fragment_that_is_on_the_page_is_fine(string html) => Assert.Empty(Home(html));

    [Theory]
    [InlineData("?q#here")]
    [InlineData("#here")]
    [InlineData("page.html#here")]
    [InlineData("../folder/page.html#here")]
    public void A_page_that_is_no_folder_s_index_is_itself_and_not_the_folder(string url) =>
        Assert.Empty(Verdicts(UnderPath, ("folder/", "<p>"), ("folder/page.html", $"<i id=here><a href='{url}'>")));

    [Theory]
    [Provokes("DS517")]
    [InlineData("#there")]
    [InlineData("#Here")]
    [InlineData("#x%20y")]
    [InlineData("/digest/#there")]
    [InlineData("/digest/papers/x/#title")]
    [InlineData("about/#Title")]
    public void A_fragment_that_is_on_no_page_is_told(string url) => Assert.Equal([$"DS517 index.html(1,23) {url}"], Home($"<i id=here><a   href='{url}'>"));

    [Fact]
    public void The_way_out_of_a_broken_fragment_is_the_nearest_id() =>
        Assert.Equal("did you mean `Title`?", Assert.Single(Told(UnderPath, [("", "<a href='papers/x/#Titel'>"), .. Neighbours])).WayOut);

    [Theory]
    [InlineData("<a href='#top'>")]
    [InlineData("<a href='#TOP'>")]
    [InlineData("<a href='#'>")]
    [InlineData("<a href='about/#'>")]
    [InlineData("<a name=old></a><a href='#old'>")]
    public void The_top_and_named_anchors_need_no_id(string html) => Assert.Empty(Home(html));

    [Theory]
    [InlineData("<img name=old><a href='#old'>")]
    [InlineData("<!-- <i id=old> --><a href='#old'>")]
    [InlineData("<script>'<i id=old>'</script><a href='#old'>")]
    [InlineData("<textarea><i id=old></textarea><a href='#old'>")]
    [InlineData("<template><i id=old></template><a href='#old'>")]
    public void Ids_are_those_of_the_page_as_it_is_shown(string html) => IsTold(Home(html), "DS517", "#old");

    [Theory]
    [InlineData("<a href='feed.xml#item'>")]
    [InlineData("<svg><use href='/digest/assets/site.css#icon'/></svg>")]
    [InlineData("<a href='#:~:text=some%20words'>")]
    [InlineData("<a href='papers/x/#Title:~:text=words'>")]
    public void Fragments_of_other_files_and_text_directives_are_left_alone(string html) => Assert.Empty(Home(html));

    [Fact]
    public void A_broken_fragment_before_a_text_directive_is_told() => IsTold(Home("<a href='#no:~:text=words'>"), "DS517", "#no:~:text=words");

    [Fact]
    [Provokes("DS518")]
    public void An_id_that_stands_twice_on_a_page_is_told_at_the_second() =>
        Assert.Equal(["DS518 index.html(2,9) x"], Home("<i id=x></i>\n<i   id=x></i><a id=y name=y></a>"));

    [Fact]
    public void Pages_with_the_same_anchors_are_told_of_their_own_faults() => Assert.Equal(
        ["DS517 b/index.html(1,23) #y", "DS517 c/index.html(1,23) #z"],
        Verdicts(
            UnderPath,
            ("", "<a href=b/#x><a href=c/#x><a href=d/#x><a href=d/#y>"),
            ("b/", "<a name=x></a><a href=#y></a>"),
            ("c/", "<a name=x></a><a href=#z></a>"),
            ("d/", "<i id=x></i><i id=y></i>")));

    [Fact]
    public void An_id_that_stands_twice_on_two_pages_is_told_of_both() => Assert.Contains(
        "on 2 pages",
        Assert.Single(Told(UnderPath, ("", "<a href=b/>"), ("a/", "<i id=x></i><i id=x></i>"), ("b/", "<i id=x></i><i id=x></i>"))).ToString(),
        StringComparison.Ordinal);
}
