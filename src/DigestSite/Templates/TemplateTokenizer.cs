using System.Buffers;
using DigestSite.Diagnostics;

namespace DigestSite.Templates;

/// <summary>Splits a template into tags and the markup between them; every character belongs to exactly one piece.</summary>
internal static class TemplateTokenizer
{
    private const string LongComment = "{{!--";

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \t\r\n<{}");

    // Names, paths (`../site.base`), loop variables (`@index`) and partials (`page-head`); quotes, `=`, `(`, `~`, `&` and `^` are beyond.
    private static readonly SearchValues<char> PathCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-./");

    public static List<TemplateTag> Split(SourceText source)
    {
        var tags = new List<TemplateTag>();
        string text = source.Text;
        int position = 0;
        while (position < text.Length)
        {
            int open = text.IndexOf("{{", position, StringComparison.Ordinal);
            if (open < 0)
            {
                open = text.Length;
            }

            if (open > position)
            {
                tags.Add(new(TagKind.Markup, source, position, open - position, []));
            }

            if (open < text.Length)
            {
                TemplateTag tag = ReadTag(source, open);
                tags.Add(tag);
                open += tag.Length;
            }

            position = open;
        }

        return tags;
    }

    private static TemplateTag ReadTag(SourceText source, int open)
    {
        string text = source.Text;
        ReadOnlySpan<char> rest = text.AsSpan(open);
        (string sign, string close) = rest.StartsWith(LongComment) ? (LongComment, "--}}") : rest.StartsWith("{{{") ? ("{{{", "}}}") : ("{{", "}}");
        int body = open + sign.Length;
        int end = text.IndexOf(close, body, StringComparison.Ordinal);
        int next = sign == LongComment ? -1 : text.IndexOf("{{", body, StringComparison.Ordinal);
        if (end < 0 || (next >= 0 && next < end))
        {
            int word = text.AsSpan(body).IndexOfAny(WordEnds);
            return new(TagKind.Unclosed, source, open, (word < 0 ? text.Length : body + word) - open, []);
        }

        int length = end + close.Length - open;
        return sign == LongComment || rest.StartsWith("{{!")
            ? new(TagKind.Comment, source, open, length, [])
            : Classify(source, open, open + length, sign.Length);
    }

    private static TemplateTag Classify(SourceText source, int open, int end, int braces)
    {
        bool isEscaped = open > 0 && source.Text[open - 1] == '\\';
        int start = open + braces;
        TagKind kind = braces == 3 ? TagKind.RawValue : TagKind.Value;
        if (braces == 2 && start < end - braces)
        {
            kind = source.Text[start] switch
            {
                '#' => TagKind.Open,
                '/' => TagKind.Close,
                '>' => TagKind.Partial,
                _ => TagKind.Value,
            };
            start += kind == TagKind.Value ? 0 : 1;
        }

        List<TagWord> words = Words(source.Text, start, end - braces);
        bool hasSpaceAfterSign = kind is TagKind.Open or TagKind.Close && words.Count > 0 && words[0].Offset > start;
        bool hasBraceAfter = end < source.Text.Length && source.Text[end] == '}';
        bool isPartialPath = kind == TagKind.Partial && words.Count > 0 && words[0].Text.AsSpan().ContainsAny('.', '/', '@');
        if (isEscaped || hasSpaceAfterSign || hasBraceAfter || isPartialPath || words.Count == 0 || words.Any(w => !IsPath(w.Text)))
        {
            kind = TagKind.Unsupported;
        }
        else if (kind == TagKind.Value && words[0].Text == "else")
        {
            kind = TagKind.Else;
        }

        return new(kind, source, open, end - open, words);
    }

    private static List<TagWord> Words(string text, int start, int end)
    {
        var words = new List<TagWord>();
        for (int i = start; i < end; i++)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                continue;
            }

            int first = i;
            while (i < end && !char.IsWhiteSpace(text[i]))
            {
                i++;
            }

            words.Add(new(text[first..i], first));
        }

        return words;
    }

    private static bool IsPath(string word) =>
        word.AsSpan(word[0] == '@' ? 1 : 0) is { Length: > 0 } rest
        && rest.IndexOfAnyExcept(PathCharacters) < 0;
}
