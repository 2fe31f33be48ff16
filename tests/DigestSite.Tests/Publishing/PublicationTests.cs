using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using DigestSite.Publishing;

namespace DigestSite.Tests.Publishing;

/// <summary>A site that goes to the disk file by file while it is made.</summary>
public sealed class PublicationTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void What_is_kept_is_out_of_memory_and_can_be_read_before_and_after()
    {
        _sandbox.Publish(byJournal: false, ("same/", "same"), ("", "old"));
        OutputFile[] files = Sandbox.Files(("same/", "same"), ("", "new"));
        using Publication publication = Begin(files);
        OutputFile[] kept = [.. files.Select(publication.Keep)];
        Assert.All(kept.Zip(files), f => Assert.NotSame(f.First, f.Second));
        Assert.Equal(["same", "new"], kept.Select(Text));
        Assert.Equal("old", _sandbox.Contents()["index.html"]);

        Assert.Equal(new PublishResult(1, 1, 0), publication.Commit(_sandbox.Diagnostics));
        Assert.Equal(["same", "new"], kept.Select(Text));
        Assert.Equal([4, 3], kept.Select(f => f.Length));
    }

    [Theory]
    [InlineData("same")]
    [InlineData("new")]
    public void The_bytes_of_what_is_kept_are_let_go(string text)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "elsewhere files that differ stay in memory");
        _sandbox.Publish(byJournal: false, ("", "same"));
        using Publication publication = Begin(Sandbox.Files(("", text)));
        (WeakReference bytes, OutputFile kept) = KeepOne(publication, text);
        GC.Collect();
        Assert.False(bytes.IsAlive);
        Assert.Equal(text, Text(kept));
    }

    [Fact]
    public void What_is_abandoned_leaves_nothing_behind()
    {
        string output = Path.Join(_sandbox.Root, "new", "deep", "site");
        OutputFile[] files = Sandbox.Files(("", "home"));
        using Publication publication = Publication.Begin(output, Planned(files), _sandbox.Diagnostics)!;
        publication.Keep(files[0]);
        Assert.True(Directory.Exists(Path.Join(_sandbox.Root, "new", "deep", ".site.staging")));
        publication.Abandon();
        Assert.Empty(Directory.EnumerateFileSystemEntries(_sandbox.Root));
    }

    [Fact]
    public void A_folder_that_goes_away_meanwhile_is_no_crash()
    {
        string output = Path.Join(_sandbox.Root, "new", "site");
        OutputFile[] files = Sandbox.Files(("", "home"));
        using Publication publication = Publication.Begin(output, Planned(files), _sandbox.Diagnostics)!;
        OutputFile kept = publication.Keep(files[0]);
        Directory.Delete(output);
        Directory.Delete(Path.Join(_sandbox.Root, "new", ".site.staging"), recursive: true);
        Assert.Equal("    ", Text(kept));
        Assert.Null(publication.Commit(_sandbox.Diagnostics));
        Assert.Equal("DS607", _sandbox.Reported.Id);
        publication.Abandon();
    }

    [Fact]
    [Provokes("DS608")]
    public void What_others_change_meanwhile_counts_only_where_it_is_the_sites_own()
    {
        _sandbox.Publish(byJournal: false, ("", "old"));
        _sandbox.Put("site/CNAME", "one");
        OutputFile[] files = Sandbox.Files(("", "new"), ("x/", "x"));
        using (Publication publication = Begin(files))
        {
            Array.ForEach(files, f => publication.Keep(f));
            _sandbox.Put("site/CNAME", "another");
            Assert.NotNull(publication.Commit(_sandbox.Diagnostics));
        }

        Assert.Equal(("new", "another"), (_sandbox.Contents()["index.html"], _sandbox.Contents()["CNAME"]));
        using (Publication publication = Begin(files))
        {
            Array.ForEach(files, f => publication.Keep(f));
            _sandbox.Put("site/index.html", "by hand");
            Assert.Null(publication.Commit(_sandbox.Diagnostics));
        }

        Assert.Equal("by hand", _sandbox.Contents()["index.html"]);
        Assert.Equal("DS608", _sandbox.Reported.Id);
    }

    [Fact]
    public void Where_links_are_refused_nothing_is_written_beside_the_folder()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "elsewhere files are never staged");
        _sandbox.Publish(byJournal: false, ("", "1"), ("x/", "x"));
        var steps = new ConcurrentBag<string>();
        PublishOptions options = Sandbox.Way(byJournal: false, step =>
        {
            steps.Add(step);
            if (step.StartsWith("link ", StringComparison.Ordinal))
            {
                throw new PlatformNotSupportedException(step);
            }
        });

        Assert.NotNull(_sandbox.Publish(options, ("", "2"), ("x/", "y"), ("z/", "z")));
        Assert.DoesNotContain(steps, s => s.StartsWith("write ", StringComparison.Ordinal) && s.Contains(".site.staging", StringComparison.Ordinal));
        Assert.Equal(("2", "y"), (_sandbox.Contents()["index.html"], _sandbox.Contents()["x/index.html"]));
        Assert.Empty(_sandbox.Beside());
    }

    // In a frame of its own, which holds on to nothing once it is left.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference Bytes, OutputFile Kept) KeepOne(Publication publication, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        return (new(bytes), publication.Keep(new(SitePath.Root, bytes, "home.hbs")));
    }

    private static string Text(OutputFile file) => Encoding.UTF8.GetString(file.Bytes.Span);

    private static SiteFile[] Planned(OutputFile[] files) => [.. files.Select(f => new SiteFile(f.Path.FilePath, f.Source))];

    private Publication Begin(OutputFile[] files) => Publication.Begin(_sandbox.Site, Planned(files), _sandbox.Diagnostics) ?? throw new InvalidOperationException("not begun");
}
