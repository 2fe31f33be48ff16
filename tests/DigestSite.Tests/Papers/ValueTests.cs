using DigestSite.Papers;

namespace DigestSite.Tests.Papers;

public class ValueTests
{
    [Theory]
    [InlineData("On Giant's Shoulders: Effortless", "on-giant-s-shoulders-effortless")]
    [InlineData("Étude naïve — Ω", "etude-naive")]
    [InlineData("日本語", "untitled")]
    [InlineData("../../etc/passwd\0", "etc-passwd")]
    [InlineData("CON", "con-paper")]
    [InlineData("\uD800 lone", "lone")]
    public void A_title_becomes_a_slug(string title, string slug) => Assert.Equal(slug, Slug.FromTitle(title).ToString());

    [Theory]
    [InlineData("Berkeley UC Berkeley", "uc-berkeley")]
    [InlineData("x École d’été & Co.", "ecole-d-ete-co")]
    [InlineData("x C++ Group", "c-group-")]
    [InlineData("x C# Group", "c-group-")]
    [InlineData("x 北京大学", "untitled-")]
    [InlineData("x ???", "untitled-")]
    public void Organizations_that_slugs_would_take_for_one_stay_apart(string printed, string slug) =>
        Assert.StartsWith(slug, new Organization(printed).Slug.ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_long_slug_is_cut_at_a_word() =>
        Assert.Equal(
            "where-to-find-grokking-in-llm-pretraining-monitor",
            Slug.FromTitle("Where to find Grokking in LLM Pretraining? Monitor Memorization-to-Generalization without Test").ToString());

    [Theory]
    [InlineData("2501.08325", "2501.08325", "2025-01-01")]
    [InlineData("arXiv:2501.08325v3", "2501.08325", "2025-01-01")]
    [InlineData("astro-ph/0601001", "astro-ph/0601001", "2006-01-01")]
    [InlineData("hep-th/9901001v1", "hep-th/9901001", "1999-01-01")]
    public void An_arxiv_id_names_its_month(string text, string id, string month)
    {
        Assert.True(ArxivId.TryParse(text, out ArxivId? parsed));
        Assert.Equal((id, month), (parsed.ToString(), Routes.Iso(parsed.Month)));
    }

    [Theory]
    [InlineData("2513.00001")]
    [InlineData("250108325")]
    [InlineData("2501.08325\n")]
    [InlineData("")]
    public void What_is_no_arxiv_id_is_refused(string text) => Assert.False(ArxivId.TryParse(text, out _));

    [Theory]
    [InlineData("Feb 29", true)]
    [InlineData("Feb 30", false)]
    public void A_printed_day_exists_or_not(string text, bool exists) =>
        Assert.Equal(exists, new PrintedDate(null, PrintedDate.MonthNumber(text.AsSpan(0, 3)), int.Parse(text.AsSpan(4), System.Globalization.CultureInfo.InvariantCulture)).Exists);

    [Theory]
    [InlineData("Berkeley UC Berkeley", "UC Berkeley", "uc-berkeley")]
    [InlineData("Harvard Harvard University", "Harvard University", "harvard-university")]
    [InlineData("Character-lab Character-lab", "Character-lab", "character-lab")]
    [InlineData("nvidia", "nvidia", "nvidia")]
    public void An_organization_is_a_handle_and_a_name(string printed, string name, string slug)
    {
        var organization = new Organization(printed);
        Assert.Equal((name, slug), (organization.Name, organization.Slug.ToString()));
    }

    [Theory]
    [InlineData("/x")]
    [InlineData("a//b")]
    [InlineData("a/../b")]
    [InlineData("a b")]
    [InlineData("a\\b")]
    [InlineData("a%2Fb")]
    public void A_site_path_never_leaves_the_site(string text) => Assert.False(SitePath.TryParse(text, out _));

    [Fact]
    public void The_root_is_the_root_however_it_was_made()
    {
        Assert.True(SitePath.TryParse("", out SitePath parsed));
        Assert.Equal([SitePath.Root, SitePath.Root], [parsed, new SitePath("")]);
    }

    [Theory]
    [InlineData("https://owner.github.io/digest", "https://owner.github.io", "/digest/")]
    [InlineData("https://owner.example/", "https://owner.example", "/")]
    [InlineData("http://127.0.0.1:8080/a/b/", "http://127.0.0.1:8080", "/a/b/")]
    public void A_base_url_is_an_origin_and_a_path(string text, string origin, string path)
    {
        BaseUrl url = Samples.Base(text);
        Assert.Equal((origin, path), (url.Origin, url.BasePath));
    }
}
