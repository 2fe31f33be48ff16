using System.Text.Json;
using DigestSite.Papers;
using DigestSite.Tex;

namespace DigestSite.Tests.Tex;

/// <summary>Abstracts as a listing shows them beside what arXiv has, and real days of the listing.</summary>
public class SharedTexTests
{
    [Fact]
    public void Four_of_five_damaged_abstracts_read_as_the_undamaged_ones()
    {
        var pairs = Pairs().Where(p => p.Captured != p.Original).ToArray();
        int same = pairs.Count(p => Read(p.Captured) == Read(p.Original));
        int untouched = pairs.Count(p => p.Captured == Read(p.Original));

        Assert.True(same >= 0.8 * pairs.Length, $"{same} of {pairs.Length}, {untouched} if nothing were repaired");
    }

    [Fact]
    public void Abstracts_that_no_listing_damaged_read_alike() =>
        Assert.All(Pairs().Where(p => p.Captured == p.Original), p => Assert.Equal(Read(p.Original), Read(p.Captured)));

    [Fact]
    public void Real_text_without_a_trace_of_TeX_is_unchanged()
    {
        string[] traces = ["\\", "$", "^", "_", "{", "~", "`", "times", "sim", "(rho)", "bullet", "approx", "to0", "(ge", "(le", "geq"];
        string[] texts = [.. Texts().Where(t => !traces.Any(t.Contains))];
        Assert.True(texts.Length > 500);
        Assert.All(texts, t => Assert.Same(t, ReadableText.Of(t).Plain));
    }

    private static string Read(string text) => TextFolding.FoldWhiteSpace(ReadableText.Of(text).Plain);

    private static (string Original, string Captured)[] Pairs()
    {
        string file = Path.Combine(SharedData.Folder("hf-daily-papers"), "..", "latex-pairs.jsonl");
        Assert.SkipUnless(File.Exists(file), $"there is no {file}");
        return [.. File.ReadLines(file).Select(line => JsonDocument.Parse(line).RootElement).Select(e => (Text(e, "arxiv"), Text(e, "hf")))];
    }

    private static IEnumerable<string> Texts()
    {
        foreach (string file in Directory.GetFiles(SharedData.Folder("hf-daily-papers"), "*.json"))
        {
            foreach (JsonElement entry in JsonDocument.Parse(File.ReadAllBytes(file)).RootElement.EnumerateArray())
            {
                JsonElement paper = entry.GetProperty("paper");
                yield return Text(paper, "title");
                yield return Text(paper, "summary");
            }
        }
    }

    private static string Text(JsonElement element, string name) => TextFolding.FoldWhiteSpace(element.GetProperty(name).GetString()!);
}
