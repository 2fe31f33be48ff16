using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using DigestSite.Diagnostics;
using DigestSite.Dumps;

namespace DigestSite.Benchmarks;

/// <summary>arXiv's metadata snapshot with invented papers: one JSON object a line, in the order of keys and with the lengths of the real one.</summary>
internal static class SnapshotCorpus
{
    private const int LinesBetweenKnown = 250;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes so many MiB; now and then a line has one of the <paramref name="known"/> titles.</summary>
    public static void Write(Stream stream, int mebibytes, IReadOnlyList<string> known)
    {
        var seeds = Seeds.Read();
        var state = new Sequence(20251103);
        string[] sentences = [.. seeds.Sentences.Select(s => Json(Wrapped(s, 70)))];
        long written = 0;
        for (int number = 0; written < (long)mebibytes << 20; number++)
        {
            SamplePaper paper = SamplePaper.Make(number, seeds with { Sentences = ["x"] }, state);
            string title = number % LinesBetweenKnown == LinesBetweenKnown - 1 && known.Count > 0 ? known[number / LinesBetweenKnown % known.Count] : paper.Title;
            string authors = Json(string.Join(", ", paper.Authors));
            string text = string.Join(".\\n", Enumerable.Range(0, 5 + state.Next(5)).Select(_ => sentences[state.Next(sentences.Length)]));
            string line = string.Create(CultureInfo.InvariantCulture, $$"""{"id":"{{paper.Id}}","submitter":"{{paper.Authors[0]}}","authors":"{{authors}}","title":"{{Json(Wrapped(title, 66))}}","comments":"12 pages, 3 figures","journal-ref":null,"doi":null,"report-no":null,"categories":"cs.LG cs.CL","license":"http://arxiv.org/licenses/nonexclusive-distrib/1.0/","abstract":"  {{text}}.\n","versions":[{"version":"v1","created":"{{paper.Published.ToString("ddd, d MMM yyyy", CultureInfo.InvariantCulture)}} 17:18:42 GMT"}],"update_date":"{{paper.Published:yyyy-MM-dd}}","authors_parsed":[{{string.Join(',', paper.Authors.Select(a => $"[\"{a}\",\"A.\",\"\"]"))}}]}""");
            byte[] bytes = [.. System.Text.Encoding.UTF8.GetBytes(line), (byte)'\n'];
            stream.Write(bytes);
            written += bytes.Length;
        }
    }

    /// <summary>The titles that a content folder's captures list.</summary>
    public static string[] TitlesOf(string content) =>
    [
        .. Directory.GetFiles(Path.Combine(content, "dumps"))
            .Order(StringComparer.Ordinal)
            .SelectMany(f => DumpReader.Read(Path.GetFileName(f), new SourceText(f, File.ReadAllText(f)), new DiagnosticBag())!.Listings)
            .Select(l => l.Title),
    ];

    // arXiv breaks long lines and indents what follows.
    private static string Wrapped(string text, int width) =>
        text.Length > width && text.LastIndexOf(' ', width) is > 0 and var at ? $"{text[..at]}\n  {Wrapped(text[(at + 1)..], width)}" : text;

    private static string Json(string text) => JsonSerializer.Serialize(text, Plain)[1..^1];
}
