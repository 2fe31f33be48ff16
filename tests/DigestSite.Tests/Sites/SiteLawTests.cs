using System.Text;
using DigestSite.Papers;
using FsCheck;
using FsCheck.Fluent;

namespace DigestSite.Tests.Sites;

/// <summary>Laws 2 and 3, on sites of a few random days.</summary>
public class SiteLawTests
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

        site.DeleteCuration();

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
        }).Check(Cases.Of(15));
    }

    [Fact]
    public void The_site_depends_on_its_inputs_and_not_on_the_machine()
    {
        Gen<string[]> day = Gen.NonEmptyListOf(Gen.Elements(Titles)).Select(t => t.ToArray());
        Gen<(string[][] Days, int First, string Culture)> inputs =
            from days in Gen.NonEmptyListOf(day).Resize(5)
            from first in Gen.Choose(0, 5)
            from culture in Gen.Elements("tr-TR", "ar-SA", "th-TH", "sv-SE", "")
            select (days.ToArray(), first, culture);
        Prop.ForAll(inputs.ToArbitrary(), input =>
        {
            using var one = new SiteFolder();
            using var other = new SiteFolder();
            one.DeleteCuration();
            other.DeleteCuration();
            for (int i = 0; i < input.Days.Length; i++)
            {
                one[$"content/dumps/2025-03-1{i}.txt"] = Dump(i, input.Days[i]);
            }

            for (int i = 0; i < input.Days.Length; i++)
            {
                int at = (input.First + i) % input.Days.Length;
                other[$"content/dumps/2025-03-1{at}.txt"] = Dump(at, input.Days[at]);
            }

            BuiltSite elsewhere = null!;
            var machine = new Thread(() =>
            {
                Thread.CurrentThread.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(input.Culture);
                elsewhere = other.Build();
            });
            machine.Start();
            machine.Join();
            GoldenSiteTests.AssertSameBytes(one.Build(), elsewhere);
        }).Check(Cases.Of(10));
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
