using System.Globalization;
using System.Text.RegularExpressions;

namespace DigestSite.Tests.Sites;

/// <summary>An independent, naive reading of the real dumps: blocks between blank lines, each title followed by its abstract.</summary>
internal sealed record PlainReading(string Dump, string Title, string Abstract, string[]? Attribution)
{
    /// <summary>When each was captured, as found out by hand.</summary>
    public static IReadOnlyDictionary<string, string> Dates { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["000_00b01ab70c9f1eb7.txt"] = "2025-03-11",
        ["001_699eaed0a974268d.txt"] = "2025-11-03",
        ["002_28a6b3889ae63771.txt"] = "2026-01-07",
        ["003_65c32f802f00d1f1.txt"] = "2025-06-26",
        ["004_e8db5a3c5d923db9.txt"] = "2025-03-14",
    };

    private bool CountsAuthors => Attribution is [var by, ..] && by.StartsWith("  • ", StringComparison.Ordinal);

    public int? AuthorCount => CountsAuthors ? int.Parse(Attribution![0].Split(' ')[3], CultureInfo.InvariantCulture) : null;

    public string? OrganizationName => Attribution is null || CountsAuthors ? null : Attribution[0][(Attribution[0].IndexOf(' ', StringComparison.Ordinal) + 1)..];

    public int? Comments => DateMatch is { } match && match.Groups["comments"].Success ? int.Parse(match.Groups["comments"].Value, CultureInfo.InvariantCulture) : null;

    public string? Published => DateMatch is { } match
        ? DateOnly.ParseExact(
            match.Groups["day"].Value + " " + (match.Groups["year"].Success ? match.Groups["year"].Value : Dates[Dump][..4]), "MMM d yyyy", CultureInfo.InvariantCulture)
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : null;

    private Match? DateMatch => Attribution is null ? null : Regex.Match(
        Attribution[2], @"^(?<day>[A-Z][a-z]{2} \d+)(, (?<year>\d{4}))?( (?<comments>\d+))?$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    public static Dictionary<string, List<PlainReading>> OfAll(string folder) => Directory.GetFiles(folder, "*.txt")
        .SelectMany(f => Of(Path.GetFileName(f), File.ReadAllText(f)))
        .GroupBy(r => r.Title, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);

    private static IEnumerable<PlainReading> Of(string dump, string text)
    {
        string[] blocks = text.Split("\n\n");
        int i = Array.FindIndex(blocks, b => Regex.IsMatch(b, @"^[A-Z][a-z]{2} \d+$", RegexOptions.None, TimeSpan.FromSeconds(1))) + 1;
        while (i + 1 < blocks.Length)
        {
            string title = blocks[i++];
            string body = blocks[i++];
            string[]? attribution = i < blocks.Length && blocks[i].Split('\n') is { Length: 3 } lines ? lines : null;
            i += attribution is null ? 0 : 1;
            yield return new PlainReading(dump, title, body, attribution);
        }
    }
}
