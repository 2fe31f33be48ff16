using DigestSite.Dumps;
using DigestSite.Papers;

namespace DigestSite.Tests.Dumps.Arxiv;

/// <summary>arXiv's real answers, where they are at hand.</summary>
public class SharedArxivTests
{
    private static readonly string[] Cut = ["", "<", "\uFFFE", "]]>", "&", "\0", "<entry>", "\uD800", "-->"];

    [Theory]
    [InlineData("q_testing", 10, null)]
    [InlineData("id_astro-ph", 1, null)]
    [InlineData("id_0000.0000", 0, "DS143")]
    [InlineData("id_abc", 0, "DS142")]
    public void A_real_answer_is_read_whole(string name, int listings, string? said)
    {
        ArxivReading reading = ArxivReading.Of(File.ReadAllText(FileOf(name)));
        Assert.Equal(said is null ? [] : [said], reading.Diagnostics.Select(d => d.Id));
        Assert.Equal(listings, reading.Listings.Count);
        Assert.All(reading.Listings, l =>
        {
            Assert.True(l is { Abstract.Length: > 100, Arxiv: not null, Authors.Count: > 0, Details: { Version: > 0, Categories.Count: > 0 } });
            Assert.NotNull(l.Published?.Full);
            Assert.StartsWith(l.Title[..20], reading.Dump.TitleOf(l).LineText![(l.TitleColumn - 1)..], StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_name_is_shown_as_arXiv_gives_it() =>
        Assert.Contains(ArxivReading.Of(File.ReadAllText(FileOf("q_testing"))).Listings, l => l.Authors.Contains("Aurora RamÃ­rez"));

    [Fact]
    public void Wherever_a_real_answer_is_damaged_reading_ends_with_a_word_on_it()
    {
        string text = File.ReadAllText(FileOf("q_testing"));
        Listing[] whole = [.. ArxivReading.Of(text).Listings];
        for (int at = 0; at < text.Length; at += 97)
        {
            string damage = Cut[at / 97 % Cut.Length];
            ArxivReading cut = ArxivReading.Of(text[..at] + damage, "a.txt");
            Assert.True(cut.Diagnostics.Count > 0 || damage.Length > 0 || at < 30);
            if (DumpReader.FormatOf(cut.Dump.Source) == DumpFormat.Arxiv)
            {
                Assert.Equal(whole.Take(cut.Listings.Count), cut.Listings);
            }

            ArxivReading.Of(text[..at] + damage + text[at..], "a.txt");
        }
    }

    private static string FileOf(string name) => Assert.Single(Directory.GetFiles(SharedData.Folder("arxiv-atom"), $"*{name}*"));
}
