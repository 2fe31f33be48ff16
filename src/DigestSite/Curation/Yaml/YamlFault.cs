using DigestSite.Diagnostics;

namespace DigestSite.Curation.Yaml;

/// <summary>Says in an editor's words what the YAML parser says in its own.</summary>
internal static class YamlFault
{
    // The wording of YamlDotNet 16.3.0; what is not listed is quoted as it is.
    private static readonly (string Part, DiagnosticDescriptor Descriptor)[] Known =
    [
        ("found invalid mapping", Catalog.ColonInPlainText),
        ("Mapping values are not allowed", Catalog.ColonInPlainText),
        ("While scanning a block scalar", Catalog.BlockTextOnSameLine),
        ("quoted scalar, found unexpected end", Catalog.UnclosedQuote),
        ("quoted scalar, found wrong indentation", Catalog.UnclosedQuote),
        ("could not find expected ':'", Catalog.NotAKey),
        ("did not find expected key", Catalog.UnexpectedPlace),
        ("did not find expected '-' indicator", Catalog.UnexpectedPlace),
        ("cannot start any token", Catalog.ReservedStart),
        ("quoted scalar, found unknown escape", Catalog.BadEscape),
        ("quoted scalar, did not find expected hexadecimal", Catalog.BadEscape),
        ("quoted scalar, found invalid Unicode", Catalog.BadEscape),
    ];

    public static Diagnostic Of(string message, YamlSource source, long from, long to)
    {
        foreach ((string part, DiagnosticDescriptor descriptor) in Known)
        {
            if (message.Contains(part, StringComparison.Ordinal))
            {
                SourceSpan span = source.At(from, descriptor == Catalog.BadEscape ? to + 1 : to);
                return IsWithoutColon(descriptor, span) ? Catalog.NotAKey.At(span) : descriptor.At(span);
            }
        }

        // At the end of the file the parser misses the bracket and says so of the node it expected.
        return message.Contains("did not find expected ',' or ", StringComparison.Ordinal) || from >= source.Text.AsSpan().TrimEnd().Length
            ? OfUnclosedBracket(source, from)
            : Catalog.NotYaml.At(source.At(from, to), message.TrimEnd('.'));
    }

    // Where the parser expects a key and finds a line of words, the colon is what is missing.
    private static bool IsWithoutColon(DiagnosticDescriptor descriptor, SourceSpan span) =>
        descriptor == Catalog.UnexpectedPlace && span.LineText is { } line && !line.Contains(": ", StringComparison.Ordinal) && !line.TrimEnd().EndsWith(':');

    /// <summary>The bracket that is still open at <paramref name="index"/>, or the place itself where none is.</summary>
    public static Diagnostic OfUnclosedBracket(YamlSource source, long index)
    {
        string text = source.Text;
        int end = (int)Math.Min(index, text.Length);
        int depth = 0;
        for (int i = end - 1; i >= 0; i--)
        {
            depth += text[i] is ']' or '}' ? 1 : text[i] is '[' or '{' ? -1 : 0;
            if (depth < 0)
            {
                return Catalog.UnclosedBracket.At(source.At(i, i + 1), text[i], text[i] == '[' ? ']' : '}');
            }
        }

        return Catalog.NotYaml.At(source.At(index, index), "the text ends too early");
    }
}
