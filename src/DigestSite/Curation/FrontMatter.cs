using DigestSite.Curation.Yaml;
using DigestSite.Diagnostics;

namespace DigestSite.Curation;

/// <summary>A Markdown file in its two parts.</summary>
/// <param name="Yaml">The front matter, with the places of the whole file.</param>
/// <param name="Body">The Markdown after it.</param>
internal sealed record FrontMatter(YamlSource Yaml, string Body)
{
    private const string Fence = "---";

    /// <summary>Null when the file does not open with front matter, or never closes it, which has then been reported.</summary>
    /// <param name="keys">What belongs there, for messages.</param>
    public static FrontMatter? Split(SourceText file, string keys, DiagnosticBag diagnostics)
    {
        if (!IsFence(file.Line(1).TrimStart('\uFEFF')))
        {
            diagnostics.Add(Catalog.MissingFrontMatter.At(file.At(1, 1, file.Line(1).Length), keys));
            return null;
        }

        int start = OffsetAfter(file, 1, 0);
        int end = start;
        for (int line = 2; line <= file.LineCount; line++)
        {
            int next = OffsetAfter(file, line, end);
            if (IsFence(file.Line(line)))
            {
                return new(new YamlSource(file, start, end - start), file.Text[next..]);
            }

            end = next;
        }

        diagnostics.Add(Catalog.UnclosedFrontMatter.At(file.At(1, 1, file.Line(1).Length)));
        return null;
    }

    private static bool IsFence(ReadOnlySpan<char> line) => line.TrimEnd().SequenceEqual(Fence);

    private static int OffsetAfter(SourceText file, int line, int lineStart)
    {
        int end = lineStart + file.Line(line).Length;
        ReadOnlySpan<char> rest = file.Text.AsSpan(end);
        return end + (rest.StartsWith("\r\n") ? 2 : rest.IsEmpty ? 0 : 1);
    }
}
