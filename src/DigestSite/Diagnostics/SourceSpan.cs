namespace DigestSite.Diagnostics;

/// <summary>A place in an input file. Line and column start at 1; a line of 0 means the file as a whole.</summary>
internal readonly record struct SourceSpan(SourceText? Source, int Line, int Column, int Length)
{
    /// <summary>A file (or folder) as a whole, by its name alone.</summary>
    public static SourceSpan File(string name) => new(new SourceText(name, ""), 0, 0, 0);

    /// <summary>The column after the last character; a place without length is shown as one character.</summary>
    public int EndColumn => Column + Math.Max(1, Length);

    public string FileName => Source?.Name ?? "";

    public bool HasLine => Source is not null && Line >= 1 && Line <= Source.LineCount;

    /// <summary>The offending line, empty for a file as a whole. It may be the whole of a large file.</summary>
    public ReadOnlySpan<char> WholeLine => HasLine ? Source!.Line(Line) : default;

    /// <summary>The offending line, or null for a file as a whole.</summary>
    public string? LineText => HasLine ? WholeLine.ToString() : null;
}
