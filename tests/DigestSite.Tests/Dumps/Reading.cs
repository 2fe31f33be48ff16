using DigestSite.Diagnostics;
using DigestSite.Dumps;
using DigestSite.Papers;

namespace DigestSite.Tests.Dumps;

/// <summary>One text, read: the dump and what was said about it.</summary>
internal sealed record Reading(Dump Dump, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Prose that is no title by its length.</summary>
    public static readonly string Prose = string.Join(' ', Enumerable.Repeat("We study how far a small model can go, and when it stops.", 6));

    public IReadOnlyList<Listing> Listings => Dump.Listings;

    public static Reading Of(string text)
    {
        var diagnostics = new DiagnosticBag();
        Dump dump = TextDumpReader.Read("sample.txt", new SourceText("content/dumps/sample.txt", text), diagnostics);
        return new(dump, diagnostics.InOrder());
    }

    /// <summary>A file of any format, read with the reader that its content asks for.</summary>
    public static Reading OfFile(string name, string text) => Of(name, text, DumpReader.Read);

    public static Reading Of(string name, string text, Func<string, SourceText, DiagnosticBag, Dump?> read)
    {
        var diagnostics = new DiagnosticBag();
        Dump? dump = read(name, new SourceText("content/dumps/" + name, text), diagnostics);
        return new(dump!, diagnostics.InOrder());
    }

    /// <summary>A page of these blocks below its heading and date line.</summary>
    public static Reading OfBlocks(params string[] blocks) => Of(Page("Nov 3", blocks));

    public static string Page(string date, params string[] blocks) =>
        string.Join("\n\n", ["new", "Get trending papers in your email inbox!", "Subscribe", "Daily Papers", "byAK and the research community", date, .. blocks]);

    /// <summary>The only listing, once nothing was said.</summary>
    public Listing Single()
    {
        Assert.Empty(Diagnostics);
        return Assert.Single(Listings);
    }

    /// <summary>The source text that the only diagnostic of this id points at.</summary>
    public string TextAt(string id)
    {
        Diagnostic diagnostic = Assert.Single(Diagnostics, d => d.Id == id);
        return diagnostic.Span.LineText!.Substring(diagnostic.Span.Column - 1, diagnostic.Span.Length);
    }

    /// <summary>What a listing says, whatever lines it says it on.</summary>
    public static Listing Fields(Listing listing) => listing with { Lines = default, TitleLine = 0, TitleColumn = 1 };
}
