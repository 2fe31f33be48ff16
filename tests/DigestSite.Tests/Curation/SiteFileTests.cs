namespace DigestSite.Tests.Curation;

public class SiteFileTests
{
    [Fact]
    public void Every_key_is_read()
    {
        SiteSettings settings = Edited.Loaded(Edited.Files(Edited.Site + """
            tagline: A few  words
            language: pt-BR
            contact: "https://github.com/sample/sample/issues"
            navigation:
              - { title: Digests, path: /digests/ }
              - { title: Home, path: / }
              - { title: Feed, path: /feed.xml }
            feeds:
              limit: 20

            """)).Settings;
        EquatableArray<NavigationLink> links = [new("Digests", Routes.Digests), new("Home", SitePath.Root), new("Feed", Routes.Feed)];
        Assert.Equal(
            new SiteSettings
            {
                Title = "Sample digest",
                Tagline = "A few words",
                Description = "A digest for tests.",
                BaseUrl = Samples.Base("https://digest.example.org/base/"),
                Language = "pt-BR",
                FeedAuthority = "digest.example.org,2025",
                FeedLimit = 20,
                Contact = "https://github.com/sample/sample/issues",
                Navigation = links,
            },
            settings with { FeedAuthoritySpan = default });
        Assert.Equal("digest.example.org,2025", settings.FeedAuthoritySpan.LineText!.Substring(settings.FeedAuthoritySpan.Column - 1, settings.FeedAuthoritySpan.Length));
    }

    [Fact]
    public void What_may_be_left_out_has_a_default()
    {
        SiteSettings settings = Edited.Loaded(Edited.Files()).Settings;
        Assert.Equal(("", "en", 50, null, 0), (settings.Tagline, settings.Language, settings.FeedLimit, settings.Contact, settings.Navigation.Count));
    }

    [Theory]
    [Provokes("DS024")]
    [InlineData("language: en_US!\n", "en_US!")]
    [InlineData("feeds: { limit: 0 }\n", "0")]
    [InlineData("feeds: { limit: many }\n", "many")]
    [InlineData("feeds: { limit: 99999999999999999999 }\n", "99999999999999999999")]
    [InlineData("navigation: [{ title: a, path: ../x }]\n", "../x")]
    [InlineData("navigation: [{ title: a, path: //evil.example/ }]\n", "//evil.example/")]
    [InlineData("navigation: [{ title: a, path: 'https://x/' }]\n", "'https://x/'")]
    [InlineData("tagline: \"\"\n", "\"\"")]
    [InlineData("tagline: \"a\\u0007b\"\n", "\"a\\u0007b\"")]
    public void A_bad_value_is_pointed_at(string more, string pointed) =>
        Assert.Equal([$"DS024 content/site.yml(5): {pointed}"], Edited.Faults(Edited.Files(Edited.Site + more)));

    [Theory]
    [InlineData("digest.example.org")]
    [InlineData("digest.example.org,25")]
    [InlineData("digest.example.org,2025-13")]
    [InlineData("https://digest.example.org,2025")]
    [InlineData("a b,2025")]
    public void A_feed_authority_is_a_host_or_address_and_a_date(string authority) => Assert.Equal(
        [$"DS024 content/site.yml(4): {authority}"],
        Edited.Faults(Edited.Files(Edited.Site.Replace("digest.example.org,2025", authority))));

    [Theory]
    [InlineData("example.org,2025-11")]
    [InlineData("editor@example.org,2025-11-03")]
    public void A_feed_authority_may_be_an_address_and_name_a_day(string authority) => Assert.Equal(
        authority,
        Edited.Loaded(Edited.Files(Edited.Site.Replace("digest.example.org,2025", authority))).Settings.FeedAuthority);
}
