using DigestSite.Cli;
using DigestSite.Cli.Serve;
using DigestSite.Papers.Permanence;
using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Cli.Serve;

public class FollowingTests
{
    // Milliseconds after which a change that was missed is a failure: what is awaited comes in a few.
    private const int Patience = 60_000;

    [Theory]
    [InlineData("themes.yml", false)]
    [InlineData("pages/about.md", false)]
    [InlineData(".themes.yml.swp", true)]
    [InlineData("themes.yml~", true)]
    [InlineData("#themes.yml#", true)]
    [InlineData("pages/.#about.md", true)]
    [InlineData(".git/HEAD", true)]
    [InlineData(".idea\\workspace.xml", true)]
    public void Files_of_the_editor_s_own_are_not_sources(string path, bool isIgnored) => Assert.Equal(isIgnored, WatchedFolder.IsIgnored(path));

    [Fact(Timeout = Patience)]
    public async Task A_burst_of_changes_is_one_and_nothing_of_it_is_lost()
    {
        var changes = new Changes();
        foreach (string name in (string[])["c", "a", "b", "a"])
        {
            changes.Add(name);
        }

        Assert.Equal(["a", "b", "c"], await changes.NextBurst(TestContext.Current.CancellationToken));
        changes.Add("d");
        Assert.Equal(["d"], await changes.NextBurst(TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = Patience)]
    public async Task A_folder_is_watched_that_comes_goes_and_comes_again()
    {
        using var site = new SiteFolder();
        string folder = Path.Combine(site.Root, "new", "templates");
        var changes = new Changes();
        using var watched = new WatchedFolder(folder, changes.Add);
        for (int i = 0; i < 20; i++)
        {
            Directory.CreateDirectory(folder);
            await Told(changes, folder);

            // While the folder is only coming, its own change stands for that of the file; in the end the file's is told.
            do
            {
                site["new/templates/home.hbs"] = "text";
            }
            while (!await Told(changes, folder, folder + "/home.hbs"));

            Directory.Delete(Path.Combine(site.Root, "new"), recursive: true);
            await Told(changes, folder);
        }
    }

    [Fact]
    public void Errors_leave_the_last_good_site_and_go_when_they_are_mended()
    {
        using SiteFolder site = Recorded();
        Rebuild rebuild = Of(site);
        Served first = rebuild.Run(null, []);
        Assert.Empty(first.Errors);
        string good = site["content/themes.yml"];
        site["content/themes.yml"] = good + "nonsense: true\n";
        Served broken = rebuild.Run(first, []);
        Assert.Same(first.Site, broken.Site);
        Assert.Contains("themes.yml(", Assert.Single(broken.Errors), StringComparison.Ordinal);
        site["content/themes.yml"] = good;
        Served mended = rebuild.Run(broken, []);
        Assert.Empty(mended.Errors);
        Assert.Equal(0, mended.Site!.CountChanges(first.Site));
    }

    [Fact]
    public void While_a_long_build_lasts_its_pages_are_shown_as_they_will_be()
    {
        using SiteFolder site = Recorded();
        var rebuild = new Rebuild(OptionsOf(site), strict: false, new Report(quiet: true), patience: 0);
        Served first = rebuild.Run(null, []);
        string header = site["templates/partials/header.hbs"];
        site["templates/partials/header.hbs"] = header.Replace("<header", "<header data-changed", StringComparison.Ordinal);
        Served? early = null;
        Served second = rebuild.Run(first, [], e => early = e);
        Assert.NotEqual(0, early!.Site!.CountChanges(first.Site));
        Assert.Equal((0, 0), (second.Errors.Count, second.Site!.CountChanges(early.Site)));
        Assert.Equal(second.StateOf("/digest/").Page, early.StateOf("/digest/").Page);
    }

    [Fact]
    public void A_link_found_broken_after_its_page_was_shown_brings_the_last_good_site_back()
    {
        using SiteFolder site = Recorded();
        var rebuild = new Rebuild(OptionsOf(site), strict: false, new Report(quiet: true), patience: 0);
        Served first = rebuild.Run(null, []);
        string header = site["templates/partials/header.hbs"];
        site["templates/partials/header.hbs"] = header + "<a href=\"nowhere/\">Nowhere</a>\n";
        Served? early = null;
        Served broken = rebuild.Run(first, [], e => early = e);
        Assert.Contains("nowhere/", ServedFiles.Text(early!.Site!.Find("/digest/").File!.Bytes), StringComparison.Ordinal);
        Assert.Same(first.Site, broken.Site);
        Assert.NotEmpty(broken.Errors);
    }

    [Fact]
    public void Nothing_is_shown_early_of_sources_with_errors_or_of_a_build_that_is_soon_done()
    {
        using SiteFolder site = Recorded();
        var rebuild = new Rebuild(OptionsOf(site), strict: false, new Report(quiet: true), patience: 0);
        Served first = rebuild.Run(null, []);
        string good = site["content/themes.yml"];
        site["content/themes.yml"] = good + "nonsense: true\n";
        Assert.NotEmpty(rebuild.Run(first, [], _ => Assert.Fail("shown with errors")).Errors);
        site["content/themes.yml"] = good;
        var patient = new Rebuild(OptionsOf(site), strict: false, new Report(quiet: true), patience: int.MaxValue);
        patient.Run(patient.Run(null, []), [], _ => Assert.Fail("shown early"));
    }

    [Fact]
    public void A_first_build_with_errors_has_no_site_until_they_are_mended()
    {
        using var site = new SiteFolder();
        string good = site["content/site.yml"];
        site["content/site.yml"] = "title: [";
        Rebuild rebuild = Of(site);
        Served broken = rebuild.Run(null, []);
        Assert.Null(broken.Site);
        Assert.NotEmpty(broken.Errors);
        site["content/site.yml"] = good;
        Assert.NotNull(rebuild.Run(broken, []).Site);
    }

    [Theory]
    [InlineData("templates/partials/header.hbs", "<header", "<header data-changed")]
    [InlineData("templates/paper.hbs", "<h1", "<h1 data-changed")]
    [InlineData("templates/assets/site.css", ":root", "html:root")]
    public void A_rebuild_gives_the_bytes_of_a_first_build(string file, string old, string changed)
    {
        using SiteFolder site = Recorded();
        Rebuild rebuild = Of(site);
        Served first = rebuild.Run(null, []);
        string before = site[file];
        Assert.Contains(old, before, StringComparison.Ordinal);
        site[file] = before.Replace(old, changed, StringComparison.Ordinal);
        Served second = rebuild.Run(first, []);
        Served fresh = Of(site).Run(null, []);
        Assert.Empty(second.Errors);
        Assert.NotEqual(0, second.Site!.CountChanges(first.Site));
        Assert.Equal(0, second.Site.CountChanges(fresh.Site));
        site[file] = before;
        Assert.Equal(0, rebuild.Run(second, []).Site!.CountChanges(first.Site));
    }

    [Fact(Timeout = Patience)]
    public async Task A_change_is_shown_while_its_long_build_lasts_and_what_nobody_waits_for_is_not()
    {
        using SiteFolder site = Recorded();
        using var live = new LiveSite(OptionsOf(site), strict: false, new Report(quiet: true), patience: 0);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Served now = live.Current;
        Task following = live.Follow(end.Token);
        for (int warmUp = 0; warmUp < 3; warmUp++)
        {
            now = await now.Next.WaitAsync(end.Token);
            Assert.NotEqual(0, now.Site!.Find("/").File!.Length);
        }

        site["content/site.yml"] = site["content/site.yml"].Replace("Tiny digest", "Changed digest", StringComparison.Ordinal);
        do
        {
            now = await now.Next.WaitAsync(end.Token);
        }
        while (!ServedFiles.Text(now.Site!.Find("/").File!.Bytes).Contains("Changed digest", StringComparison.Ordinal));

        Served proven = await now.Next.WaitAsync(end.Token);
        Assert.Equal((0, 0), (now.Site.Find("/").File!.Length, proven.Site!.CountChanges(now.Site)));
        Assert.NotEqual(0, proven.Site.Find("/").File!.Length);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => following);
    }

    [Fact(Timeout = Patience)]
    public async Task A_change_is_seen_while_following_and_following_ends_when_told()
    {
        using SiteFolder site = Recorded();
        using var live = new LiveSite(OptionsOf(site), strict: false, new Report(quiet: true));
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task following = live.Follow(end.Token);
        string home = ServedFiles.Text(live.Current.Site!.Find("/").File!.Bytes);
        site["content/site.yml"] = site["content/site.yml"].Replace("Tiny digest", "Changed digest", StringComparison.Ordinal);
        Served now = live.Current;
        while (!ServedFiles.Text(now.Site!.Find("/").File!.Bytes).Contains("Changed digest", StringComparison.Ordinal))
        {
            now = await now.Next.WaitAsync(end.Token);
        }

        Assert.Contains("Tiny digest", home, StringComparison.Ordinal);
        await end.CancelAsync();
        await Task.WhenAny(following);
        Assert.Null(following.Exception);
    }

    // With a ledger there is nothing to warn of.
    private static SiteFolder Recorded()
    {
        var site = new SiteFolder();
        site["content/ledger.tsv"] = LedgerFile.Print(site.Build().Recorded!);
        return site;
    }

    private static BuildOptions OptionsOf(SiteFolder site) =>
        new() { Content = Path.Combine(site.Root, "content"), Templates = Path.Combine(site.Root, "templates"), BaseUrl = At("https://example.net/") };

    private static BaseUrl At(string url) => BaseUrl.TryParse(url, out BaseUrl? parsed) ? parsed : throw new ArgumentException(url, nameof(url));

    private static Rebuild Of(SiteFolder site) => new(OptionsOf(site), strict: false, new Report(quiet: true));

    // Whether the last of these names is among the first that are told.
    private static async Task<bool> Told(Changes changes, params string[] names)
    {
        while (true)
        {
            IReadOnlyCollection<string> burst = await changes.NextBurst(TestContext.Current.CancellationToken);
            if (names.Any(n => burst.Contains(n, StringComparer.Ordinal)))
            {
                return burst.Contains(names[^1], StringComparer.Ordinal);
            }
        }
    }
}
