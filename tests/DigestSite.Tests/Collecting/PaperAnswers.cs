using System.Globalization;
using System.Text.Json;

namespace DigestSite.Tests.Collecting;

/// <summary>Answers as sources write them, of invented papers.</summary>
internal static class PaperAnswers
{
    /// <summary>A day of daily papers.</summary>
    public static string Day(params string[] ids) => "[" + string.Join(",\n", ids.Select(Item)) + "]";

    /// <summary>A day of daily papers that says when they were submitted to it.</summary>
    public static string DayOf(string date, params string[] ids) =>
        Day(ids).Replace("\"upvotes\":3", $"\"submittedOnDailyAt\":\"{date}T09:00:00.000Z\",\"upvotes\":3", StringComparison.Ordinal);

    /// <summary>arXiv's answer.</summary>
    /// <param name="total">How many papers it says there are; by default as many as it has.</param>
    public static string Feed(IEnumerable<string> ids, int? total = null)
    {
        string[] all = [.. ids];
        return $"""
            <?xml version='1.0' encoding='UTF-8'?>
            <feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
              <id>https://arxiv.org/api/invented</id>
              <title>arXiv Query: invented</title>
              <updated>2025-11-05T00:00:00Z</updated>
              <opensearch:itemsPerPage>{all.Length.ToString(CultureInfo.InvariantCulture)}</opensearch:itemsPerPage>
              <opensearch:totalResults>{(total ?? all.Length).ToString(CultureInfo.InvariantCulture)}</opensearch:totalResults>
              <opensearch:startIndex>0</opensearch:startIndex>
            {string.Join("\n", all.Select(Entry))}
            </feed>

            """;
    }

    public static string TitleOf(string id) => $"Sample paper {id.Replace('.', ' ')}";

    // The first day of the month that the id names.
    private static string Published(string id) => $"20{id[..2]}-{id[2..4]}-01";

    private static string Item(string id) => JsonSerializer.Serialize(new
    {
        paper = new
        {
            id,
            authors = new[] { new { name = "Ada Sample", hidden = false }, new { name = "Ben Sample", hidden = false } },
            publishedAt = Published(id) + "T10:00:00.000Z",
            title = TitleOf(id),
            summary = $"An abstract of {id} about a bound.",
            upvotes = 3,
        },
        publishedAt = Published(id) + "T10:00:00.000Z",
        title = TitleOf(id),
        summary = $"An abstract of {id} about a bound.",
        numComments = 1,
    });

    private static string Entry(string id) => $"""
          <entry>
            <id>http://arxiv.org/abs/{id}v1</id>
            <title>{TitleOf(id)}</title>
            <updated>{Published(id)}T10:00:00Z</updated>
            <link href="https://arxiv.org/abs/{id}v1" rel="alternate" type="text/html"/>
            <summary>An abstract of {id} about a bound, as arXiv has it.</summary>
            <category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
            <published>{Published(id)}T10:00:00Z</published>
            <arxiv:primary_category term="cs.LG"/>
            <author><name>Ada Sample</name></author>
          </entry>
        """;
}
