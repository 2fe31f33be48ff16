using System.Buffers;
using DigestSite.Diagnostics;

namespace DigestSite.Curation.Yaml;

/// <summary>The part of a file that is YAML: all of it, or the front matter of a page.</summary>
internal readonly record struct YamlSource(SourceText File, int Start, int Length)
{
    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \t:,]}\r\n");

    /// <summary>The whole file, but for a byte order mark.</summary>
    public static YamlSource Whole(SourceText file)
    {
        int start = file.Text.StartsWith('\uFEFF') ? 1 : 0;
        return new(file, start, file.Text.Length - start);
    }

    public string Text => File.Text.Substring(Start, Length);

    /// <summary>The place of a YAML token, cut at the end of its first line; an empty one becomes the word that follows.</summary>
    /// <remarks>Offsets, because YAML counts lines in its own way: it breaks them at U+0085 and U+2028 too.</remarks>
    public SourceSpan At(long from, long to)
    {
        int start = (int)Math.Clamp(from, 0, Length);
        ReadOnlySpan<char> text = File.Text.AsSpan(Start + start, (int)Math.Clamp(to, start, Length) - start);
        int lineEnd = text.IndexOfAny('\r', '\n');
        return File.AtOffset(Start + start, text.IsEmpty ? WordLength(start) : lineEnd < 0 ? text.Length : lineEnd);
    }

    // The parser places a collection, and much that is wrong, at a point.
    private int WordLength(int start)
    {
        ReadOnlySpan<char> rest = File.Text.AsSpan(Start + start, Length - start);
        int end = rest.IndexOfAny(WordEnds);
        return rest is [':' or ',' or '[' or ']' or '{' or '}', ..] ? 1 : end < 0 ? rest.Length : end;
    }
}
