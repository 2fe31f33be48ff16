using System.Globalization;
using System.Text;
using DigestSite.Diagnostics;
using DigestSite.Dumps.Dating;
using DigestSite.Papers;

namespace DigestSite.Tests.Dumps.Dating;

/// <summary>
/// A few dumps written on a line each: <c>Mar 11 | Title A: Oct 6, 2024 | Title B: Jul 29 | Title C</c> is a page of Mar 11 with three listings,
/// the last without a date. <c>Title A [2501.08325]</c> has an arXiv id. A page that starts with <c>|</c> has no date line.
/// </summary>
internal sealed class Shelf
{
    private readonly List<Dump> _dumps = [];
    private readonly Dictionary<string, GivenYear> _given = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RecordedDate> _recorded = new(StringComparer.Ordinal);
    private DateOnly? _asOf;

    public IReadOnlyList<Dump> Dumps => _dumps;

    public Shelf Add(string name, string page)
    {
        _dumps.Add(Read(name, page));
        return this;
    }

    public Shelf Add(Dump dump)
    {
        _dumps.Add(dump);
        return this;
    }

    public Shelf Give(string name, int year)
    {
        var yaml = new SourceText("content/dumps.yml", string.Create(CultureInfo.InvariantCulture, $"dumps:\n  {name}:\n    year: {year}\n"));
        _given.Add(name, new(year, yaml.At(3, 11, 4)));
        return this;
    }

    public Shelf Record(string name, string date)
    {
        _recorded.Add(name, new(Iso(date), new SourceText("content/ledger.tsv", $"dump\t{name}\t{date}\n").At(1, 1, 4)));
        return this;
    }

    public Shelf AsOf(string date)
    {
        _asOf = Iso(date);
        return this;
    }

    public Dated Date(Func<IEnumerable<Dump>, IEnumerable<Dump>>? order = null)
    {
        var facts = new DatingFacts { Given = _given, Recorded = _recorded, PaperOf = PaperOf, ArxivOf = ArxivOf, AsOf = _asOf };
        var diagnostics = new DiagnosticBag();
        return new(DumpDating.Date([.. order is null ? _dumps : order(_dumps)], facts, diagnostics), diagnostics.InOrder());
    }

    public static Dump Read(string name, string page)
    {
        string[] parts = page.Split('|', StringSplitOptions.TrimEntries);
        var text = new StringBuilder(parts[0]);
        var listings = new List<Listing>();
        int line = 1;
        foreach (string part in parts.Skip(1).Where(p => p.Length > 0))
        {
            string[] fields = part.Split(": ");
            text.Append("\n\n").Append(string.Join('\n', fields));
            listings.Add(new()
            {
                Title = fields[0],
                Published = fields.Length > 1 ? Day(fields[1]) : null,
                TitleLine = line + 2,
                Lines = new(line + 2, line + 1 + fields.Length),
            });
            line += 1 + fields.Length;
        }

        return new()
        {
            Name = name,
            Source = new("content/dumps/" + name, text.ToString()),
            Date = parts[0].Length > 0 ? Day(parts[0]) : null,
            DateLine = parts[0].Length > 0 ? 1 : 0,
            Listings = listings.ToEquatableArray(),
            Parts = [],
        };
    }

    private static PrintedDate Day(string text)
    {
        string[] words = text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        int? year = words.Length > 2 ? int.Parse(words[2], CultureInfo.InvariantCulture) : null;
        return new(year, PrintedDate.MonthNumber(words[0]), int.Parse(words[1], CultureInfo.InvariantCulture));
    }

    private static DateOnly Iso(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    // "Technical Report" is what many papers are called.
    private static string? PaperOf(Listing listing) =>
        listing.Title == "Technical Report" ? null : TextFolding.FoldTitle(listing.Title.Split(" [")[0]);

    private static ArxivId? ArxivOf(Listing listing) =>
        listing.Title.Split(" [") is [_, var id] && ArxivId.TryParse(id.TrimEnd(']'), out ArxivId? arxiv) ? arxiv : null;
}

/// <summary>What came of dating a shelf.</summary>
internal sealed record Dated(IReadOnlyList<Capture> Captures, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Every date by name, as <c>a.txt 2025-03-11, b.txt 2025-11-03</c>, once nothing is wrong.</summary>
    public string Dates
    {
        get
        {
            Assert.Empty(Diagnostics.Select(d => d.ToString()));
            return AllDates;
        }
    }

    public string AllDates => string.Join(", ", Captures.OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => $"{c.Name} {Routes.Iso(c.Date)}"));

    /// <summary>The reasons for one date, a line each.</summary>
    public string Why(string name) => string.Join('\n', this[name].Evidence.Select(e => e.Reason));

    public Capture this[string name] => Captures.Single(c => c.Name == name);

    /// <summary>The only diagnostic, and the source text it points at.</summary>
    public Diagnostic Only(string id, string text)
    {
        Diagnostic diagnostic = Assert.Single(Diagnostics);
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(text, TextAt(diagnostic.Span));
        return diagnostic;
    }

    public static string TextAt(SourceSpan span) => span.Line == 0 ? "" : span.LineText!.Substring(span.Column - 1, span.Length);
}
