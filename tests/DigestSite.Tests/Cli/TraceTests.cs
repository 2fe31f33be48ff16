using System.Text.Json;
using DigestSite.Cli;
using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Cli;

/// <summary>Where the time of a build goes, as <c>--timings</c> and <c>--trace</c> tell it.</summary>
public class TraceTests
{
    private static readonly string[] Passes = ["start-up", "load", "read", "date", "compile", "relate and plan", "render", "prove links", "publish"];

    [Fact]
    public void A_trace_has_each_pass_in_turn_and_each_file_within_the_pass_that_renders()
    {
        using var site = new SiteFolder();
        Assert.Equal(0, CommandLine.Run(site.Root, "build", "--trace", "trace.json").ExitCode);
        Event[] events = Events(site["trace.json"]);
        Event[] passes = [.. events.Where(e => e.Category == "pass")];
        Assert.Equal(Passes, passes.Select(p => p.Name));
        Assert.All(passes.Zip(passes.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From, 1.0));
        Event render = passes.Single(p => p.Name == "render");
        Event[] files = [.. events.Where(e => FileKind.All.Contains(e.Category, StringComparer.Ordinal))];
        string[] written = [.. Directory.GetFiles(site.Output, "*", SearchOption.AllDirectories)
            .Select(f => "/" + Path.GetRelativePath(site.Output, f).Replace('\\', '/').Replace("index.html", "", StringComparison.Ordinal))
            .Where(f => !f.StartsWith("/.", StringComparison.Ordinal))];
        Assert.Equal(written.Order(StringComparer.Ordinal), files.Select(f => f.Name).Order(StringComparer.Ordinal));
        Assert.All(files, f => Assert.True(f.From >= render.From - 1 && f.To <= render.To + 1, $"{f} is not within {render}"));
        Assert.Equal("search index", files.Single(f => f.Name == "/search/latest.json").Category);
        Assert.DoesNotContain(passes.Select(p => p.Track), track => files.Any(f => f.Track == track));
    }

    [Fact]
    public void A_build_with_errors_leaves_a_trace_too()
    {
        using var site = new SiteFolder();
        site["content/themes.yml"] += "nonsense: true\n";
        Assert.Equal(1, CommandLine.Run(site.Root, "build", "--trace", "trace.json").ExitCode);
        Assert.Contains(Events(site["trace.json"]), e => e is { Category: "pass", Name: "load" });
    }

    [Fact]
    public void A_trace_that_cannot_be_written_is_told_before_anything_is_built()
    {
        using var site = new SiteFolder();
        CommandLine.Result refused = CommandLine.Run(site.Root, "build", "--trace", "missing/trace.json");
        Assert.Equal(2, refused.ExitCode);
        Assert.StartsWith("digest: the trace cannot be written: ", refused.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(site.Output));
        Assert.Equal(2, CommandLine.Run(site.Root, "build", "--trace", "").ExitCode);
    }

    [Fact]
    public void Timings_tell_the_search_index_and_the_pictures_from_the_pages()
    {
        using var site = new SiteFolder();
        string output = CommandLine.Run(site.Root, "build", "--timings").Output;
        Assert.Matches(@"(?m)^render, all threads together: pages [\d,]+ ms, pictures [\d,]+ ms, search index [\d,]+ ms, feeds [\d,]+ ms, API [\d,]+ ms, other files [\d,]+ ms$", output);
        Assert.All(Passes, pass => Assert.Matches($@"(?m)^{pass} +\d+ +\d+$", output));
    }

    [Fact]
    public void What_a_thread_renders_while_it_waits_is_not_counted_twice()
    {
        var spans = new RenderSpans();
        PlannedFile page = spans.Watched(new(new SitePath("about/"), "about.md", () => Rendered(3)));
        PlannedFile feed = spans.Watched(new(Routes.Feed, "site.yml", () =>
        {
            page.Render();
            return Rendered(1);
        }));
        feed.Render();
        Assert.Equal([Routes.Feed, new SitePath("about/")], spans.InOrder().Select(s => s.Path));
        (RenderSpan outer, RenderSpan inner) = (spans.InOrder()[0], spans.InOrder()[1]);
        Assert.Equal(outer.To - outer.From, outer.Own + inner.Own);
        Assert.Equal(inner.To - inner.From, inner.Own);
        Assert.Equal([(FileKind.Pages, 1), (FileKind.Feeds, 1)], spans.ByKind().Select(k => (k.Kind, k.Files)));

        static ReadOnlyMemory<byte> Rendered(int milliseconds)
        {
            Thread.Sleep(milliseconds);
            return default;
        }
    }

    [Fact]
    public void The_pauses_of_the_garbage_collector_are_heard_of()
    {
        using var pauses = new CollectorPauses();
        GC.Collect(2, GCCollectionMode.Forced, blocking: true);
        CollectorPause pause = Assert.Single(pauses.All().Where(p => p.Generation == 2).Take(1));
        Assert.True(pause.From < pause.To);
    }

    private static Event[] Events(string json)
    {
        using var document = JsonDocument.Parse(json);
        return
        [
            .. document.RootElement.GetProperty("traceEvents").EnumerateArray().Where(e => e.GetProperty("ph").GetString() == "X").Select(e => new Event(
                e.GetProperty("cat").GetString()!,
                e.GetProperty("name").GetString()!,
                e.GetProperty("tid").GetInt32(),
                e.GetProperty("ts").GetDouble(),
                e.GetProperty("ts").GetDouble() + e.GetProperty("dur").GetDouble())),
        ];
    }

    private sealed record Event(string Category, string Name, int Track, double From, double To);
}
