using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DigestSite.Benchmarks;

/// <summary>
/// A content folder over a corpus of a rig that builds the same papers with several generators: a folder with <c>dumps/*.txt</c> and
/// <c>themes.json</c>, a list of themes with <c>slug</c>, <c>name</c>, <c>description</c> and the <c>terms</c> that titles have.
/// </summary>
internal static class RigLayout
{
    /// <summary>The address that the rig's check takes for the site's own.</summary>
    public const string BaseUrl = "https://digest.example/";

    // Every JSON string of this writer is a double-quoted YAML scalar too (YAML 1.2.2, 1.3).
    private static readonly JsonSerializerOptions Scalar = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes site.yml and themes.yml, and links to the corpus's dumps: what is changed there is changed here.</summary>
    /// <param name="corpus">Is only read.</param>
    /// <param name="folder">May hold an earlier layout, of any corpus.</param>
    /// <param name="withTags">
    /// Whether each of the rig's themes is a tag too. There, a paper stands under each theme that its title has a term of; here it has one theme.
    /// As tags, they have its pages too, but also those of all papers whose abstract has a term, and feeds in three formats each.
    /// </param>
    public static void Write(string corpus, string folder, bool withTags = false)
    {
        string themes = Path.Combine(corpus, "themes.json");
        string dumps = Path.Combine(corpus, "dumps");
        if (!File.Exists(themes) || !Directory.Exists(dumps))
        {
            throw new ArgumentException($"{corpus} is no corpus of the rig: it has dumps/*.txt and themes.json", nameof(corpus));
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "site.yml"), Site);
        using (var json = JsonDocument.Parse(File.ReadAllBytes(themes)))
        {
            File.WriteAllText(Path.Combine(folder, "themes.yml"), Rules("themes", json.RootElement, "{{ phrase: {0}, title: 100, abstract: 1 }}"));
            File.WriteAllText(Path.Combine(folder, "tags.yml"), withTags ? Rules("tags", json.RootElement, "{0}") : "tags: []\n");
        }

        // What an earlier corpus had published is no promise of this one.
        File.Delete(Path.Combine(folder, SiteBuilder.LedgerName));
        string link = Path.Combine(folder, "dumps");
        if (Directory.Exists(link) && Directory.ResolveLinkTarget(link, returnFinalTarget: false) is not null)
        {
            Directory.Delete(link);
        }

        Directory.CreateSymbolicLink(link, Path.GetFullPath(dumps));
    }

    // What is not said has its default: all that the program makes is on.
    private static string Site => $$"""
        title: Paper Digest
        tagline: The rig's corpus
        description: The papers that every generator of the rig makes a site of.
        base_url: {{BaseUrl}}
        feed_authority: digest.example,2025
        navigation:
          - { title: Digests, path: /digests/ }
          - { title: Themes, path: /themes/ }
          - { title: Trending, path: /trending/ }
          - { title: Search, path: /search/ }

        """;

    // There, only titles count. Here abstracts do too, so a title weighs more than any abstract can.
    private static string Rules(string kind, JsonElement themes, string phrase)
    {
        var yaml = new StringBuilder(kind).Append(":\n");
        foreach (JsonElement theme in themes.EnumerateArray())
        {
            yaml.Append("  - id: ").Append(Quoted(theme, "slug")).Append("\n    title: ").Append(Quoted(theme, "name"))
                .Append("\n    description: ").Append(Quoted(theme, "description")).Append("\n    match:\n");
            foreach (JsonElement term in theme.GetProperty("terms").EnumerateArray())
            {
                yaml.Append("      - ").Append(string.Format(CultureInfo.InvariantCulture, phrase, Quoted(term))).Append('\n');
            }
        }

        return yaml.ToString();
    }

    private static string Quoted(JsonElement item, string name) => Quoted(item.GetProperty(name));

    private static string Quoted(JsonElement text) => JsonSerializer.Serialize(text.GetString(), Scalar);
}
