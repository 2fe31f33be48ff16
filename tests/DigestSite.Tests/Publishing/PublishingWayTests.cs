using DigestSite.Publishing;

namespace DigestSite.Tests.Publishing;

/// <summary>Which of the two ways is taken where one of them is not open.</summary>
public sealed class PublishingWayTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData("", false, "exchange")]
    [InlineData("link", false, "move")]
    [InlineData("exchange", false, "move")]
    [InlineData("", true, "move")]
    public void Where_links_or_the_exchange_are_refused_the_journal_is_used(string refused, bool manyForeign, string expected)
    {
        string used = OperatingSystem.IsLinux() ? expected : "move";
        _sandbox.Publish(byJournal: false, ("", "1"), ("x/", "x"));
        _sandbox.Put("site/CNAME", "foreign");
        var steps = new List<string>();
        PublishOptions options = Sandbox.Way(byJournal: false, step =>
        {
            string kind = step.Split(' ')[0];
            lock (steps)
            {
                steps.Add(kind);
            }

            if (kind == refused)
            {
                throw new PlatformNotSupportedException(kind);
            }
        });

        Assert.NotNull(_sandbox.Publish(options with { MostForeignLinked = manyForeign ? 0 : 1 }, ("", "2"), ("x/", "x")));
        Assert.Equal("2", _sandbox.Contents()["index.html"]);
        Assert.Equal(used, steps.Last(s => s is "exchange" or "move"));
        Assert.Empty(_sandbox.Beside());
    }

    [Fact]
    public void Where_a_folder_is_closed_to_its_owner_the_journal_is_used()
    {
        _sandbox.Publish(byJournal: false, ("", "1"));
        string closed = _sandbox.PutFolder("site/closed");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        Assert.NotNull(_sandbox.Publish(byJournal: false, ("", "2")));
        Assert.Equal("2", _sandbox.Contents()["index.html"]);
        Assert.Empty(_sandbox.Beside());
    }

    [Fact]
    public void Where_nothing_can_be_created_beside_the_folder_it_is_published_from_within()
    {
        // A folder cannot be opened as a file, by nobody.
        _sandbox.PutFolder(".site.lock");

        Assert.NotNull(_sandbox.Publish(byJournal: false, ("", "1")));
        Assert.NotNull(_sandbox.Publish(byJournal: false, ("", "2")));
        Assert.Equal([".digest-manifest", "index.html"], _sandbox.Contents().Keys.Order(StringComparer.Ordinal));
    }
}
