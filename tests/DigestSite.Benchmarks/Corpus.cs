using System.Globalization;
using System.Text;

namespace DigestSite.Benchmarks;

/// <summary>A content folder of any size, made of the sentences of the real dumps: the same arguments give the same bytes.</summary>
internal static class Corpus
{
    private const int PapersADay = 50;
    private const int RepeatedADay = 3;

    /// <summary>Writes a folder with <paramref name="papers"/> different papers, 50 new ones a capture, a few of an earlier one again.</summary>
    public static void Write(string folder, int papers)
    {
        string real = Path.Combine(RepositoryRoot(), "content");
        Directory.CreateDirectory(Path.Combine(folder, "dumps"));
        foreach (string name in (string[])["site.yml", "themes.yml", "tags.yml"])
        {
            File.Copy(Path.Combine(real, name), Path.Combine(folder, name), overwrite: true);
        }

        Directory.CreateDirectory(Path.Combine(folder, "pages"));
        File.Copy(Path.Combine(real, "pages", "about.md"), Path.Combine(folder, "pages", "about.md"), overwrite: true);
        WriteDumps(Path.Combine(folder, "dumps"), papers, Seeds.Read());
    }

    private static void WriteDumps(string folder, int papers, Seeds seeds)
    {
        var state = new Sequence(20251103);
        var date = new DateOnly(2000, 1, 3);
        var previous = new List<string>();
        for (int made = 0; made < papers; date = date.AddDays(1))
        {
            var today = new List<string>();
            for (; made < papers && today.Count < PapersADay; made++)
            {
                today.Add(Listing(made, seeds, state, date));
            }

            string again = string.Concat(previous.Take(RepeatedADay));
            string text = $"new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nDaily Papers\n\nbyAK and the research community\n\n{date.ToString("MMM d", CultureInfo.InvariantCulture)}\n\n{string.Concat(today)}{again}";
            File.WriteAllText(Path.Combine(folder, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + ".txt"), text.TrimEnd('\n'));
            previous = today;
        }
    }

    private static string Listing(int number, Seeds seeds, Sequence state, DateOnly date)
    {
        string[] title = seeds.Titles[state.Next(seeds.Titles.Length)].Split(' ');
        string[] other = seeds.Titles[state.Next(seeds.Titles.Length)].Split(' ');
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{string.Join(' ', title.Take(5))} {string.Join(' ', other.TakeLast(5))} {number}\n\n");
        int length = 1100 + state.Next(500);
        for (int start = text.Length; text.Length - start < length;)
        {
            text.Append(seeds.Sentences[state.Next(seeds.Sentences.Length)]).Append(". ");
        }

        string published = date.AddYears(-1).AddDays(-state.Next(300)).ToString("MMM d, yyyy", CultureInfo.InvariantCulture);
        text.Append(CultureInfo.InvariantCulture, $"\n\n  • {1 + state.Next(12)} authors\n·\n{published}\n\n");
        return text.ToString();
    }

    public static string RepositoryRoot()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "DigestSite.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("run the benchmarks from a checkout");
        }

        return folder;
    }
}
