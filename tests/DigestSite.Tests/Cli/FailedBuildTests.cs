using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Cli;

/// <summary>What is wrong is found when much of the new site is on the disk already: none of it stays, and nothing else is touched.</summary>
public class FailedBuildTests
{
    private const string Broken = "---\ntitle: Broken\ndescription: Leads nowhere.\n---\n[x](/gone/)\n";

    [Fact]
    public void A_broken_link_leaves_nothing_of_a_new_output_folder_nor_of_those_above_it()
    {
        using var site = new SiteFolder();
        site["content/pages/broken.md"] = Broken;
        CommandLine.Result failed = CommandLine.Run(site.Root, "build", "--output", "new/deep/site");
        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("Not published: new/deep/site is as it was.", failed.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(site.Root, "new")));
    }

    [Fact]
    public void A_broken_link_leaves_the_published_site_and_what_a_killed_build_has_to_finish()
    {
        using var site = new SiteFolder();
        Assert.Equal(0, CommandLine.Run(site.Root, "build").ExitCode);
        string journal = Path.Combine(site.Output, ".digest-journal");
        Directory.CreateDirectory(journal);
        File.WriteAllText(Path.Combine(journal, "0"), "of the killed build");
        File.WriteAllText(Path.Combine(journal, "committed"), "digest-journal 1\nMove robots.txt\n");
        string before = Publishing.TwoSites.StateOf(site.Output);

        site["content/pages/broken.md"] = Broken;
        CommandLine.Result failed = CommandLine.Run(site.Root, "build");
        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("DS510", failed.Error, StringComparison.Ordinal);
        Assert.Equal(before, Publishing.TwoSites.StateOf(site.Output));
        Assert.DoesNotContain(Directory.GetFileSystemEntries(site.Root), e => e.EndsWith(".staging", StringComparison.Ordinal));

        File.Delete(Path.Combine(site.Root, "content/pages/broken.md"));
        Assert.Equal(0, CommandLine.Run(site.Root, "build").ExitCode);
        Assert.False(Directory.Exists(journal));
        Assert.StartsWith("User-agent: *", File.ReadAllText(Path.Combine(site.Output, "robots.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_trace_that_could_not_be_written_whole_is_told_as_such()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/dev/full is of Linux");
        using var site = new SiteFolder();
        CommandLine.Result built = CommandLine.Run(site.Root, "build", "--trace", "/dev/full");
        Assert.Equal(2, built.ExitCode);
        Assert.Contains("digest: the trace cannot be written: ", built.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing was published", built.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(site.Output, "index.html")));
    }
}
