using DigestSite.Diagnostics;
using DigestSite.Publishing;

namespace DigestSite.Tests.Publishing;

/// <summary>Whatever is refused, nothing has been touched.</summary>
public sealed class PublisherRefusalTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    [Provokes("DS601")]
    public void The_home_folder_and_folders_above_it_are_refused()
    {
        string home = _sandbox.PutFolder("site/home");
        foreach (string folder in new[] { home, home + "/", _sandbox.Site })
        {
            var diagnostics = new DiagnosticBag();
            Assert.Null(Publisher.Publish(folder, Sandbox.Files(("", "home")), diagnostics, new() { Home = home }));
            Diagnostic reported = Assert.Single(diagnostics.InOrder());
            Assert.Equal(("DS601", folder), (reported.Id, reported.Span.FileName));
        }

        Assert.Equal(["home"], _sandbox.Contents().Keys);
    }

    [Fact]
    [Provokes("DS601")]
    public void A_file_is_refused()
    {
        _sandbox.Put("site", "a file");

        Assert.Null(_sandbox.Publish(byJournal: false, ("", "home")));
        Assert.Equal(("DS601", _sandbox.Site), (_sandbox.Reported.Id, _sandbox.Reported.Span.FileName));
        Assert.Equal("a file", File.ReadAllText(_sandbox.Site));
    }

    [Fact]
    public void The_root_of_the_file_system_and_an_empty_name_are_refused()
    {
        Assert.NotNull(OutputFolder.RefusalOf(Path.GetPathRoot(_sandbox.Root)!, _sandbox.Root));
        Assert.NotNull(OutputFolder.RefusalOf("", _sandbox.Root));
        Assert.Null(OutputFolder.RefusalOf(_sandbox.Root + "2", _sandbox.Root));
    }

    [Theory]
    [InlineData(".git/HEAD")]
    [InlineData(".git")]
    [Provokes("DS602")]
    public void The_root_of_a_repository_is_refused(string path)
    {
        _sandbox.Put("site/" + path, "ref");

        AssertRefused("DS602", "site", ("", "home"));
    }

    [Theory]
    [InlineData("digest-manifest 1\nindex.html\n../secret\n", "../secret", 3)]
    [InlineData("digest-manifest 1\n/etc/passwd\n", "/etc/passwd", 2)]
    [InlineData("digest-manifest 1\nfolder/\n", "folder/", 2)]
    [InlineData("digest-manifest 2\nindex.html\n", "digest-manifest 2", 1)]
    [InlineData("", "", 1)]
    [Provokes("DS603")]
    public void A_damaged_manifest_deletes_nothing(string manifest, string line, int number)
    {
        _sandbox.Put("site/.digest-manifest", manifest);
        _sandbox.Put("site/index.html", "old");
        _sandbox.Put("secret", "secret");

        AssertRefused("DS603", "site/.digest-manifest", ("", "new"));
        Assert.Equal((number, line), (_sandbox.Reported.Span.Line, _sandbox.Reported.Span.LineText));
    }

    [Theory]
    [InlineData("site/index.html", "index.html")]
    [InlineData("site/papers", "papers")]
    [InlineData("site/papers/x", "papers/x")]
    [InlineData("site/feed.xml/note.txt", "feed.xml")]
    [Provokes("DS604")]
    public void A_foreign_file_or_folder_in_the_way_is_named(string foreign, string named)
    {
        _sandbox.Put(foreign, "foreign");

        AssertRefused("DS604", "site/" + named, ("", "home"), ("papers/x/", "x"), ("feed.xml", "feed"));
    }

    [Fact]
    [Provokes("DS604")]
    public void A_foreign_file_in_a_folder_that_is_to_become_a_file_is_in_the_way()
    {
        _sandbox.Publish(byJournal: false, ("a/", "page"));
        _sandbox.Put("site/a/mine.txt", "foreign");

        AssertRefused("DS604", "site/a", ("a", "file"));
    }

    [Theory]
    [InlineData("site/index.html", "../elsewhere/secret.txt")]
    [InlineData("site/papers", "../elsewhere")]
    [InlineData("site/papers", "nowhere")]
    [InlineData("site/.digest-manifest", "../elsewhere/secret.txt")]
    [InlineData("site/.digest-journal", "../elsewhere")]
    [Provokes("DS605")]
    public void A_link_in_the_way_is_named_and_not_followed(string link, string target)
    {
        _sandbox.Put("elsewhere/secret.txt", "home");
        _sandbox.PutFolder("site");
        _sandbox.PutLink(link, target);

        AssertRefused("DS605", link, ("", "home"), ("papers/x/", "x"));
        Assert.Equal(["secret.txt"], _sandbox.Contents("elsewhere").Keys);
    }

    [Fact]
    public void A_page_whose_folder_became_a_link_is_not_deleted_through_it()
    {
        _sandbox.Publish(byJournal: false, ("", "home"), ("x/", "x"));
        Directory.Move(Path.Join(_sandbox.Site, "x"), Path.Join(_sandbox.Root, "elsewhere"));
        _sandbox.PutLink("site/x", "../elsewhere");

        Assert.NotNull(_sandbox.Publish(byJournal: false, ("", "home")));
        Assert.Equal(["index.html"], _sandbox.Contents("elsewhere").Keys);
        Assert.Equal("-> ../elsewhere", _sandbox.Contents()["x"]);
    }

    [Theory]
    [InlineData(".site.lock")]
    [InlineData("site/.digest-lock")]
    [Provokes("DS606")]
    public void A_second_build_at_the_same_time_is_refused_and_told_the_lock(string lockFile)
    {
        if (lockFile.StartsWith("site/", StringComparison.Ordinal))
        {
            _sandbox.PutFolder(".site.lock");
        }

        var second = new DiagnosticBag();
        PublishOptions options = Sandbox.Way(byJournal: false, _ => Publisher.Publish(_sandbox.Site, Sandbox.Files(("", "second")), second));

        Assert.NotNull(_sandbox.Publish(options, ("", "first")));
        Assert.Equal("first", _sandbox.Contents()["index.html"]);
        Diagnostic reported = Assert.Single(second.InOrder());
        Assert.Equal(("DS606", _sandbox.Site), (reported.Id, reported.Span.FileName));
        Assert.Contains(Path.Join(_sandbox.Root, lockFile), reported.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lock_file_that_nobody_holds_does_not_block()
    {
        _sandbox.Put(".site.lock", "left by a killed build");

        Assert.NotNull(_sandbox.Publish(byJournal: false, ("", "home")));
        Assert.Empty(_sandbox.Beside());
    }

    [Fact]
    [Provokes("DS607")]
    public void An_output_folder_that_cannot_be_created_is_reported()
    {
        string site = Path.Join(_sandbox.Put("file", "a file"), "site");
        var diagnostics = new DiagnosticBag();

        Assert.Null(Publisher.Publish(site, Sandbox.Files(("", "home")), diagnostics));
        Diagnostic reported = Assert.Single(diagnostics.InOrder());
        Assert.Equal(("DS607", site), (reported.Id, reported.Span.FileName));
    }

    [Theory]
    [InlineData(false, "CNAME")]
    [InlineData(true, "CNAME")]
    [InlineData(false, "index.html")]
    [InlineData(true, "new/index.html")]
    [Provokes("DS608")]
    public void A_folder_that_somebody_changes_meanwhile_is_left_to_them(bool byJournal, string changed)
    {
        _sandbox.Publish(byJournal, ("", "1"));

        // While files are staged, what is not the site's own may still change: the links to it are made at last.
        string meanwhile = byJournal || changed != "CNAME" ? "write" : "link";
        PublishOptions options = Sandbox.Way(byJournal, step =>
        {
            if (step.StartsWith(meanwhile, StringComparison.Ordinal) && !step.EndsWith("probe", StringComparison.Ordinal))
            {
                _sandbox.Put("site/" + changed, "theirs, just now");
            }
        });

        Assert.Null(_sandbox.Publish(options, ("", "2")));
        Assert.Equal(("DS608", _sandbox.Site), (_sandbox.Reported.Id, _sandbox.Reported.Span.FileName));
        Assert.Equal("theirs, just now", _sandbox.Contents()[changed]);
        Assert.DoesNotContain(".digest-journal", _sandbox.Contents().Keys);
        Assert.Empty(_sandbox.Beside());
    }

    [Theory]
    [InlineData("a/", "a/index.html")]
    [InlineData("a", "a/")]
    [InlineData("a/B.css", "a/b.css")]
    [Provokes("DS609")]
    public void Two_files_at_one_place_are_refused(string one, string other)
    {
        Assert.Null(_sandbox.Publish(byJournal: false, (one, "1"), (other, "2")));
        Assert.Equal(("DS609", other + ".hbs"), (_sandbox.Reported.Id, _sandbox.Reported.Span.FileName));
        Assert.False(Directory.Exists(_sandbox.Site));
    }

    [Theory]
    [InlineData(".digest-manifest")]
    [InlineData(".digest-journal/")]
    [Provokes("DS610")]
    public void A_name_that_publishing_keeps_for_itself_is_refused(string path)
    {
        Assert.Null(_sandbox.Publish(byJournal: false, (path, "1")));
        Assert.Equal(("DS610", path + ".hbs"), (_sandbox.Reported.Id, _sandbox.Reported.Span.FileName));
    }

    [Theory]
    [InlineData("digest-journal 1\nMove ../secret\n", "Move ../secret", 2)]
    [InlineData("digest-journal 1\nErase index.html\n", "Erase index.html", 2)]
    [InlineData("digest-journal 9\n", "digest-journal 9", 1)]
    [InlineData("", "", 1)]
    [Provokes("DS611")]
    public void A_damaged_journal_changes_nothing(string list, string line, int number)
    {
        _sandbox.Put("site/index.html", "old");
        _sandbox.Put("site/.digest-journal/0", "new");
        _sandbox.Put("site/.digest-journal/committed", list);

        AssertRefused("DS611", "site/.digest-journal/committed", ("", "new"));
        Assert.Equal((number, line), (_sandbox.Reported.Span.Line, _sandbox.Reported.Span.LineText));
    }

    private void AssertRefused(string id, string named, params (string Path, string Text)[] files)
    {
        Dictionary<string, string> before = _sandbox.Contents("");
        foreach (bool byJournal in new[] { false, true })
        {
            Assert.Null(_sandbox.Publish(byJournal, files));
            Assert.Equal((id, Path.Join(_sandbox.Root, named)), (_sandbox.Reported.Id, _sandbox.Reported.Span.FileName));
            Assert.Equal(before, _sandbox.Contents(""));
        }
    }
}
