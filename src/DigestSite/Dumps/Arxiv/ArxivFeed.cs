namespace DigestSite.Dumps.Arxiv;

/// <summary>A feed as it was read, whosever it is.</summary>
internal sealed class ArxivFeed
{
    public const string Namespace = "http://arxiv.org/schemas/atom";

    private const string Host = "arxiv.org";
    private const string ErrorTitle = "Feed error";

    /// <summary>The root element's local name; empty when the XML breaks off before it.</summary>
    public string Root { get; set; } = "";

    /// <summary>Whether the root declares the namespace of arXiv's own elements.</summary>
    public bool DeclaresArxiv { get; set; }

    public PlacedText? Id { get; set; }

    public PlacedText? Link { get; set; }

    public PlacedText? Title { get; set; }

    /// <summary>What an RSS channel says of itself: of an error, what it is.</summary>
    public PlacedText? Description { get; set; }

    /// <summary>The day an announcement is of, as RSS prints it.</summary>
    public PlacedText? Published { get; set; }

    public List<ArxivEntry> Entries { get; } = [];

    /// <summary>Where the first entry stands that is one too many; null where none is.</summary>
    public (int Line, int Column)? Excess { get; set; }

    /// <summary>Where and why reading ended before the end; null for a whole file.</summary>
    public XmlFault? Fault { get; set; }

    /// <summary>Whether it is a feed at all: Atom, RSS 2.0, RSS 1.0.</summary>
    public bool IsFeed => Root is "feed" or "rss" or "RDF";

    public bool IsArxivs => IsFeed && (DeclaresArxiv || IsOfArxiv(Id) || IsOfArxiv(Link) || Entries.Exists(e => ArxivReference.Of(e) is not null));

    public bool IsError => Title?.Text.StartsWith(ErrorTitle, StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsOfArxiv(PlacedText? name) => name?.Text.Contains(Host, StringComparison.OrdinalIgnoreCase) == true;
}

/// <summary>Where XML is none.</summary>
internal sealed record XmlFault(int Line, int Column, string Reason);
