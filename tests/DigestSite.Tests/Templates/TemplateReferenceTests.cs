namespace DigestSite.Tests.Templates;

public class TemplateReferenceTests
{
    private const string Begin = "<!-- template names: generated, run the tests with DIGEST_UPDATE_DOCS=1 -->\n";
    private const string End = "<!-- template names: end -->\n";

    private static readonly string Guide = Repository.File("docs", "editing.md");

    [Fact]
    public void The_editors_guide_names_all_that_templates_see()
    {
        string text = File.ReadAllText(Guide).ReplaceLineEndings("\n");
        int begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = text.IndexOf(End, StringComparison.Ordinal);
        Assert.True(begin >= Begin.Length && end >= begin, $"docs/editing.md needs the lines {Begin}and {End}");
        string reference = "\n" + TemplateReference.Text() + "\n";
        if (Environment.GetEnvironmentVariable("DIGEST_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(Guide, text[..begin] + reference + text[end..]);
            return;
        }

        Assert.True(reference == text[begin..end], "docs/editing.md is behind the page models; run the tests with DIGEST_UPDATE_DOCS=1 and commit what they write");
    }

    [Fact]
    public void The_reference_says_what_each_name_is_and_what_its_comment_says()
    {
        string text = TemplateReference.Text();
        Assert.Contains("#### `theme.hbs`, `tag.hbs`, `organization.hbs`\n", text, StringComparison.Ordinal);
        Assert.Contains("| `pager` | [PagerPart](#pagerpart) *or nothing* | Nothing when one page holds all. |\n", text, StringComparison.Ordinal);
        Assert.Contains("| `navigation` | list of [NavigationItem](#navigationitem) | |\n", text, StringComparison.Ordinal);
        Assert.Contains("| `base` | text | The base path, with a slash at its end: `/digest/`. |\n", text, StringComparison.Ordinal);
        Assert.Contains("| `body` | markup | |\n", text, StringComparison.Ordinal);
        Assert.Contains("| `is_current` | yes/no | |\n", text, StringComparison.Ordinal);
        Assert.Matches(@"\| `head` \| .+ \| every page sees \|\n", text);
        Assert.Matches(@"\| `card` \| .+ \| a \[PaperCard\]\(#papercard\) \|\n", text);
        Assert.Single(text.Split("#### PaperCard\n").Skip(1));
    }
}
