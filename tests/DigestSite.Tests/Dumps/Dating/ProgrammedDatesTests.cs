using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Dumps.Dating;

/// <summary>Captures whose dates all have their year.</summary>
public class ProgrammedDatesTests
{
    private const string Items = """[{"paper":{"id":"2511.00001","title":"One sound","publishedAt":"2025-11-03T00:00:00Z"}},{"paper":{"id":"2511.00002","title":"Two sounds","publishedAt":"2025-11-03T00:00:00Z"}}]""";

    [Fact]
    public void A_year_that_a_script_was_given_does_not_keep_the_page_out_of_that_year()
    {
        using var site = new SiteFolder();
        site["content/dumps/saved.html"] = $"<html><body><div data-props='{{\"dailyPapers\":{Items}}}'></div><time>Nov 6</time></body></html>";
        Assert.Contains(site.Build().Compiled!.Captures, c => c.Name == "saved.html" && c.Date == new DateOnly(2025, 11, 6));
    }

    [Theory]
    [InlineData("2025-11-06.json")]
    [InlineData("2025-11-06_papers.json")]
    [InlineData("papers 2025-11-06.json")]
    [InlineData("day(2025-11-06).json")]
    public void The_one_date_in_the_name_of_an_answer_is_its_day(string name)
    {
        using var site = new SiteFolder();
        site["content/dumps/" + name] = Items;
        Assert.Contains(site.Build().Compiled!.Captures, c => c.Name == name && c.Date == new DateOnly(2025, 11, 6));
    }

    [Theory]
    [InlineData("2025-10-20.json", "2025-11-03", 1, 0)]
    [InlineData("2025-10-20.json", "2025-11-03", 3, 1)]
    [InlineData("2025-11-02.json", "2025-11-03", 3, 0)]
    public void Only_when_most_of_several_papers_are_newer_is_an_answer_of_another_day(string name, string published, int papers, int errors)
    {
        using var site = new SiteFolder();
        site["content/dumps/" + name] = "[" + string.Join(',', Enumerable.Range(1, papers).Select(i => Item(i, published))) + "]";
        site.Build();
        Assert.Equal(errors, site.Diagnostics.InOrder().Count(d => d.Id == "DS211"));
    }

    private static string Item(int number, string published) =>
        "{\"paper\":{\"id\":\"2510.0000" + number + "\",\"title\":\"Sound " + number + "\",\"publishedAt\":\"" + published + "\"}}";
}
