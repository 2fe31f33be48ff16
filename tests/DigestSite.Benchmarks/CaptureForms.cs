using System.Globalization;
using System.Net;
using System.Security;
using System.Text;
using System.Text.Json;

namespace DigestSite.Benchmarks;

/// <summary>A day of invented papers in each form that a capture comes in.</summary>
internal static class CaptureForms
{
    private const string Furniture = "new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nDaily Papers\n\nbyAK and the research community\n\n";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, IndentSize = 1, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(IReadOnlyList<SamplePaper> papers) =>
        $"{Furniture}Nov 3\n\n{string.Concat(papers.Select(p => $"{p.Title}\n\n{p.Abstract}\n\n  • {Authors(p)}\n·\n{Printed(p)}\n\n"))}";

    public static string Markdown(IReadOnlyList<SamplePaper> papers) =>
        $"# Daily Papers\n\nby AK and the research community\n\nNov 3\n\n{string.Concat(papers.Select(p => $"[{p.Upvotes}]\n\n### [{p.Title}](/papers/{p.Id})\n\n{p.Abstract}\n\n*   {Authors(p)}\n\n·\n\n{Printed(p)}\n\n"))}";

    public static string DailyPapers(IReadOnlyList<SamplePaper> papers) => JsonSerializer.Serialize(Items(papers), Indented);

    public static string WebPage(IReadOnlyList<SamplePaper> papers)
    {
        string props = WebUtility.HtmlEncode(JsonSerializer.Serialize(new { periodType = "day", dateString = "2025-11-03", dailyPapers = Items(papers) }));
        string cards = string.Concat(papers.Select(p => $"""
            <article class="relative flex"><a href="/papers/{p.Id}" class="peer"><img alt="" src="{p.Id}.png"></a><div class="flex"><div class="leading-none">{p.Upvotes}</div></div>
            <div class="w-full"><h3 class="mb-1"><a href="/papers/{p.Id}" class="line-clamp-3">{WebUtility.HtmlEncode(p.Title)}</a></h3>
            <ul>{string.Concat(p.Authors.Select(a => $"<li title=\"{a}\"></li>"))}<li>· {Authors(p)}</li></ul></div></article>

            """));
        return $"<!DOCTYPE html>\n<html lang=\"en\"><head><title>Daily Papers</title></head><body>\n<div class=\"contents\" data-target=\"DailyPapers\" data-props=\"{props}\">{cards}</div>\n</body></html>\n";
    }

    public static string Arxiv(IReadOnlyList<SamplePaper> papers)
    {
        var feed = new StringBuilder("<?xml version='1.0' encoding='UTF-8'?>\n<feed xmlns:arxiv=\"http://arxiv.org/schemas/atom\" xmlns=\"http://www.w3.org/2005/Atom\">\n  <id>https://arxiv.org/api/x</id>\n  <title>arXiv Query: search_query=all:x&amp;id_list=&amp;start=0&amp;max_results=100</title>\n  <updated>2025-11-03T00:00:00Z</updated>\n");
        foreach (SamplePaper p in papers)
        {
            feed.Append(CultureInfo.InvariantCulture, $"""
                  <entry>
                    <id>http://arxiv.org/abs/{p.Id}v1</id>
                    <title>{SecurityElement.Escape(p.Title)}</title>
                    <updated>{p.Published:yyyy-MM-dd}T15:05:19Z</updated>
                    <link href="https://arxiv.org/abs/{p.Id}v1" rel="alternate" type="text/html"/>
                    <summary>{SecurityElement.Escape(p.Abstract)}</summary>
                    <category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
                    <published>{p.Published:yyyy-MM-dd}T15:05:19Z</published>
                    <arxiv:comment>12 pages, 3 figures</arxiv:comment>
                    <arxiv:primary_category term="cs.LG"/>
                    {string.Concat(p.Authors.Select(a => $"<author>\n      <name>{a}</name>\n    </author>\n    "))}
                  </entry>

                """);
        }

        return feed.Append("</feed>\n").ToString();
    }

    private static object Items(IReadOnlyList<SamplePaper> papers) => papers.Select(p => new
    {
        paper = new
        {
            id = p.Id,
            authors = p.Authors.Select(a => new { _id = "690805ae4e9f93ee46411c1d", name = a, hidden = false }),
            publishedAt = Iso(p),
            submittedOnDailyAt = "2025-11-03T01:02:03.000Z",
            title = p.Title,
            summary = p.Abstract,
            upvotes = p.Upvotes,
            githubRepo = "https://github.com/sample/" + p.Id,
            githubStars = p.Upvotes,
            ai_keywords = new[] { "generalization", "distribution shift", "fine-tuning" },
        },
        publishedAt = Iso(p),
        title = p.Title,
        summary = p.Abstract,
        thumbnail = $"https://cdn.sample.org/{p.Id}.png",
        numComments = 2,
        isAuthorParticipating = false,
    });

    private static string Iso(SamplePaper paper) => string.Create(CultureInfo.InvariantCulture, $"{paper.Published:yyyy-MM-dd}T12:00:00.000Z");

    private static string Printed(SamplePaper paper) => paper.Published.ToString("MMM d, yyyy", CultureInfo.InvariantCulture);

    private static string Authors(SamplePaper paper) => string.Create(CultureInfo.InvariantCulture, $"{paper.Authors.Length} author{(paper.Authors.Length == 1 ? "" : "s")}");
}
