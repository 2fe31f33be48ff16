using System.Diagnostics;
using DigestSite.Publishing;
using DigestSite.Tests.Fuzz;

namespace DigestSite.Tests.Publishing;

/// <summary>The real program, ended by the system without a word: the published site is the whole old one or the whole new one at any moment.</summary>
public sealed class KilledBuildTests : IDisposable
{
    private const int Kills = 200;

    private readonly TwoSites _sites = new();
    private readonly string[] _states = new string[2];

    public KilledBuildTests()
    {
        foreach (int which in (int[])[0, 1])
        {
            _sites.Write(isSecond: which == 1);
            using Process build = _sites.Build();
            build.WaitForExit();
            Assert.Equal(0, build.ExitCode);
            _states[which] = _sites.State();
        }
    }

    public void Dispose() => _sites.Dispose();

    [Fact]
    public void A_build_killed_at_200_moments_leaves_a_whole_site_each_time_and_the_next_build_heals()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "elsewhere the site is whole after the next build, which PublisherCrashTests show");
        int standing = 1, whilePublishing = 0;
        int[] old = [0, 0];
        foreach (int chance in Moments())
        {
            _sites.Write(isSecond: standing == 0);
            using Process build = _sites.Build();

            // One of four at any moment, one while files are staged, two while the site is put in place: of a build as a whole that is a short time.
            string awaited = chance % 4 == 1 ? _sites.Staging : Path.Combine(_sites.Staging, Manifest.FileName);
            bool publishes = chance % 4 != 0 && Await(awaited, build);
            Thread.Sleep(TimeSpan.FromMicroseconds(chance * (chance % 4 is 0 ? 1200 : chance % 4 == 1 ? 400 : 40)));
            whilePublishing += publishes && !build.HasExited ? 1 : 0;
            build.Kill();
            build.WaitForExit();
            int now = Array.IndexOf(_states, _sites.State());
            Assert.True(now >= 0, "neither the old site nor the new one");
            old[now == standing ? 0 : 1]++;
            standing = now;
        }

        Assert.True(whilePublishing > Kills / 2, $"{whilePublishing} of {Kills} were publishing; {old[0]} old, {old[1]} new");
        Assert.All(old, count => Assert.True(count > 0, $"{old[0]} old, {old[1]} new"));
        using Process last = _sites.Build();
        last.WaitForExit();
        Assert.Equal(0, last.ExitCode);
        Assert.Contains(_sites.State(), _states);
        Assert.Equal(["content", "site", "templates"], Directory.GetFileSystemEntries(_sites.Root).Select(Path.GetFileName).Where(n => n is not ".site.lock").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void A_build_that_is_interrupted_while_it_renders_leaves_what_was_there_and_nothing_beside_it(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no signal to send");
        int stopped = 0;
        foreach (int attempt in Enumerable.Range(0, 2))
        {
            // The second site stands, or none does yet.
            bool isFirstBuild = attempt % 2 == 1;
            if (isFirstBuild)
            {
                Directory.Delete(_sites.Output, recursive: true);
            }

            _sites.Write(isSecond: isFirstBuild);
            using Process build = _sites.Build();
            bool isRendering = Await(_sites.Staging, build);
            Process.Start("kill", ["-" + signal, build.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).WaitForExit();
            string error = build.StandardError.ReadToEnd();
            build.WaitForExit();
            Assert.True(isRendering, error);
            if (build.ExitCode != 0)
            {
                stopped++;
                Assert.Equal((2, $"digest: stopped; {_sites.Output} is as it was\n"), (build.ExitCode, error));
                Assert.Equal(isFirstBuild ? "" : _states[1], _sites.State());
                Assert.Equal(!isFirstBuild, Directory.Exists(_sites.Output));
            }

            Assert.False(Directory.Exists(_sites.Staging));
            Assert.False(File.Exists(_sites.Lock));
            _sites.Write(isSecond: true);
            using Process next = _sites.Build();
            next.WaitForExit();
            Assert.Equal(_states[1], _sites.State());
        }

        Assert.True(stopped > 0, $"{stopped} were stopped");
    }

    [Fact]
    public async Task Of_builds_at_the_same_time_one_publishes_and_the_others_say_who_does()
    {
        foreach (bool isSecond in (bool[])[false, true])
        {
            _sites.Write(isSecond);
            Process[] builds = [.. Enumerable.Range(0, 4).Select(_ => _sites.Build())];
            string[] errors = await Task.WhenAll(builds.Select(b => b.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)));
            foreach ((Process build, string error) in builds.Zip(errors))
            {
                await build.WaitForExitAsync(TestContext.Current.CancellationToken);
                Assert.True(build.ExitCode == 0 || error.Contains("DS606", StringComparison.Ordinal), error);
                build.Dispose();
            }

            Assert.Contains(errors, e => !e.Contains("DS606", StringComparison.Ordinal));
            Assert.Equal(_states[isSecond ? 1 : 0], _sites.State());
        }
    }

    // From 1 to 500 each, the same in every run.
    private static IEnumerable<int> Moments()
    {
        var chance = new Damage(2025);
        return Enumerable.Range(0, Kills).Select(_ => 1 + chance.Next(500));
    }

    // What a build killed before has left may still be there: what counts is younger than what this build reads.
    private bool Await(string path, Process build)
    {
        DateTime written = File.GetLastWriteTimeUtc(Path.Combine(_sites.Root, "content", "site.yml"));
        while (!Path.Exists(path) || File.GetCreationTimeUtc(path) < written)
        {
            if (build.HasExited)
            {
                return false;
            }

            Thread.Sleep(1);
        }

        return true;
    }
}
