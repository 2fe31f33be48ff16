namespace DigestSite.Dumps.Arxiv;

/// <summary>A text with the place of its first character that is no white space; line and column from 1.</summary>
/// <param name="Text">White space folded.</param>
internal readonly record struct PlacedText(string Text, int Line, int Column);

/// <summary>One <c>entry</c> of Atom or <c>item</c> of RSS, as it says itself.</summary>
internal sealed class ArxivEntry
{
    public int FirstLine { get; init; }

    /// <summary>Where it opens, for what it lacks.</summary>
    public int Column { get; init; }

    public int LastLine { get; set; }

    /// <summary>What may name the paper, the best first: <c>id</c>, <c>guid</c>, <c>rdf:about</c>, <c>link</c>.</summary>
    public List<PlacedText> Names { get; } = [];

    public PlacedText? Title { get; set; }

    /// <summary>Atom's <c>summary</c>, or RSS's <c>description</c>.</summary>
    public PlacedText? Summary { get; set; }

    public List<string> Authors { get; } = [];

    /// <summary>The authors in one text, as announcements have them.</summary>
    public string? Creators { get; set; }

    public string? PrimaryCategory { get; set; }

    public List<string> Categories { get; } = [];

    public string? Comment { get; set; }

    public string? JournalReference { get; set; }

    public string? Doi { get; set; }

    /// <summary>Atom's <c>published</c>, or RSS's <c>pubDate</c>.</summary>
    public PlacedText? Published { get; set; }

    /// <summary><c>new</c>, <c>cross</c>, <c>replace</c>, <c>replace-cross</c>; null in an answer to a query.</summary>
    public string? AnnounceType { get; set; }
}
