using DigestSite.Diagnostics;

namespace DigestSite.Tests.Curation;

public class PageFileTests
{
    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "\uFEFF")]
    public void A_page_is_front_matter_and_Markdown(string lineEnd, string start)
    {
        string text = start + "---\ntitle: \"About: this\"\ndescription: What this is.\n---\n\nHello.\n\n---\n\nBye.".ReplaceLineEndings(lineEnd);
        FreePage page = Assert.Single(Edited.Loaded(Edited.Files(page: text)).Pages);
        Assert.Equal(("about", "About: this", "What this is."), (page.Slug.ToString(), page.Title, page.Description));
        Assert.Equal("\nHello.\n\n---\n\nBye.".ReplaceLineEndings(lineEnd), page.Markdown);
        Assert.Same(text, page.Source.Text);
    }

    [Theory]
    [Provokes("DS040", "DS041")]
    [InlineData("# About\n", "DS040 content/pages/about.md(1): # About")]
    [InlineData("", "DS040 content/pages/about.md(1): ")]
    [InlineData("---\ntitle: a\n\nText\n", "DS041 content/pages/about.md(1): ---")]
    [InlineData("---\ntitle: a\ndescription: b: c\n---\n", "DS012 content/pages/about.md(3): :")]
    [InlineData("---\ntitle: a\n---\n", "DS022 content/pages/about.md(2): title")]
    [InlineData("---\ntitle: a\ndescription: b\nauthor: c\n---\n", "DS021 content/pages/about.md(4): author")]
    [InlineData("---\ntitle: a\n\tdescription: b\n---\n", "DS006 content/pages/about.md(3): \t")]
    public void Faults_of_front_matter_have_the_lines_of_the_file(string page, string expected) =>
        Assert.Equal([expected], Edited.Faults(Edited.Files(page: page)));

    [Fact]
    public void Front_matter_without_a_line_misses_both_keys() => Assert.Equal(
        ["DS022 content/pages/about.md(2): ", "DS022 content/pages/about.md(2): "],
        Edited.Faults(Edited.Files(page: "---\n---\nText\n")));

    [Fact]
    [Provokes("DS042")]
    public void The_name_of_a_page_is_its_address()
    {
        Diagnostic fault = Edited.OnlyDiagnostic(Edited.Files(page: Edited.Page, pageName: "About Us.md"));
        Assert.Equal(("DS042 content/pages/About Us.md(0): ", "rename the file to `about-us.md`"), (Edited.Shown(fault), fault.WayOut));
    }
}
