using System.Text;
using System.Xml;

namespace DigestSite.Feeds;

/// <summary>Writes XML in pieces: an entry once, and each document around the entries it holds.</summary>
internal static class FeedXml
{
    public const string AtomNamespace = "http://www.w3.org/2005/Atom";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
    };

    // One a thread: a feed of a megabyte that grows in a buffer of its own takes three times its memory.
    [ThreadStatic]
    private static MemoryStream? _document;

    // A document asks for its pieces while it is written.
    [ThreadStatic]
    private static MemoryStream? _piece;

    /// <summary>The bytes of what <paramref name="write"/> writes within the elements that <paramref name="open"/> starts.</summary>
    public static byte[] Piece(Action<XmlWriter> open, Action<XmlWriter> write)
    {
        MemoryStream bytes = _piece ??= new(1 << 14);
        bytes.SetLength(0);
        using var xml = XmlWriter.Create(bytes, Settings);
        open(xml);

        // An element before it, so that the start tag around both is closed.
        xml.WriteElementString("x", "");
        xml.Flush();
        int start = (int)bytes.Length;
        write(xml);
        xml.Flush();
        return bytes.GetBuffer()[start..(int)bytes.Length];
    }

    /// <summary>A whole document: what <paramref name="open"/> writes, the entries, and the end of all that is open.</summary>
    /// <param name="style">The style sheet that a browser shows it with, or null.</param>
    public static ReadOnlyMemory<byte> Document(string? style, Action<XmlWriter> open, IEnumerable<SharedEntry> entries, Func<SharedEntry, ReadOnlySpan<byte>> piece)
    {
        MemoryStream bytes = _document ??= new(1 << 16);
        bytes.SetLength(0);
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartDocument();
            if (style is not null)
            {
                xml.WriteProcessingInstruction("xml-stylesheet", $"type=\"text/css\" href=\"{style}\"");
            }

            open(xml);
            xml.Flush();
            foreach (SharedEntry entry in entries)
            {
                bytes.Write(piece(entry));
            }
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    /// <summary>An element with plain text.</summary>
    public static void Text(this XmlWriter xml, string element, string text) => xml.WriteElementString(element, FeedText.Clean(text));

    /// <summary>An empty element of the writer's own or of another namespace.</summary>
    /// <param name="attributes">Names and values; what has no value is left out.</param>
    public static void Empty(this XmlWriter xml, string element, string? ns, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        xml.WriteStartElement(element, ns);
        foreach ((string name, string? value) in attributes)
        {
            if (value is not null)
            {
                xml.WriteAttributeString(name, FeedText.Clean(value));
            }
        }

        xml.WriteEndElement();
    }
}
