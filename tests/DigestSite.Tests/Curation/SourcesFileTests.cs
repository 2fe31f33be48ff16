using DigestSite.Curation;

namespace DigestSite.Tests.Curation;

public class SourcesFileTests
{
    [Fact]
    public void What_is_not_said_is_as_the_public_sources_ask_for()
    {
        Sources sources = Edited.Loaded(With("""
            daily_papers: { since: 2025-11-03 }
            arxiv:
              papers: true
              queries:
                - { id: grokking, search: "cat:cs.LG AND abs:grokking", since: 2025-11-03 }
                - { id: theory, search: "abs:bound", since: 2025-11-03, as: digest, stale_after: 5, max_results: 50 }

            """)).Sources!;
        DailyPapersSource daily = sources.DailyPapers!;
        Assert.Equal(("https://huggingface.co/api/daily_papers", 3, 2, 1), (daily.Url.AbsoluteUri, daily.StaleAfter, daily.Revisit, daily.Pause));
        ArxivSource arxiv = sources.Arxiv!;
        Assert.Equal(("https://export.arxiv.org/api/query", 7, 3, true), (arxiv.Url.AbsoluteUri, arxiv.Revisit, arxiv.Pause, arxiv.Papers));
        Assert.Equal([(false, 200, null), (true, 50, 5)], arxiv.Queries.Select(q => (q.IsDigest, q.MaxResults, q.StaleAfter)));
    }

    [Fact]
    public void Without_the_file_nothing_is_collected() => Assert.Null(Edited.Loaded(Edited.Files()).Sources);

    [Theory]
    [Provokes("DS081")]
    [InlineData("arxiv: { papers: false }\n", "DS081 content/sources.yml(1): ")]
    [InlineData("daily_paper: { since: 2025-11-03 }\n", "DS021 content/sources.yml(1): daily_paper")]
    [InlineData("daily_papers: { url: 'https://a.org/' }\n", "DS022 content/sources.yml(1): url")]
    [InlineData("daily_papers: { since: 2025-11-31 }\n", "DS024 content/sources.yml(1): 2025-11-31")]
    [InlineData("daily_papers: { since: 2025-11-03, url: 'ftp://a.org/' }\n", "DS024 content/sources.yml(1): 'ftp://a.org/'")]
    [InlineData("daily_papers: { since: 2025-11-03, pause: -1 }\n", "DS024 content/sources.yml(1): -1")]
    [InlineData("arxiv: { queries: [{ id: a, search: b, since: 2025-11-03, as: list }] }\n", "DS024 content/sources.yml(1): list")]
    [InlineData("arxiv: { queries: [{ id: ../a, search: b, since: 2025-11-03 }] }\n", "DS024 content/sources.yml(1): ../a")]
    [InlineData("arxiv: { queries: [{ id: a, search: b, since: 2025-11-03, max_results: 3000 }] }\n", "DS024 content/sources.yml(1): 3000")]
    [InlineData("arxiv:\n  queries:\n    - { id: a, search: b, since: 2025-11-03 }\n    - { id: a, search: c, since: 2025-11-03 }\n", "DS030 content/sources.yml(4): a")]
    public void What_is_wrong_is_told_at_its_place(string yaml, string expected) =>
        Assert.StartsWith(expected, Assert.Single(Edited.Faults(With(yaml))), StringComparison.Ordinal);

    private static ContentFiles With(string sources) => Edited.Files() with { Sources = new("content/sources.yml", sources) };
}
