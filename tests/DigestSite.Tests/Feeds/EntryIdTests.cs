using System.Xml.Linq;
using DigestSite.Feeds;
using DigestSite.Papers;

namespace DigestSite.Tests.Feeds;

public class EntryIdTests
{
    private static readonly SiteSettings Settings = Samples.Settings();
    private static readonly Paper Grokking = Samples.Archive().Papers.Single(p => p.Arxiv is not null);

    [Fact]
    public void A_digest_is_known_by_its_date() =>
        Assert.Equal("tag:digest.example.org,2025:digest/2025-11-03", EntryId.Of(Samples.Archive().Digests[0], Settings));

    [Fact]
    public void A_paper_is_known_by_its_first_identity()
    {
        Assert.Equal("tag:digest.example.org,2025:paper/arxiv/2301.12643", EntryId.Of(Grokking, Settings));

        // printf 'an older bound' | sha256sum
        Assert.Equal(
            "tag:digest.example.org,2025:paper/title/f6ef0e9f8f7efed9a15b1ac199bddb3f",
            EntryId.Of(Samples.Archive().Papers.Single(p => p.Title == "An older bound"), Settings));
    }

    [Fact]
    public void An_old_style_arxiv_id_keeps_its_slash()
    {
        Assert.True(ArxivId.TryParse("astro-ph/0601001", out ArxivId? id));
        Assert.Equal("tag:digest.example.org,2025:paper/arxiv/astro-ph/0601001", EntryId.Of(Grokking with { Identity = Identity.Of(id) }, Settings));
    }

    [Fact]
    public void Edits_moves_votes_a_learned_arxiv_id_and_another_base_url_change_no_id()
    {
        Paper paper = Samples.Archive().Papers.Single(p => p.Title == "An older bound");
        Paper changed = paper with
        {
            Title = "A newer bound",
            Abstract = "Edited.",
            Theme = Samples.Robustness,
            Tags = [Samples.Grokking],
            Upvotes = 7,
            Arxiv = Grokking.Arxiv,
            Slug = Slug.FromTitle("moved"),
        };
        Assert.Equal(EntryId.Of(paper, Settings), EntryId.Of(changed, Samples.Settings("https://elsewhere.example/")));
    }

    [Fact]
    public void Ids_in_feeds_are_unique_and_no_permalinks()
    {
        SiteModel site = Samples.Site();
        XElement[] ids = [.. FeedFiles.Feeds(site).SelectMany(f => FeedFiles.Channel(site, f).Descendants("guid"))];
        Assert.Equal(6, ids.Select(i => i.Value).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(6, ids.Length);
        Assert.All(ids, i => Assert.Equal("false", i.Attribute("isPermaLink")!.Value));
        Assert.All(ids, i => Assert.StartsWith("tag:digest.example.org,2025:", i.Value, StringComparison.Ordinal));
    }
}
