using System.Xml;
using DigestSite.Diagnostics;

namespace DigestSite.Dumps.Arxiv;

/// <summary>The elements of Atom, RSS 2.0 and RSS 1.0 that tell of papers; the three do not contradict each other.</summary>
/// <remarks>
/// https://info.arxiv.org/help/api/user-manual.html#52-details-of-atom-results-returned,
/// https://info.arxiv.org/help/rss_specifications.html; RSS 1.0 is what arXiv announced with until 2024.
/// </remarks>
internal sealed class FeedReader
{
    /// <summary>More are not read: arXiv gives 2,000 at once.</summary>
    public const int MostEntries = 10_000;

    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Rss1 = "http://purl.org/rss/1.0/";
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    private readonly FeedXml _xml;
    private readonly ArxivFeed _feed = new();

    private FeedReader(FeedXml xml) => _xml = xml;

    /// <summary>What of <paramref name="source"/> could be read: of damaged XML, all entries that end before the damage.</summary>
    public static ArxivFeed Read(SourceText source)
    {
        using var xml = new FeedXml(source);
        var reader = new FeedReader(xml);
        try
        {
            reader.ReadRoot();
        }
        catch (XmlException e)
        {
            reader._feed.Fault = xml.FaultOf(e);
        }

        return reader._feed;
    }

    private void ReadRoot()
    {
        if (!_xml.ReadToElement(-1))
        {
            return;
        }

        _feed.Root = _xml.Name;
        _feed.DeclaresArxiv = _xml.Declares(ArxivFeed.Namespace);
        if (!_feed.IsFeed)
        {
            // Another document: whether it is well formed is not asked.
            return;
        }

        // A channel of RSS 2.0 holds its items; in RSS 1.0 they follow it.
        while (_xml.ReadToElement(0))
        {
            if (_xml.Name is "entry" or "item")
            {
                if (_feed.Entries.Count == MostEntries)
                {
                    _feed.Excess = _xml.Place;
                    return;
                }

                ReadEntry();
            }
            else if (_xml.Depth == 1 || (_xml.Depth == 2 && _feed.Root != "feed"))
            {
                ReadHeader();
            }
        }
    }

    private void ReadHeader()
    {
        switch (_xml.Name)
        {
            case "id" when IsCore:
                _feed.Id = _xml.ReadText();
                break;
            case "link" when IsCore:
                _feed.Link = _xml.ReadText() is { Text.Length: > 0 } address ? address : _feed.Link;
                break;
            case "title" when IsCore:
                _feed.Title ??= _xml.ReadText();
                break;
            case "description" when IsCore:
                _feed.Description ??= _xml.ReadText();
                break;
            case "pubDate":
                _feed.Published = _xml.ReadText();
                break;
        }
    }

    private void ReadEntry()
    {
        (int line, int column) = _xml.Place;
        var entry = new ArxivEntry { FirstLine = line, Column = column - 1, LastLine = line };
        Name(entry, new(_xml.Attribute("about", Rdf) ?? "", line, column));
        if (!_xml.IsEmpty)
        {
            int depth = _xml.Depth;
            while (_xml.ReadToElement(depth))
            {
                if (_xml.Depth == depth + 1)
                {
                    ReadChild(entry);
                }
            }

            entry.LastLine = _xml.Place.Line;
        }

        _feed.Entries.Add(entry);
    }

    private bool IsCore => _xml.Namespace is Atom or "" or Rss1;

    private void ReadChild(ArxivEntry entry)
    {
        if (IsCore)
        {
            ReadCore(entry);
        }
        else if (_xml.Namespace == ArxivFeed.Namespace)
        {
            ReadArxivs(entry);
        }
        else if (_xml.Namespace == DublinCore && _xml.Name == "creator")
        {
            string creators = _xml.ReadText().Text;
            entry.Creators = entry.Creators is null ? creators : entry.Creators + ", " + creators;
        }
    }

    private void ReadCore(ArxivEntry entry)
    {
        switch (_xml.Name)
        {
            case "id" or "guid":
                Name(entry, _xml.ReadText());
                break;
            case "link":
                ReadLink(entry);
                break;
            case "title":
                entry.Title = _xml.ReadText();
                break;
            case "summary" or "description":
                entry.Summary = _xml.ReadText();
                break;
            case "published" or "pubDate":
                entry.Published = _xml.ReadText();
                break;
            case "author":
                ReadAuthor(entry);
                break;
            case "category":
                string? term = _xml.Attribute("term");
                entry.Categories.Add(term ?? _xml.ReadText().Text);
                break;
        }
    }

    private void ReadArxivs(ArxivEntry entry)
    {
        switch (_xml.Name)
        {
            case "primary_category":
                entry.PrimaryCategory = _xml.Attribute("term");
                break;
            case "comment":
                entry.Comment = _xml.ReadText().Text;
                break;
            case "journal_ref" or "journal_reference":
                entry.JournalReference = _xml.ReadText().Text;
                break;
            case "doi" or "DOI":
                entry.Doi = _xml.ReadText().Text;
                break;
            case "announce_type":
                entry.AnnounceType = _xml.ReadText().Text;
                break;
        }
    }

    private void ReadLink(ArxivEntry entry)
    {
        (int line, int column) = _xml.Place;
        if (_xml.Attribute("href") is not { } address)
        {
            Name(entry, _xml.ReadText());
        }
        else if (_xml.Attribute("rel") is null or "alternate")
        {
            Name(entry, new(address, line, column));
        }
    }

    private void ReadAuthor(ArxivEntry entry)
    {
        if (_xml.IsEmpty)
        {
            return;
        }

        int depth = _xml.Depth;
        while (_xml.ReadToElement(depth))
        {
            if (_xml.Name == "name" && _xml.Depth == depth + 1 && _xml.ReadText().Text is { Length: > 0 } name)
            {
                entry.Authors.Add(name);
            }
        }
    }

    private static void Name(ArxivEntry entry, PlacedText name)
    {
        if (name.Text.Length > 0)
        {
            entry.Names.Add(name);
        }
    }
}
