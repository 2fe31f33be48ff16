namespace DigestSite.Templates;

/// <summary>Where in HTML a piece of a template stands: only element content and quoted attributes can take escaped text.</summary>
internal enum HtmlPlace
{
    Content,

    /// <summary>Within a tag, between attributes.</summary>
    Tag,

    /// <summary>After <c>name=</c>, where a value without quotes would begin.</summary>
    Unquoted,

    DoubleQuoted,

    SingleQuoted,

    Comment,

    /// <summary>Within a script or style element.</summary>
    Code,

    /// <summary>Within the quotes of an attribute that holds code: <c>onclick</c>, <c>style</c>, <c>srcdoc</c>.</summary>
    CodeDoubleQuoted,

    CodeSingleQuoted,
}

/// <summary>Follows markup from place to place. Templates are written by hand: this reads HTML as people write it, not as attackers do.</summary>
internal static class HtmlPlaces
{
    /// <summary>Where the template stands after its markup from <paramref name="start"/> to <paramref name="end"/>; what came before it counts too.</summary>
    public static HtmlPlace After(string template, int start, int end, HtmlPlace place)
    {
        int i = start;
        while (i < end)
        {
            (place, int step) = Next(template.AsSpan(i, end - i), template.AsSpan(0, i), place);
            i += step;
        }

        return place;
    }

    /// <summary>Whether escaped text is safe here.</summary>
    public static bool TakesText(this HtmlPlace place) => place is HtmlPlace.Content or HtmlPlace.DoubleQuoted or HtmlPlace.SingleQuoted;

    private static (HtmlPlace Place, int Step) Next(ReadOnlySpan<char> rest, ReadOnlySpan<char> before, HtmlPlace place) => place switch
    {
        HtmlPlace.Content => Content(rest),
        HtmlPlace.Comment => Until(rest, "-->", HtmlPlace.Comment),
        HtmlPlace.Code => rest.StartsWith("</", StringComparison.Ordinal) ? (HtmlPlace.Tag, 2) : (HtmlPlace.Code, 1),
        HtmlPlace.DoubleQuoted or HtmlPlace.CodeDoubleQuoted => (rest[0] == '"' ? HtmlPlace.Tag : place, 1),
        HtmlPlace.SingleQuoted or HtmlPlace.CodeSingleQuoted => (rest[0] == '\'' ? HtmlPlace.Tag : place, 1),
        _ => InTag(rest[0], before, place),
    };

    private static (HtmlPlace Place, int Step) Content(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            return (HtmlPlace.Comment, 4);
        }

        return rest[0] == '<' && rest.Length > 1 && (char.IsAsciiLetter(rest[1]) || rest[1] is '/' or '!')
            ? (HtmlPlace.Tag, 1)
            : (HtmlPlace.Content, 1);
    }

    private static (HtmlPlace Place, int Step) Until(ReadOnlySpan<char> rest, string end, HtmlPlace place) =>
        rest.StartsWith(end, StringComparison.Ordinal) ? (HtmlPlace.Content, end.Length) : (place, 1);

    private static (HtmlPlace Place, int Step) InTag(char c, ReadOnlySpan<char> before, HtmlPlace place) => c switch
    {
        '>' => (OpensCode(before) ? HtmlPlace.Code : HtmlPlace.Content, 1),
        '=' => (HtmlPlace.Unquoted, 1),
        '"' => (HoldsCode(before) ? HtmlPlace.CodeDoubleQuoted : HtmlPlace.DoubleQuoted, 1),
        '\'' => (HoldsCode(before) ? HtmlPlace.CodeSingleQuoted : HtmlPlace.SingleQuoted, 1),
        _ when char.IsWhiteSpace(c) => (HtmlPlace.Tag, 1),
        _ => (place, 1),
    };

    private static bool OpensCode(ReadOnlySpan<char> before)
    {
        ReadOnlySpan<char> tag = before[(before.LastIndexOf('<') + 1)..];
        return tag.StartsWith("script", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("style", StringComparison.OrdinalIgnoreCase);
    }

    private static bool HoldsCode(ReadOnlySpan<char> before)
    {
        ReadOnlySpan<char> name = before.TrimEnd().TrimEnd('=').TrimEnd();
        name = name[(name.LastIndexOfAny(' ', '\n', '\t') + 1)..];
        return name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
            || name.Equals("style", StringComparison.OrdinalIgnoreCase)
            || name.Equals("srcdoc", StringComparison.OrdinalIgnoreCase);
    }
}
