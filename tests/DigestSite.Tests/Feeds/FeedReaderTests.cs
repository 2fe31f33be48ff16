using System.Globalization;
using System.Text.Json;
using DigestSite.Diagnostics;
using DigestSite.Papers;
using DigestSite.Tests.Collecting;

namespace DigestSite.Tests.Feeds;

/// <summary>The digest of this repository, read by programs that people read feeds with.</summary>
public sealed class FeedReaderTests : IDisposable
{
    private const string FeedParser = "/usr/bin/python3";

    // What feedparser makes of each file: whether it is sound, and of each entry what a reader shows.
    private const string Parse = """
        import feedparser, json, sys
        def date(entry, name): return list(entry[name][:6]) if entry.get(name) else None
        for path in sys.stdin.read().split():
            with open(path, 'rb') as file: feed = feedparser.parse(file.read())
            entries = [{'id': e.get('id', ''), 'link': e.get('link', ''), 'title': e.get('title', ''), 'summary': e.get('summary', ''),
                'date': date(e, 'published_parsed'), 'content': e.content[0].value if 'content' in e else ''} for e in feed.entries]
            print(json.dumps({'path': path, 'fault': str(feed.get('bozo_exception', '')) if feed.bozo else '', 'version': feed.version, 'title': feed.feed.get('title', ''), 'entries': entries}))
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("digest-readers-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Feedparser_finds_no_fault_and_each_entry_with_id_link_date_and_content()
    {
        SkipUnless("feedparser is not here", $"{FeedParser} -c 'import feedparser'");
        BuiltSite built = Build(Repository.File("content"));
        var files = built.Files.Where(f => IsFeed(f.Path)).ToDictionary(f => Path.Combine(_folder, f.Path.ToString().Replace('/', '_')), StringComparer.Ordinal);
        foreach ((string path, OutputFile file) in files)
        {
            File.WriteAllBytes(path, file.Bytes.ToArray());
        }

        File.WriteAllText(Path.Combine(_folder, "parse.py"), Parse);
        File.WriteAllLines(Path.Combine(_folder, "paths"), files.Keys);
        (int exitCode, string output) = Run($"{FeedParser} parse.py < paths");
        Assert.Equal(0, exitCode);
        JsonElement[] read = [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
        Assert.Equal(files.Count, read.Length);
        Assert.All(read, f => AssertSound(f, built.Compiled!.Site.Settings.BaseUrl.ToString(), files[Text(f, "path")].Path.ToString().StartsWith("papers/archive/", StringComparison.Ordinal)));
        Assert.Equal(
            built.Compiled!.Papers.Count + built.Compiled.Site.Archive.Digests.Count,
            read.SelectMany(f => f.GetProperty("entries").EnumerateArray()).Select(e => Text(e, "id")).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Newsboat_reads_every_feed_and_an_edit_of_anything_shows_no_entry_twice()
    {
        SkipUnless("newsboat is not here", "command -v newsboat");
        string content = Path.Combine(_folder, "content");
        Run($"cp -r '{Repository.File("content")}' '{content}'");
        await using LoopbackSource server = await LoopbackSource.Start();
        BuiltSite first = Serve(server, Build(content));
        int entries = first.Compiled!.Papers.Count + first.Compiled.Site.Archive.Digests.Count;
        File.WriteAllLines(Path.Combine(_folder, "urls"), first.Files.Where(f => IsFeed(f.Path)).Select(f => $"{server.Address}/{f.Path}"));
        Assert.Equal(entries, Reload());
        string[] before = Items();

        string papers = Edited(content, "papers.yml", first.Compiled.Site.Archive.Papers[0]);
        await File.WriteAllTextAsync(Path.Combine(content, "papers.yml"), papers, TestContext.Current.CancellationToken);
        Change(content, "themes.yml", "title: Grokking and memorization", "title: Grokking, and memorization");
        Change(content, "notes/2026-01-07.md", "note: \"Argues that", "note: \"Edited: it argues that");
        BuiltSite second = Serve(server, Build(content, BaseUrl.TryParse("https://elsewhere.example.net/", out BaseUrl? elsewhere) ? elsewhere : null));
        Assert.NotEqual(Feed(first), Feed(second));
        Assert.Equal(entries, Reload());
        Assert.Equal(before, Items());
    }

    private static bool IsFeed(SitePath path) =>
        Path.GetFileName(path.ToString()) is "feed.xml" or "atom.xml" || path.ToString().StartsWith("papers/archive/", StringComparison.Ordinal);

    private static void AssertSound(JsonElement feed, string baseUrl, bool isArchive)
    {
        Assert.Equal("", Text(feed, "fault"));
        Assert.Equal(Text(feed, "path").EndsWith("feed.xml", StringComparison.Ordinal) ? "rss20" : "atom10", Text(feed, "version"));
        Assert.NotEmpty(Text(feed, "title"));
        foreach (JsonElement entry in feed.GetProperty("entries").EnumerateArray())
        {
            Assert.StartsWith("tag:", Text(entry, "id"), StringComparison.Ordinal);
            Assert.StartsWith(baseUrl, Text(entry, "link"), StringComparison.Ordinal);
            Assert.NotEmpty(Text(entry, "title"));
            Assert.NotEmpty(Text(entry, isArchive ? "summary" : "content"));
            Assert.Equal(6, entry.GetProperty("date").GetArrayLength());
        }
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    // A paper that papers.yml has no word on gets a title, a note and tags.
    private static string Edited(string content, string name, Paper paper)
    {
        string text = File.ReadAllText(Path.Combine(content, name));
        string key = $"  {paper.Slug}:\n";
        string words = "    title: An edited title\n    note: \"A note.\"\n";
        return text.Contains(key, StringComparison.Ordinal) ? text.Replace(key, key + words, StringComparison.Ordinal) : text + key + words;
    }

    private static void Change(string content, string name, string from, string to)
    {
        string file = Path.Combine(content, name);
        string text = File.ReadAllText(file);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(from, to, StringComparison.Ordinal));
    }

    private static BuiltSite Build(string content, BaseUrl? baseUrl = null)
    {
        var diagnostics = new DiagnosticBag();
        var options = new BuildOptions { Content = content, Templates = Repository.File("templates"), BaseUrl = baseUrl };
        BuiltSite built = new SiteBuilder(options, diagnostics).Build();
        Assert.DoesNotContain(diagnostics.InOrder(), d => d.Descriptor.Severity == Severity.Error);
        return built;
    }

    private static BuiltSite Serve(LoopbackSource server, BuiltSite built)
    {
        var files = built.Files.ToDictionary(f => "/" + f.Path, StringComparer.Ordinal);
        server.Answer = (context, _) =>
        {
            context.Response.ContentType = "application/xml";
            return context.Response.Body.WriteAsync(files[context.Request.Path.Value!].Bytes).AsTask();
        };
        return built;
    }

    private static string Feed(BuiltSite built) => System.Text.Encoding.UTF8.GetString(built.Files.Single(f => f.Path == Routes.Feed).Bytes.Span);

    // What is unread after newsboat has asked for everything.
    private int Reload()
    {
        (int exitCode, string output) = Run("newsboat -q -u urls -C /dev/null -c cache.db -x reload && newsboat -q -u urls -C /dev/null -c cache.db -x print-unread");
        Assert.Equal(0, exitCode);
        return int.Parse(output.Split(' ')[0], CultureInfo.InvariantCulture);
    }

    // Its database: what it keeps of each entry, none of it empty.
    private string[] Items()
    {
        const string Query = """
            import sqlite3
            rows = sqlite3.connect('cache.db').execute('select guid, pubDate, title, url, content from rss_item order by guid').fetchall()
            assert all(all(row) and row[3].startswith('https://') for row in rows)
            for row in rows: print(row[0], row[1])
            """;
        File.WriteAllText(Path.Combine(_folder, "items.py"), Query);
        (int exitCode, string output) = Run("python3 items.py");
        Assert.Equal(0, exitCode);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private (int ExitCode, string Output) Run(string script) => Workflow.Bash(_folder, script, new Dictionary<string, string>(StringComparer.Ordinal) { ["HOME"] = _folder, ["PYTHONUTF8"] = "1" });

    // A machine that checks changes has them.
    private void SkipUnless(string reason, string test)
    {
        bool isThere;
        try
        {
            isThere = Run(test).ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            isThere = false;
        }

        Assert.SkipWhen(!isThere && Environment.GetEnvironmentVariable("CI") != "true", reason);
        Assert.True(isThere, reason);
    }
}
