using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using DigestSite.Papers;

namespace DigestSite.Searching;

/// <summary>
/// The index of the search page as static files: one small file with the newest papers and a list of the others; blocks of papers with
/// what results show and titles are found by; beside each block, the terms of its abstracts and authors.
/// </summary>
/// <remarks>
/// Papers are counted from the oldest, so that a new one changes only the last block: browsers keep the others. Addresses carry a hash
/// of what they lead to, so that no browser puts blocks of two builds together.
/// </remarks>
internal sealed class SearchIndex
{
    /// <summary>How many papers the file that the page loads at once holds, and how many a block.</summary>
    public const int Newest = 200;
    public const int BlockSize = 250;

    private const string Source = "content/site.yml";

    // As in the API: letters stay readable, what could end a script or an attribute is escaped.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    // One a thread: a block grows to 150 kB.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _bytes;

    private readonly ReadablePapers _readable;
    private readonly Paper[] _oldestFirst;
    private readonly Func<Paper, string?> _byline;
    private readonly Block[] _blocks;

    private SearchIndex(SiteModel site, Func<Paper, string?> byline)
    {
        EquatableArray<Paper> newestFirst = site.Archive.Papers;
        _readable = site.Readable;
        _byline = byline;
        _oldestFirst = new Paper[newestFirst.Count];
        for (int i = 0; i < newestFirst.Count; i++)
        {
            _oldestFirst[^(i + 1)] = newestFirst[i];
        }

        _blocks = new Block[(newestFirst.Count + BlockSize - 1) / BlockSize];
        for (int i = 0; i < _blocks.Length; i++)
        {
            int from = i * BlockSize;
            ArraySegment<Paper> papers = new(_oldestFirst, from, Math.Min(BlockSize, _oldestFirst.Length - from));
            _blocks[i] = new(i, from, papers, new(() => Document(json => WritePapers(json, from, papers))), new(() => Document(json => WriteTerms(json, papers))));
        }
    }

    /// <summary>The files; none for a site whose index another program makes.</summary>
    /// <param name="byline">Who wrote a paper, as results say it; null when nobody is known.</param>
    public static IEnumerable<PlannedFile> Plan(SiteModel site, Func<Paper, string?> byline)
    {
        if (site.UsesPagefind)
        {
            return [];
        }

        var index = new SearchIndex(site, byline);
        return
        [
            new(Routes.SearchIndex, Source, () => Document(index.WriteLatest)) { Turn = RenderTurn.Last },
            .. index._blocks.SelectMany(b => (PlannedFile[])
            [
                new(Routes.SearchPapers(b.Number), Source, b.PapersJson.Make),
                new(Routes.SearchTerms(b.Number), Source, b.TermsJson.Make),
            ]),
        ];
    }

    private static ReadOnlyMemory<byte> Document(Action<Utf8JsonWriter> write)
    {
        // One document asks for others while it is written.
        ArrayBufferWriter<byte> bytes = _bytes ?? new(256 * 1024);
        _bytes = null;
        bytes.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(bytes, Compact))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        bytes.Write("\n"u8);
        byte[] document = bytes.WrittenSpan.ToArray();
        _bytes = bytes;
        return document;
    }

    private void WriteLatest(Utf8JsonWriter json)
    {
        int from = Math.Max(0, _oldestFirst.Length - Newest);
        json.WriteNumber("papers", _oldestFirst.Length);
        WriteList(json, "stop", SearchTerms.Stop);
        json.WriteStartArray("blocks");
        foreach (Block block in _blocks)
        {
            json.WriteStartObject();
            json.WriteNumber("from", block.From);
            json.WriteNumber("count", block.Papers.Count);
            json.WriteString("url", Address(Routes.SearchPapers(block.Number), block.PapersJson.Facts));
            json.WriteStartObject("terms");
            json.WriteNumber("bytes", block.TermsJson.Facts.Length);
            json.WriteString("url", Address(Routes.SearchTerms(block.Number), block.TermsJson.Facts));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("newest");
        WritePapers(json, from, new(_oldestFirst, from, _oldestFirst.Length - from));
        json.WriteEndObject();
    }

    // Relative to this file, so that the site may stand anywhere.
    private static string Address(SitePath path, BlockFacts facts) => $"{path.ToString()[Routes.Search.ToString().Length..]}?{facts.Hash}";

    // A column a field, for a key a paper would be half of the file. Themes, tags and organizations are numbers in lists of the block's own.
    private void WritePapers(Utf8JsonWriter json, int from, ArraySegment<Paper> papers)
    {
        var themes = new Numbered();
        var tags = new Numbered();
        var organizations = new Numbered();
        json.WriteNumber("from", from);
        WriteList(json, "urls", papers.Select(p => $"../{Routes.Paper(p.Slug)}"));
        WriteList(json, "titles", papers.Select(p => _readable.Title(p).Plain));
        WriteList(json, "by", papers.Select(p => p.Organization is null ? _byline(p) ?? "" : ""));
        WriteNumbers(json, "org", papers.Select(p => p.Organization is { } organization ? organizations.NumberOf(organization.Name) : -1));
        WriteNumbers(json, "theme", papers.Select(p => themes.NumberOf(p.Theme.Id)));
        json.WriteStartArray("tag");
        foreach (Paper paper in papers)
        {
            WriteNumbers(json, null, paper.Tags.Select(t => tags.NumberOf(t.Id)));
        }

        json.WriteEndArray();
        WriteNumbers(json, "year", papers.Select(YearOf));
        WriteNumbers(json, "listed", papers.Select(p => p.Published is null ? 1 : 0));
        WriteList(json, "arxiv", papers.Select(p => p.Arxiv?.ToString() ?? ""));
        WriteNumbers(json, "code", papers.Select(p => CodeLinks.Has(p) ? 1 : 0));
        WriteList(json, "orgs", organizations.Names);
        WriteList(json, "themes", themes.Names);
        WriteList(json, "tags", tags.Names);
    }

    /// <summary>The year that the page files a paper under: when it was published or, where that is not known, first listed.</summary>
    public static int YearOf(Paper paper) => (paper.Published ?? paper.FirstListed).Year;

    // Authors before the bar, the abstract's terms behind it; what is found by title or byline is not said again.
    private void WriteTerms(Utf8JsonWriter json, ArraySegment<Paper> papers)
    {
        var terms = new SearchTerms();
        json.WriteStartArray("terms");
        foreach (Paper paper in papers)
        {
            string byline = paper.Organization?.Name ?? _byline(paper) ?? "";
            string authors = terms.DistinctNames(paper.Authors, byline);
            string text = terms.Distinct([.. paper.Keywords, _readable.Abstract(paper)?.Plain ?? ""], _readable.Title(paper).Plain);
            json.WriteStringValue(authors.Length == 0 ? text : $"{authors}|{text}");
        }

        json.WriteEndArray();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string? name, IEnumerable<int> values)
    {
        if (name is null)
        {
            json.WriteStartArray();
        }
        else
        {
            json.WriteStartArray(name);
        }

        foreach (int value in values)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }

    private sealed record Block(int Number, int From, ArraySegment<Paper> Papers, BlockFile PapersJson, BlockFile TermsJson);

    /// <summary>Names by number, in the order in which they first occur.</summary>
    private sealed class Numbered
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
        private readonly List<string> _names = [];

        public IReadOnlyList<string> Names => _names;

        public int NumberOf(string name)
        {
            if (!_numbers.TryGetValue(name, out int number))
            {
                number = _names.Count;
                _names.Add(name);
                _numbers.Add(name, number);
            }

            return number;
        }
    }
}
