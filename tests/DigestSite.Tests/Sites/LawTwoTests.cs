using System.Text;
using DigestSite.Papers;
using FsCheck;
using FsCheck.Fluent;

namespace DigestSite.Tests.Sites;

public class LawTwoTests
{
    private static readonly string[] Titles =
    [
        "Robustness of things", "A bound", "Technical Report", "Grokking & <b>bounds</b>", "日本語", "A bound?", "a  BOUND", "{{title}}", "../..", "!!!",
    ];

    [Fact]
    public void Every_paper_has_one_page_one_theme_and_a_place_in_each_digest_that_listed_it()
    {
        using var site = new SiteFolder();
        foreach (string dump in Directory.GetFiles(Path.Combine(site.Root, "content", "dumps")))
        {
            File.Delete(dump);
        }

        Gen<string[]> day = Gen.NonEmptyListOf(Gen.Elements(Titles)).Select(t => t.ToArray());
        Prop.ForAll(Gen.NonEmptyListOf(day).Resize(5).ToArbitrary(), days =>
        {
            for (int i = 0; i < 6; i++)
            {
                site[$"content/dumps/2025-03-1{i}.txt"] = Dump(i, i < days.Count ? days[i] : ["Robustness of things"]);
            }

            BuiltSite built = site.Build();
            Assert.False(site.Diagnostics.HasErrors, site.DiagnosticText);
            AssertLawTwo(built);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));
    }

    private static void AssertLawTwo(BuiltSite built)
    {
        Archive archive = built.Compiled!.Site.Archive;
        ILookup<string, string> pages = built.Files.ToLookup(f => f.Path.ToString(), f => Encoding.UTF8.GetString(f.Bytes.Span));
        Assert.Equal(built.Compiled.Dumps.Sum(d => d.Listings.Count), archive.Papers.Sum(p => p.Appearances.Count));
        foreach (Paper paper in archive.Papers)
        {
            Assert.Single(pages[$"papers/{paper.Slug}/"]);
            Assert.Contains(paper.Theme, archive.Themes);
            string link = $"href=\"/digest/papers/{paper.Slug}/\"";
            Assert.Contains(link, Assert.Single(pages[$"themes/{paper.Theme.Id}/"]), StringComparison.Ordinal);
            Assert.All(
                paper.Appearances,
                a => Assert.Contains(link, Assert.Single(pages[$"digests/{Routes.Iso(a.Capture.Date)}/"]), StringComparison.Ordinal));
        }
    }

    private static string Dump(int day, IEnumerable<string> titles) =>
        $"new\n\nSubscribe\n\nMar 1{day}\n\n" + string.Concat(titles.Select(t =>
            $"{t}\n\n{string.Join(' ', Enumerable.Repeat($"We study {t} at length and say what we found in plain words.", 6))}\n\n  • 3 authors\n·\nOct 6, 2024\n\n"));
}
