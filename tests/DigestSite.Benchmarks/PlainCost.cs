using System.Text;
using System.Text.Json;
using System.Xml;
using AngleSharp.Html.Parser;

namespace DigestSite.Benchmarks;

/// <summary>What merely parsing the same bytes costs, with what the platform or the best library gives, keeping nothing.</summary>
internal static class PlainCost
{
    /// <summary>Decodes and looks at each line.</summary>
    public static int Lines(byte[] bytes)
    {
        int count = 0;
        foreach (ReadOnlySpan<char> line in Encoding.UTF8.GetString(bytes).AsSpan().EnumerateLines())
        {
            count += line.IsWhiteSpace() ? 0 : 1;
        }

        return count;
    }

    /// <summary>Walks every token.</summary>
    public static int Json(ReadOnlySpan<byte> bytes)
    {
        int count = 0;
        var reader = new Utf8JsonReader(bytes);
        while (reader.Read())
        {
            count++;
        }

        return count;
    }

    /// <summary>Makes the document, as a reader of cards by selectors would have to.</summary>
    public static int Html(byte[] bytes) => new HtmlParser().ParseDocument(Encoding.UTF8.GetString(bytes)).All.Length;

    /// <summary>Walks every node and takes its text.</summary>
    public static int Xml(byte[] bytes)
    {
        int count = 0;
        using var reader = XmlReader.Create(new MemoryStream(bytes));
        while (reader.Read())
        {
            count += reader.Value.Length;
        }

        return count;
    }

    /// <summary>Finds the ends of lines, as <c>wc -l</c> does.</summary>
    public static int LineFeeds(byte[] bytes) => bytes.AsSpan().Count((byte)'\n');

    /// <summary>Walks every token of every line.</summary>
    public static int JsonLines(byte[] bytes)
    {
        int count = 0;
        foreach (Range line in bytes.AsSpan().Split((byte)'\n'))
        {
            ReadOnlySpan<byte> json = bytes.AsSpan(line);
            count += json.IsEmpty ? 0 : Json(json);
        }

        return count;
    }
}
