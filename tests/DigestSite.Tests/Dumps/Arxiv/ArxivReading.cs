using DigestSite.Diagnostics;
using DigestSite.Dumps;
using DigestSite.Papers;

namespace DigestSite.Tests.Dumps.Arxiv;

/// <summary>One feed, read: the dump and what was said about it.</summary>
internal sealed record ArxivReading(Dump Dump, IReadOnlyList<Diagnostic> Diagnostics)
{
    public const string Sound = """
        <id>http://arxiv.org/abs/2501.08325v2</id><title>A sound paper</title><summary>We show it.</summary><author><name>Ann Author</name></author>
        """;

    public IReadOnlyList<Listing> Listings => Dump.Listings;

    public static ArxivReading Of(string text, string name = "answer.xml")
    {
        var diagnostics = new DiagnosticBag();
        Dump? dump = DumpReader.Read(name, new SourceText("content/metadata/" + name, text), diagnostics);
        return new(dump!, diagnostics.InOrder());
    }

    /// <summary>arXiv's answer with these entries, each on a line.</summary>
    public static string Answer(params string[] entries) => $"""
        <?xml version='1.0' encoding='UTF-8'?>
        <feed xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
        <id>https://arxiv.org/api/x</id>
        <title>arXiv Query: search_query=all:testing&amp;start=0</title>
        {string.Join('\n', entries.Select(e => $"<entry>{e}</entry>"))}
        </feed>
        """;

    public static ArxivReading OfEntries(params string[] entries) => Of(Answer(entries));

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
}
