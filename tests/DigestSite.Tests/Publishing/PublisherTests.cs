using DigestSite.Publishing;

namespace DigestSite.Tests.Publishing;

public sealed class PublisherTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_missing_output_folder_is_created_with_the_site_and_its_manifest(bool byJournal)
    {
        PublishResult? result = _sandbox.Publish(byJournal, ("", "home"), ("papers/x/", "x"), ("a.css", "a"));

        Assert.Equal(new PublishResult(3, 0, 0), result);
        Assert.Equal(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [".digest-manifest"] = "digest-manifest 1\na.css\nindex.html\npapers/x/index.html\n",
                ["a.css"] = "a",
                ["index.html"] = "home",
                ["papers"] = "/",
                ["papers/x"] = "/",
                ["papers/x/index.html"] = "x",
            },
            _sandbox.Contents());
        Assert.Empty(_sandbox.Beside());
    }

    [Fact]
    public void Missing_folders_above_the_output_folder_are_created()
    {
        Assert.NotNull(Publisher.Publish(Path.Join(_sandbox.Root, "a/b/site/"), Sandbox.Files(("", "home")), _sandbox.Diagnostics));
        Assert.Equal("home", _sandbox.Contents("a/b/site")["index.html"]);
        Assert.Equal(["site"], Directory.EnumerateFileSystemEntries(Path.Join(_sandbox.Root, "a/b")).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_same_site_again_touches_nothing(bool byJournal)
    {
        _sandbox.Publish(byJournal, ("", "home"), ("x/", "x"));
        Dictionary<string, DateTime> times = _sandbox.Times();
        var steps = new List<string>();

        PublishResult? result = _sandbox.Publish(Sandbox.Way(byJournal, steps.Add), ("x/", "x"), ("", "home"));

        Assert.Equal(new PublishResult(0, 2, 0), result);
        Assert.Empty(steps);
        Assert.Equal(times, _sandbox.Times());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Only_files_that_differ_are_written(bool byJournal)
    {
        _sandbox.Publish(byJournal, ("", "home"), ("x/", "x1"), ("big.txt", new string('a', 200_000)), ("empty.txt", ""));
        DateTime old = File.GetLastWriteTimeUtc(Path.Join(_sandbox.Site, "index.html"));
        string big = new string('a', 199_999) + "b";

        PublishResult? result = _sandbox.Publish(byJournal, ("", "home"), ("x/", "x2"), ("big.txt", big), ("empty.txt", ""));

        Assert.Equal(new PublishResult(2, 2, 0), result);
        Assert.Equal(old, File.GetLastWriteTimeUtc(Path.Join(_sandbox.Site, "index.html")));
        Assert.Equal("x2", _sandbox.Contents()["x/index.html"]);
        Assert.Equal(big, _sandbox.Contents()["big.txt"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_an_earlier_build_wrote_and_this_one_does_not_is_deleted_with_its_folders(bool byJournal)
    {
        _sandbox.Publish(byJournal, ("", "home"), ("papers/x/", "x"), ("papers/y/", "y"), ("old/deep/z/", "z"));

        PublishResult? result = _sandbox.Publish(byJournal, ("", "home"), ("papers/y/", "y"));

        Assert.Equal(new PublishResult(0, 2, 2), result);
        Assert.Equal([".digest-manifest", "index.html", "papers", "papers/y", "papers/y/index.html"], _sandbox.Contents().Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_may_become_a_folder_and_a_folder_a_file(bool byJournal)
    {
        _sandbox.Publish(byJournal, ("a", "file"), ("b/c/", "page"));

        Assert.Equal(new PublishResult(2, 0, 2), _sandbox.Publish(byJournal, ("a/", "page"), ("b", "file")));
        Assert.Equal("page", _sandbox.Contents()["a/index.html"]);
        Assert.Equal("file", _sandbox.Contents()["b"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Foreign_files_folders_and_links_stay_as_they_are(bool byJournal)
    {
        _sandbox.Publish(byJournal, ("", "1"), ("papers/x/", "x"));
        File.SetLastWriteTimeUtc(_sandbox.Put("site/CNAME", "digest.example.org"), new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        _sandbox.Put("site/papers/x/note.txt", "mine");
        string closed = _sandbox.PutFolder("site/folder/empty");
        _sandbox.Put("elsewhere/secret.txt", "secret");
        _sandbox.PutLink("site/file-link", "CNAME");
        _sandbox.PutLink("site/folder-link", "../elsewhere");
        _sandbox.PutLink("site/dangling", "nowhere");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupWrite);
        }

        var before = _sandbox.Contents();
        _sandbox.Publish(byJournal, ("", "2"));

        Dictionary<string, string> after = _sandbox.Contents();
        Assert.Equal("2", after["index.html"]);
        foreach (string path in before.Keys.Except([".digest-manifest", "index.html", "papers/x/index.html"], StringComparer.Ordinal))
        {
            Assert.Equal(before[path], after[path]);
        }

        Assert.False(after.ContainsKey("papers/x/index.html"));
        Assert.Equal(2001, File.GetLastWriteTimeUtc(Path.Join(_sandbox.Site, "CNAME")).Year);
        Assert.Equal(["secret.txt"], _sandbox.Contents("elsewhere").Keys);
        if (!OperatingSystem.IsWindows())
        {
            Assert.True(File.GetUnixFileMode(closed).HasFlag(UnixFileMode.GroupWrite));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_foreign_file_with_the_very_bytes_is_adopted(bool byJournal)
    {
        _sandbox.Put("site/index.html", "home");

        Assert.Equal(new PublishResult(1, 1, 0), _sandbox.Publish(byJournal, ("", "home"), ("x/", "x")));
        Assert.Equal(new PublishResult(0, 1, 1), _sandbox.Publish(byJournal, ("x/", "x")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_page_that_somebody_edited_or_deleted_is_written_again(bool byJournal)
    {
        _sandbox.Publish(byJournal, ("", "home"), ("x/", "x"), ("y/", "y"));
        _sandbox.Put("site/x/index.html", "edited");
        Directory.Delete(Path.Join(_sandbox.Site, "y"), recursive: true);

        Assert.Equal(new PublishResult(2, 1, 0), _sandbox.Publish(byJournal, ("", "home"), ("x/", "x"), ("y/", "y")));
        Assert.Equal("x", _sandbox.Contents()["x/index.html"]);
        Assert.Equal("y", _sandbox.Contents()["y/index.html"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Cleaning_deletes_what_builds_wrote_and_nothing_else(bool byJournal)
    {
        _sandbox.Put("site/README.md", "foreign");
        _sandbox.Publish(byJournal, ("", "home"), ("papers/x/", "x"));

        Assert.Equal(new PublishResult(0, 0, 2), _sandbox.Clean(byJournal));
        Assert.Equal(["README.md"], _sandbox.Contents().Keys);
        Assert.Equal(new PublishResult(0, 0, 0), _sandbox.Clean(byJournal));
        Assert.Empty(_sandbox.Beside());
    }

    [Fact]
    public void Cleaning_a_missing_folder_creates_none()
    {
        Assert.Equal(new PublishResult(0, 0, 0), _sandbox.Clean(byJournal: false));
        Assert.False(Directory.Exists(_sandbox.Site));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_output_folder_that_is_a_link_is_published_where_it_leads(bool byJournal)
    {
        _sandbox.PutFolder("real");
        _sandbox.PutLink("site", "real");

        Assert.NotNull(_sandbox.Publish(byJournal, ("", "1")));
        Assert.NotNull(_sandbox.Publish(byJournal, ("", "2")));
        Assert.Equal("2", _sandbox.Contents("real")["index.html"]);
        Assert.NotNull(new DirectoryInfo(_sandbox.Site).LinkTarget);
    }

    [Fact]
    public void A_git_folder_in_an_output_folder_that_builds_manage_is_foreign()
    {
        _sandbox.Put("site/.git/HEAD", "ref");
        _sandbox.Put("site/.digest-manifest", "digest-manifest 1\r\n");

        Assert.NotNull(_sandbox.Publish(byJournal: false, ("", "home")));
        Assert.Equal("ref", _sandbox.Contents()[".git/HEAD"]);
    }
}
