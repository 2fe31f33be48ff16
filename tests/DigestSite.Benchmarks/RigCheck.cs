using System.Globalization;
using System.Text.Json;

namespace DigestSite.Benchmarks;

/// <summary>
/// Whether each abstract of a rig's corpus is in our site as it was captured. Pages show what was meant by TeX that a listing damaged, so the rig,
/// which looks for the captured letters on pages, misses some; the API has them all.
/// </summary>
internal static class RigCheck
{
    /// <summary>Prints how many papers of the corpus the site's API has, letter for letter.</summary>
    public static bool Print(string corpus, string site)
    {
        Dictionary<string, string> made = Directory.EnumerateFiles(Path.Combine(site, "api", "papers"), "*.json").Select(Read).Select(Paper).ToDictionary(StringComparer.Ordinal);
        (string Title, string Abstract)[] wanted;
        using (JsonDocument papers = Read(Path.Combine(corpus, "data", "papers.json")))
        {
            wanted = [.. papers.RootElement.EnumerateArray().Select(Paper)];
        }

        int right = wanted.Count(p => made.TryGetValue(p.Title, out string? text) && text == p.Abstract);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{right:N0} of {wanted.Length:N0} papers of the corpus are in the API with title and abstract as they were captured"));
        return right == wanted.Length;
    }

    private static JsonDocument Read(string file) => JsonDocument.Parse(File.ReadAllBytes(file));

    private static (string Title, string Abstract) Paper(JsonDocument file)
    {
        using (file)
        {
            return Paper(file.RootElement);
        }
    }

    private static (string Title, string Abstract) Paper(JsonElement paper) => (paper.GetProperty("title").GetString()!, paper.GetProperty("abstract").GetString() ?? "");
}
