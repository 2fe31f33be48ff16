using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using DigestSite.Curation;
using DigestSite.Diagnostics;
using DigestSite.Dumps;
using DigestSite.Mail;
using DigestSite.Papers.Permanence;
using DigestSite.Tests.Dumps;
using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Fuzz;

/// <summary>Damaged and hostile files of every kind that the program reads: none crashes it, none hangs it, and nothing of them gets out unescaped.</summary>
/// <remarks>The same cases in each run; <c>DIGEST_CASES=100</c> tries a hundred times as many. A failure names the case.</remarks>
public class FuzzTests
{
    // No file of these takes a second; a reader that goes round in circles never ends.
    private static readonly TimeSpan Hanging = TimeSpan.FromSeconds(120);

    private static readonly int Factor =
        int.TryParse(Environment.GetEnvironmentVariable("DIGEST_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out int factor) ? factor : 1;

    private static readonly string[] Yaml = ["site.yml", "themes.yml", "tags.yml", "papers.yml", "dumps.yml", "sources.yml", "acknowledged.yml"];

    [Fact]
    public void Captures_as_text_are_conserved_whatever_became_of_them()
    {
        string[] pages = [.. Directory.GetFiles(Repository.File("content", "dumps"), "*.txt").Order(StringComparer.Ordinal).SelectMany(f => Pages(File.ReadAllText(f)))];
        Try(50_000, damage =>
        {
            byte[] bytes = damage.Bytes(damage.Of(damage.Any(pages), pages));
            if (DumpFile.Decode("content/dumps/a.txt", bytes, new DiagnosticBag()) is { } source)
            {
                ConservationTests.AssertConserved(source.Text);
            }
        });
    }

    [Fact]
    public void Captures_of_every_form_are_read_or_told()
    {
        string[] files = [.. SeedFiles("dumps").Select(File.ReadAllText).Where(t => t.Length < 20_000)];
        Assert.InRange(files.Length, 30, 1000);
        Try(25_000, damage =>
        {
            var told = new DiagnosticBag();
            if (DumpFile.Decode("content/dumps/a", damage.Bytes(damage.Of(damage.Any(files), files)), told) is { } source && DumpReader.Read("a", source, told) is null)
            {
                Assert.NotEmpty(told.InOrder());
            }
        });
    }

    [Fact]
    public void What_editors_write_is_read_or_told()
    {
        string root = Path.Combine(SiteFolder.BaseSite, "content");
        var sound = ContentFiles.Read(root, new DiagnosticBag());
        Dictionary<string, string[]> seeds = Yaml.ToDictionary(n => n, n => SeedFiles("content").Where(f => Path.GetFileName(f) == n).Select(File.ReadAllText).Where(t => t.Length < 20_000).ToArray(), StringComparer.Ordinal);
        string[] words = [.. SeedFiles("content").Where(f => f.EndsWith(".md", StringComparison.Ordinal)).Select(File.ReadAllText)];
        Assert.All(seeds, s => Assert.NotEmpty(s.Value));
        Try(20_000, damage =>
        {
            var told = new DiagnosticBag();
            string name = damage.Next(4) == 0 ? "2025-11-03.md" : damage.Any(Yaml);
            string[] of = seeds.GetValueOrDefault(name, words);
            if (Utf8Text.Decode(damage.Bytes(damage.Of(damage.Any(of), of)), "content/" + name, told) is { } source)
            {
                ContentFiles files = With(sound, name, source);
                Assert.True(ContentLoader.Load(files, told) is not null || told.HasErrors);
            }

            Assert.All(told.InOrder(), d => Assert.InRange(d.Span.Column, 0, (d.Span.LineText?.Length ?? 0) + 1));
        });
    }

    [Fact]
    public void Ledgers_are_read_or_told_and_what_was_read_is_printed_back()
    {
        string[] papers = [.. SeedFiles("content").Where(f => f.EndsWith("ledger.tsv", StringComparison.Ordinal)).SelectMany(f => File.ReadAllLines(f).Chunk(30)).Select(l => string.Join('\n', l) + "\n")];
        string[] mailed = ["mailed\t2025-11-03\tnews\tdone\t3/3\n", .. SeedFiles("content").Where(f => f.EndsWith("mailed.tsv", StringComparison.Ordinal)).Select(File.ReadAllText)];
        Try(10_000, damage =>
        {
            var told = new DiagnosticBag();
            if (Utf8Text.Decode(damage.Bytes(damage.Of(damage.Any(papers), papers)), "content/ledger.tsv", told) is { } source && LedgerFile.Read(source, told) is var ledger && !told.HasErrors)
            {
                Assert.Equal(LedgerFile.Print(ledger), LedgerFile.Print(LedgerFile.Read(new SourceText("content/ledger.tsv", LedgerFile.Print(ledger)), new DiagnosticBag())));
            }

            told = new DiagnosticBag();
            if (Utf8Text.Decode(damage.Bytes(damage.Of(damage.Any(mailed), mailed)), "content/mailed.tsv", told) is { } lines)
            {
                Assert.True(MailedLedger.Read(lines, told) is not null || told.HasErrors);
            }
        });
    }

    [Fact]
    public void A_site_of_damaged_files_is_whole_and_sound_or_is_not_built()
    {
        string[] files = ["content/dumps/2025-11-03.txt", "content/dumps/2025-03-11.txt", "content/papers.yml", "content/themes.yml", "content/tags.yml", "content/pages/about.md", "content/notes/2025-11-03.md", "content/site.yml", "templates/paper.hbs", "templates/digest.hbs", "templates/feeds/paper.hbs", "templates/partials/card.hbs"];
        string[] others = [.. SeedFiles("dumps").Where(f => f.EndsWith(".txt", StringComparison.Ordinal)).Select(File.ReadAllText).Where(t => t.Length < 20_000)];
        int built = 0;
        Try(500, damage =>
        {
            using var site = new SiteFolder();
            string file = damage.Next(2) == 0 ? files[damage.Next(2)] : damage.Any(files);
            string before = File.Exists(Path.Combine(site.Root, file)) ? site[file] : "---\n---\nWords.\n";
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(site.Root, file))!);
            File.WriteAllBytes(Path.Combine(site.Root, file), damage.Bytes(damage.Of(before, others)));
            BuiltSite made = site.Build();
            if (!site.Diagnostics.HasErrors)
            {
                Interlocked.Increment(ref built);
                AssertSound(made, areTemplatesDamaged: file.StartsWith("templates/", StringComparison.Ordinal));
            }
        });
        Assert.InRange(built, 100 * Factor, 500 * Factor);
    }

    private static void AssertSound(BuiltSite site, bool areTemplatesDamaged)
    {
        foreach (OutputFile file in site.Files)
        {
            string path = file.Path.FilePath;
            Assert.All(path.Split('/'), segment => Assert.False(segment is "" or "." or ".." || segment.Length > 120 || segment.Any(c => c < ' ' || "\\:*?\"<>|".Contains(c, StringComparison.Ordinal)), path));
            string text = Encoding.UTF8.GetString(file.Bytes.Span);
            switch (Path.GetExtension(path))
            {
                case ".xml" or ".opml" or ".svg":
                    XDocument.Parse(text);
                    break;
                case ".json" or ".webmanifest":
                    JsonDocument.Parse(text).Dispose();
                    break;
                case ".html" when !areTemplatesDamaged:
                    Assert.DoesNotContain("<script>alert", text, StringComparison.OrdinalIgnoreCase);
                    Assert.DoesNotContain(" onclick=\"alert", text, StringComparison.OrdinalIgnoreCase);
                    break;
            }
        }
    }

    private static ContentFiles With(ContentFiles files, string name, SourceText source) => name switch
    {
        "site.yml" => files with { Site = source },
        "themes.yml" => files with { Themes = source },
        "tags.yml" => files with { Tags = source },
        "papers.yml" => files with { Papers = source },
        "dumps.yml" => files with { Dumps = source },
        "sources.yml" => files with { Sources = source },
        "acknowledged.yml" => files with { Acknowledged = source },
        _ => files with { Notes = [new("content/notes/2025-11-03.md", source.Text)], Pages = [new("content/pages/about.md", source.Text)] },
    };

    // Whatever a site in the tests or the real one has in a folder of this name.
    private static string[] SeedFiles(string folder) =>
    [
        .. ((string[])[Path.GetDirectoryName(SiteFolder.BaseSite)!, Repository.File("content")])
            .SelectMany(root => Directory.GetFiles(root, "*", SearchOption.AllDirectories))
            .Where(f => f.Split('/', '\\').Contains(folder))
            .Order(StringComparer.Ordinal),
    ];

    // A capture of a few listings each, below its heading and date.
    private static IEnumerable<string> Pages(string capture)
    {
        string[] blocks = capture.ReplaceLineEndings("\n").Split("\n\n");
        return blocks.Skip(6).Chunk(12).Take(20).Select(some => string.Join("\n\n", blocks.Take(6).Concat(some)));
    }

    private static void Try(int count, Action<Damage> one)
    {
        int current = 0;
        Task cases = Task.Run(() =>
        {
            for (int i = 0; i < count * Factor; i++)
            {
                current = i;
                try
                {
                    one(new Damage((ulong)i));
                }
                catch (Exception e)
                {
                    throw new InvalidOperationException($"case {i}: {e.Message}", e);
                }
            }
        });
        int last;
        do
        {
            last = Volatile.Read(ref current);
        }
        while (!Waited(cases) && Volatile.Read(ref current) != last);

        Assert.True(cases.IsCompleted, $"case {current} does not end");
        cases.GetAwaiter().GetResult();
    }

    private static bool Waited(Task cases) => Task.WaitAny([cases], Hanging) == 0;
}
