using System.Globalization;
using System.Text;

namespace DigestSite.Diagnostics;

internal enum Severity
{
    /// <summary>Never fails anything.</summary>
    Suggestion,

    /// <summary>An error under <c>--strict</c>.</summary>
    Warning,

    /// <summary>Nothing is published.</summary>
    Error,
}

/// <summary>What can be said about the input: a stable id, the wording with <c>{0}</c> places, and the way out.</summary>
internal sealed record DiagnosticDescriptor(string Id, Severity Severity, string Message, string WayOut)
{
    /// <summary>Says it of one place; <paramref name="arguments"/> fill the places of both texts.</summary>
    public Diagnostic At(SourceSpan span, params object?[] arguments) => new()
    {
        Descriptor = this,
        Severity = Severity,
        Span = span,
        Message = string.Format(CultureInfo.InvariantCulture, Message, arguments),
        WayOut = string.Format(CultureInfo.InvariantCulture, WayOut, arguments),
    };
}

/// <summary>One thing said about the input, in the form <c>file(line,col): error DS012: message</c>.</summary>
internal sealed record Diagnostic
{
    // A line longer than this is shown as a window around the column: abstracts are thousands of characters long.
    private const int WindowWidth = 100;

    public required DiagnosticDescriptor Descriptor { get; init; }

    public required Severity Severity { get; init; }

    public required SourceSpan Span { get; init; }

    public required string Message { get; init; }

    public required string WayOut { get; init; }

    /// <summary>The editors' reason why this warning is right as it is; null where nobody acknowledged it.</summary>
    public string? Acknowledged { get; init; }

    public string Id => Descriptor.Id;

    /// <summary>The diagnostic as people read it: the place, the message, the line with a caret, the way out.</summary>
    public override string ToString() => Text(paint: null);

    /// <summary>The same with the severity and the caret given to <paramref name="paint"/>, which may put colour around them.</summary>
    public string Text(Func<string, string>? paint)
    {
        var text = new StringBuilder();
        text.Append(Visible(Span.FileName));
        if (Span.Line > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"({Span.Line},{Span.Column})");
        }

        text.Append(CultureInfo.InvariantCulture, $": {Painted(SeverityName, paint)} {Id}: {Visible(Message)}");
        if (Span.HasLine)
        {
            AppendExcerpt(text, Span.WholeLine, paint);
        }

        return WayOut.Length == 0 ? text.ToString() : text.Append("\n  = ").Append(Visible(WayOut)).ToString();
    }

    /// <summary><c>error</c>, <c>warning</c> or <c>suggestion</c>.</summary>
    public string SeverityName => Severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "suggestion",
    };

    private static string Painted(string text, Func<string, string>? paint) => paint is null ? text : paint(text);

    private void AppendExcerpt(StringBuilder text, ReadOnlySpan<char> line, Func<string, string>? paint)
    {
        int column = Math.Clamp(Span.Column - 1, 0, line.Length);
        int start = line.Length <= WindowWidth ? 0 : Math.Clamp(column - (WindowWidth / 2), 0, line.Length - WindowWidth);
        int end = Math.Min(line.Length, start + WindowWidth);
        string before = start > 0 ? "…" : "";
        text.Append("\n  | ").Append(before).Append(Visible(line[start..end].ToString())).Append(end < line.Length ? "…" : "");
        int carets = Math.Max(1, Math.Min(Span.Length, end - column));
        text.Append("\n  | ").Append(' ', before.Length + column - start).Append(Painted(new string('^', carets), paint));
    }

    // Control characters of a damaged file must not reach a terminal, and none may turn the direction of what follows.
    private static string Visible(string text) =>
        string.Create(text.Length, text, static (target, source) =>
        {
            for (int i = 0; i < target.Length; i++)
            {
                target[i] = source[i] == '\t' ? ' ' : IsUnsafe(source[i]) ? '\uFFFD' : source[i];
            }
        });

    private static bool IsUnsafe(char c) =>
        char.IsControl(c) || c is '\uFEFF' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
