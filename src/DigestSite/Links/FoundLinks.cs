using System.Text;

namespace DigestSite.Links;

/// <summary>Everything that points somewhere, or can be pointed at, in one file. One of these reads many files, one after the other.</summary>
internal sealed class FoundLinks : IDisposable
{
    // The formats of a feed come one after the other: twice its entries are enough.
    private const int MostEmbedded = 128;

    private readonly List<IDisposable> _held = [];
    private readonly Dictionary<string, Link[]> _embedded = new(StringComparer.Ordinal);
    private char[] _buffer = [];

    /// <summary>Where tags are read into, one after the other.</summary>
    public HtmlTag Tag { get; } = new();

    public List<Link> Links { get; } = [];

    public List<Anchor> Anchors { get; } = [];

    /// <summary>The links of HTML that stood as text in files read before: an entry stands in several feeds, each in three formats.</summary>
    public IReadOnlyDictionary<string, Link[]> Embedded => _embedded;

    /// <summary>The page's <c>&lt;base href&gt;</c>: the first one counts.</summary>
    public Link? Base { get; set; }

    /// <summary>Whether the page sends its reader on at once (<c>meta http-equiv=refresh</c>).</summary>
    public bool Redirects { get; set; }

    /// <summary>Why the file cannot be read, and where.</summary>
    public (string Reason, TextRange Range)? Fault { get; set; }

    /// <summary>Forgets the last file and reads this one. A file of a kind that holds no links is left alone.</summary>
    public void Read(OutputFile file)
    {
        Clear();
        string path = file.Path.FilePath;
        switch (Path.GetExtension(path.AsSpan()))
        {
            case ".html" or ".htm":
                HtmlLinks.Read(Decode(file.Bytes), this);
                break;
            case ".css":
                CssLinks.Read(Decode(file.Bytes), this);
                break;
            case ".xml" or ".opml" or ".rss" or ".atom":
                XmlLinks.Read(file.Bytes, Decode(file.Bytes), LinkRules.Absolute, this);
                break;
            case ".svg":
                XmlLinks.Read(file.Bytes, Decode(file.Bytes), LinkRules.None, this);
                break;
            case ".json" or ".webmanifest":
                JsonLinks.Read(WithoutMark(file.Bytes.Span), path, this);
                break;
            case ".md":
                TextLinks.ReadMarkdown(Decode(file.Bytes), this);
                break;
            case ".bib":
                TextLinks.ReadBibTeX(Decode(file.Bytes), this);
                break;
            case ".txt" when path == "robots.txt":
                RobotsLinks.Read(Decode(file.Bytes), this);
                break;
        }
    }

    /// <summary>The text that ranges in this file count by.</summary>
    public static string TextOf(OutputFile file) => Encoding.UTF8.GetString(WithoutMark(file.Bytes.Span));

    /// <summary>How much was found so far, for a reading that may have to be done again.</summary>
    public Mark Here => new(Links.Count, Anchors.Count, Base, Redirects);

    /// <summary>Forgets what was found since.</summary>
    public void GoBackTo(Mark mark)
    {
        Links.RemoveRange(mark.Links, Links.Count - mark.Links);
        Anchors.RemoveRange(mark.Anchors, Anchors.Count - mark.Anchors);
        (Base, Redirects) = (mark.Base, mark.Redirects);
    }

    /// <summary>Keeps what owns the memory of links until the next file is read.</summary>
    public void Hold(IDisposable owner) => _held.Add(owner);

    /// <summary>Keeps what <see cref="Embedded"/> has of this text for a while.</summary>
    public void KeepEmbedded(string html, Link[] links)
    {
        if (_embedded.Count == MostEmbedded)
        {
            _embedded.Clear();
        }

        _embedded.Add(html, links);
    }

    public void Add(ReadOnlyMemory<char> url, ReadOnlyMemory<char> element, string attribute, TextRange range, LinkRules rules) =>
        Links.Add(new(url, element, attribute, range, rules));

    public void Dispose() => Clear();

    private void Clear()
    {
        Links.Clear();
        Anchors.Clear();
        Base = null;
        Redirects = false;
        Fault = null;
        _held.ForEach(owner => owner.Dispose());
        _held.Clear();
    }

    private ReadOnlyMemory<char> Decode(ReadOnlyMemory<byte> bytes)
    {
        // UTF-8 never has more UTF-16 units than bytes.
        if (_buffer.Length < bytes.Length)
        {
            _buffer = new char[Math.Max(bytes.Length, 2 * _buffer.Length)];
        }

        return _buffer.AsMemory(0, Encoding.UTF8.GetChars(WithoutMark(bytes.Span), _buffer));
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;

    /// <summary>See <see cref="Here"/>.</summary>
    internal readonly record struct Mark(int Links, int Anchors, Link? Base, bool Redirects);
}
