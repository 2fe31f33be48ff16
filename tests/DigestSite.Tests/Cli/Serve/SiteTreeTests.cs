using DigestSite.Cli.Serve;

namespace DigestSite.Tests.Cli.Serve;

public class SiteTreeTests
{
    private static readonly (string, string)[] Files =
    [
        ("", "home"), ("404.html", "missing"), ("papers/x/", "x"), ("assets/site.css", "css"), ("both.html", "file"), ("both/", "folder"), ("feed.xml", "feed"),
    ];

    [Theory]
    [InlineData("/digest/", 200, "")]
    [InlineData("/digest/index.html", 200, "")]
    [InlineData("/digest/papers/x/", 200, "papers/x/")]
    [InlineData("/digest/papers/x/index.html", 200, "papers/x/")]
    [InlineData("/digest/feed.xml", 200, "feed.xml")]
    [InlineData("/digest/404", 200, "404.html")]
    [InlineData("/digest/both", 200, "both.html")]
    [InlineData("/digest/both/", 200, "both/")]
    public void An_address_leads_to_the_file_that_the_host_serves_there(string path, int status, string file)
    {
        Answer answer = ServedFiles.Site(Files).Find(path);
        Assert.Equal((status, new SitePath(file)), (answer.Status, answer.File!.Path));
    }

    [Theory]
    [InlineData("/", 302, "/digest/")]
    [InlineData("/digest", 301, "/digest/")]
    [InlineData("/digest/papers", 301, "/digest/papers/")]
    [InlineData("/digest/papers/x", 301, "/digest/papers/x/")]
    [InlineData("/digest/assets", 301, "/digest/assets/")]
    public void A_folder_without_its_slash_is_sent_on(string path, int status, string location)
    {
        Answer answer = ServedFiles.Site(Files).Find(path);
        Assert.Equal((status, location), (answer.Status, answer.Location));
    }

    [Theory]
    [InlineData("/digest/nothing")]
    [InlineData("/digest/papers/")]
    [InlineData("/digest/Papers/x/")]
    [InlineData("/digest/FEED.xml")]
    [InlineData("/Digest/")]
    [InlineData("/digest/feed.xml/")]
    [InlineData("/digest//papers/x/")]
    [InlineData("//digest/")]
    [InlineData("/digest/../digest/feed.xml")]
    [InlineData("/digest/../../etc/passwd")]
    [InlineData("/digest/feed.xml\0")]
    [InlineData("/papers/x/")]
    [InlineData("")]
    [InlineData("feed.xml")]
    public void All_else_is_the_page_for_what_is_missing(string path)
    {
        Answer answer = ServedFiles.Site(Files).Find(path);
        Assert.Equal((404, "missing"), (answer.Status, ServedFiles.Text(answer.File!.Bytes)));
    }

    [Fact]
    public void A_site_at_the_root_of_its_host_has_no_prefix()
    {
        SiteTree site = ServedFiles.Site("https://digest.example/", Files);
        Assert.Equal(SitePath.Root, site.Find("/").File!.Path);
        Assert.Equal("/papers/x/", site.Find("/papers/x").Location);
        Assert.Equal(404, site.Find("/digest/").Status);
    }

    [Fact]
    public void A_site_without_a_page_for_what_is_missing_has_no_file_to_send() =>
        Assert.Equal(new Answer(404, null), ServedFiles.Site(("", "home")).Find("/digest/x"));

    [Fact]
    public void New_gone_and_different_files_count_as_changes()
    {
        SiteTree before = ServedFiles.Site(("", "home"), ("a.txt", "a"), ("b.txt", "b"));
        Assert.Equal(0, ServedFiles.Site(("", "home"), ("a.txt", "a"), ("b.txt", "b")).CountChanges(before));
        Assert.Equal(3, ServedFiles.Site(("", "home!"), ("a.txt", "a"), ("c.txt", "b")).CountChanges(before));
        Assert.Equal(3, before.CountChanges(null));
    }
}
