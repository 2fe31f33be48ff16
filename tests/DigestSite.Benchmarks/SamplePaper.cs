using System.Globalization;
using System.Text;

namespace DigestSite.Benchmarks;

/// <summary>An invented paper, as long as real ones are.</summary>
internal sealed record SamplePaper(string Id, string Title, string Abstract, string[] Authors, DateOnly Published, int Upvotes)
{
    private static readonly string[] Names = ["Ada", "Bo", "Cy", "Dee", "Eli", "Fay", "Gus", "Hal", "Ivy", "Jo", "Kay", "Lu"];

    /// <summary>The paper of a number: its id and date follow from that, the rest from the sequence.</summary>
    public static SamplePaper Make(int number, Seeds seeds, Sequence state)
    {
        string[] title = seeds.Titles[state.Next(seeds.Titles.Length)].Split(' ');
        string[] other = seeds.Titles[state.Next(seeds.Titles.Length)].Split(' ');
        var text = new StringBuilder();
        for (int length = 1100 + state.Next(500); text.Length < length;)
        {
            text.Append(seeds.Sentences[state.Next(seeds.Sentences.Length)]).Append(". ");
        }

        string[] authors = [.. Enumerable.Range(0, 1 + state.Next(Names.Length)).Select(i => $"{Names[i]} {Names[state.Next(Names.Length)]}son")];
        var published = new DateOnly(2024, 1 + (number / 100_000 % 12), 1 + state.Next(28));
        string id = string.Create(CultureInfo.InvariantCulture, $"{published:yyMM}.{number % 100_000:D5}");
        return new(id, $"{string.Join(' ', title.Take(5))} {string.Join(' ', other.TakeLast(5))} {number}", text.ToString(0, text.Length - 1), authors, published, state.Next(200));
    }
}
