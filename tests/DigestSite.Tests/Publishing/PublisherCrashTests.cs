using DigestSite.Diagnostics;
using DigestSite.Publishing;

namespace DigestSite.Tests.Publishing;

/// <summary>A build is stopped before each single change it makes to the disk: as if killed, or by a failure of the disk.</summary>
public class PublisherCrashTests
{
    private static readonly (string, string)[] Old = [("", "old"), ("same/", "same"), ("gone/", "gone"), ("file", "f"), ("folder/x", "x")];
    private static readonly (string, string)[] New = [("", "new"), ("same/", "same"), ("added/deep/", "added"), ("file/", "page"), ("folder", "f")];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_killed_build_leaves_the_old_site_or_the_new_one_as_seen_after_the_next_run(bool byJournal)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        EachStep(byJournal, static step => new InvalidOperationException(step), (sandbox, published, old, @new) =>
        {
            Assert.Null(published);
            if (!byJournal)
            {
                // The exchange is one step: nobody ever sees a mixture.
                Assert.Contains(sandbox.Contents(), new[] { old, @new });
            }

            var options = new PublishOptions();
            OutputFolder folder = OutputFolder.Open(sandbox.Site, options.Home, sandbox.Diagnostics)!;
            Assert.True(Journal.RollForward(folder, new Disk(null), sandbox.Diagnostics));
            StagedSite.DropLeftover(folder, new Disk(null));
            Dictionary<string, string> healed = sandbox.Contents();
            Assert.Contains(healed, new[] { old, @new });
            seen.Add(healed["index.html"]);
        });
        Assert.Equal(2, seen.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_build_after_a_killed_one_publishes_its_site_whole(bool byJournal) =>
        EachStep(byJournal, static step => new InvalidOperationException(step), (sandbox, _, _, @new) =>
        {
            Assert.NotNull(sandbox.Publish(byJournal, New));
            Assert.Equal(@new, sandbox.Contents());
            Assert.Empty(sandbox.Beside());
        });

    // The journal is committed by step 8; from then on 3 files and 2 folders are removed, and 5 files moved.
    [Theory]
    [InlineData(9)]
    [InlineData(13)]
    [InlineData(17)]
    [InlineData(21)]
    public void A_build_that_is_killed_while_it_heals_is_healed_by_the_next(int killedBefore) =>
        EachStep(byJournal: true, static step => new InvalidOperationException(step), (sandbox, _, _, @new) =>
        {
            Assert.NotNull(sandbox.Publish(byJournal: true, New));
            Assert.Equal(@new, sandbox.Contents());
        }, killedBefore: killedBefore);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Provokes("DS607", "DS612", "DS613")]
    public void A_failure_of_the_disk_leaves_the_site_as_it_was_or_says_that_it_does_not(bool byJournal)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        EachStep(byJournal, static step => new IOException("No space left on device: " + step), (sandbox, published, old, @new) =>
        {
            Diagnostic reported = sandbox.Reported;
            ids.Add(reported.Id);
            Assert.Equal(sandbox.Site, reported.Span.FileName);
            Assert.Contains("No space left", reported.Message, StringComparison.Ordinal);
            if (reported.Id == "DS607")
            {
                Assert.Null(published);
                Assert.Equal(old, sandbox.Contents());
                Assert.Empty(sandbox.Beside());
            }
            else
            {
                Assert.Equal(reported.Id == "DS612", published is null);
                Assert.NotNull(sandbox.Publish(byJournal, New));
                Assert.Equal(@new, sandbox.Contents());
                Assert.Empty(sandbox.Beside());
            }
        }, once: true);
        Assert.Equal(byJournal ? ["DS607", "DS612"] : ["DS607", "DS613"], ids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_failure_on_first_publishing_leaves_no_folder()
    {
        using var sandbox = new Sandbox();
        PublishOptions options = Sandbox.Way(byJournal: false, static step =>
        {
            if (step.StartsWith("write", StringComparison.Ordinal))
            {
                throw new IOException(step);
            }
        });

        Assert.Null(sandbox.Publish(options, ("", "home")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(sandbox.Root));
    }

    [Fact]
    [Provokes("DS605")]
    public void A_journal_is_not_rolled_forward_through_a_link()
    {
        using var sandbox = new Sandbox();
        sandbox.Put("site/.digest-journal/0", "new");
        sandbox.Put("site/.digest-journal/committed", "digest-journal 1\nMove x/y/index.html\n");
        sandbox.PutFolder("elsewhere/y");
        sandbox.PutLink("site/x", "../elsewhere");

        Assert.Null(sandbox.Publish(byJournal: true, ("", "home")));
        Assert.Equal(("DS605", sandbox.Site + "/x"), (sandbox.Reported.Id, sandbox.Reported.Span.FileName));
        Assert.Equal(["y"], sandbox.Contents("elsewhere").Keys);
    }

    [Fact]
    public void What_a_killed_build_left_is_removed_even_when_nothing_else_changes()
    {
        using var sandbox = new Sandbox();
        sandbox.Publish(byJournal: false, Old);
        sandbox.Put(".site.staging/gone/index.html", "half");
        sandbox.Put("site/.digest-journal/0", "not committed");
        sandbox.Put("elsewhere/secret.txt", "secret");
        sandbox.PutLink(".site.staging/link", "../elsewhere");

        Assert.Equal(new PublishResult(0, Old.Length, 0), sandbox.Publish(byJournal: false, Old));
        Assert.Empty(sandbox.Beside());
        Assert.DoesNotContain(".digest-journal", sandbox.Contents().Keys);
        Assert.Equal(["secret.txt"], sandbox.Contents("elsewhere").Keys);
    }

    private delegate void Aftermath(Sandbox sandbox, PublishResult? published, Dictionary<string, string> old, Dictionary<string, string> @new);

    /// <summary>Stops the build before its first step, then before its second, until it gets through.</summary>
    /// <param name="once">Whether only that one step fails; else no step is made after it, as by a dead process.</param>
    /// <param name="killedBefore">When given, the build that is stopped comes after one that was killed before this step.</param>
    private static void EachStep(bool byJournal, Func<string, Exception> failure, Aftermath check, bool once = false, int killedBefore = 0)
    {
        Dictionary<string, string> @new = Published(byJournal, New);
        for (int stop = 1; ; stop++)
        {
            using var sandbox = new Sandbox();
            Prepare(sandbox, byJournal);
            Dictionary<string, string> old = sandbox.Contents();
            if (killedBefore > 0)
            {
                Run(sandbox, byJournal, failure, killedBefore, once, out _);
            }

            PublishResult? published = Run(sandbox, byJournal, failure, stop, once, out bool isStopped);
            if (!isStopped)
            {
                Assert.InRange(stop, killedBefore > 0 ? 2 : 18, 100);
                return;
            }

            check(sandbox, published, old, @new);
        }
    }

    private static PublishResult? Run(Sandbox sandbox, bool byJournal, Func<string, Exception> failure, int stop, bool once, out bool isStopped)
    {
        int steps = 0;
        PublishOptions options = Sandbox.Way(byJournal, step =>
        {
            int number = Interlocked.Increment(ref steps);
            if (once ? number == stop : number >= stop)
            {
                throw failure(step);
            }
        });
        PublishResult? published = null;
        try
        {
            published = sandbox.Publish(options, New);
        }
        catch (InvalidOperationException)
        {
            // Nothing in the program catches it: as much is done as by a process that is killed there.
        }

        isStopped = steps >= stop;
        return published;
    }

    private static Dictionary<string, string> Published(bool byJournal, (string, string)[] files)
    {
        using var sandbox = new Sandbox();
        Prepare(sandbox, byJournal);
        Assert.NotNull(sandbox.Publish(byJournal, files));
        return sandbox.Contents();
    }

    private static void Prepare(Sandbox sandbox, bool byJournal)
    {
        sandbox.Put("site/CNAME", "digest.example.org");
        sandbox.PutFolder("site/mine/empty");
        sandbox.PutLink("site/mine/link", "../CNAME");
        Assert.NotNull(sandbox.Publish(byJournal, Old));
    }
}
