namespace DigestSite.Tex;

/// <summary>A place in mathematics that is being read, and what TeX takes as one argument there.</summary>
internal sealed class MathCursor(string text)
{
    /// <summary>The place, in UTF-16 units.</summary>
    public int At { get; set; }

    /// <summary>Whether an opening parenthesis comes next, of whatever size.</summary>
    public bool IsCall()
    {
        ReadOnlySpan<char> rest = text.AsSpan(At).TrimStart();
        if (rest.StartsWith("\\left", StringComparison.Ordinal) || rest.StartsWith("\\big", StringComparison.OrdinalIgnoreCase))
        {
            rest = rest[1..].TrimStart("abcdefghijklmnopqrstuvwxyzB");
        }

        return rest.StartsWith('(');
    }

    /// <summary>The next argument: a group without its braces, a command with its own argument, or one character.</summary>
    public string Argument()
    {
        SkipSpaces();
        int from = At;
        if (At >= text.Length)
        {
            return "";
        }

        if (text[At] == '{')
        {
            int close = TexText.CloseOf(text, At);
            At = close < 0 ? text.Length : close + 1;
            return text[(from + 1)..(close < 0 ? text.Length : close)];
        }

        if (text[At] == '\\')
        {
            int letters = TexText.EndOfLetters(text, At + 1);
            string name = text[(At + 1)..letters];
            At = Math.Min(Math.Max(letters, from + 2), text.Length);
            bool hasArgument = Symbol.Named(name) is null && name.Length > 1 && At < text.Length && text[At] is '{' or ' ';
            if (hasArgument)
            {
                Argument();
            }

            return text[from..At];
        }

        At += char.IsHighSurrogate(text[At]) && At + 1 < text.Length ? 2 : 1;
        return text[from..At];
    }

    /// <summary>What stands in square brackets next, such as the index of a root; null when nothing does.</summary>
    public string? Option()
    {
        int close = At < text.Length && text[At] == '[' ? TexText.CloseOf(text, At, '[', ']') : -1;
        if (close < 0)
        {
            return null;
        }

        string option = text[(At + 1)..close];
        At = close + 1;
        return option;
    }

    /// <summary>Leaves out a delimiter that shows as nothing: <c>\left.</c></summary>
    public void SkipEmptyDelimiter()
    {
        SkipSpaces();
        if (At < text.Length && text[At] == '.')
        {
            At++;
        }
    }

    public void SkipSpaces()
    {
        while (At < text.Length && text[At] is ' ' or '\n' or '\t')
        {
            At++;
        }
    }
}
