using System.Globalization;
using DigestSite.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace DigestSite.Curation.Yaml;

/// <summary>Refuses what would harm the parser or silently mean something else, before anything is parsed.</summary>
/// <remarks>The scanner works token by token, without recursion, so it can look at any input.</remarks>
internal static class YamlScreening
{
    public const int MaxDepth = 64;

    // What is wrong in one line of a damaged file is wrong in thousands.
    private const int MaxReports = 20;

    /// <summary>Whether the parser may see it; what speaks against it has been reported.</summary>
    public static bool Passes(YamlSource source, DiagnosticBag diagnostics) =>
        LinesPass(source, diagnostics) && TokensPass(source, diagnostics);

    private static bool LinesPass(YamlSource source, DiagnosticBag diagnostics)
    {
        int reports = 0;
        int last = source.File.AtOffset(source.Start + source.Length).Line;
        for (int line = source.File.AtOffset(source.Start).Line; line <= last && reports < MaxReports; line++)
        {
            if (Fault(source.File, line) is { } fault)
            {
                diagnostics.Add(fault);
                reports++;
            }
        }

        return reports == 0;
    }

    private static Diagnostic? Fault(SourceText file, int number)
    {
        ReadOnlySpan<char> line = file.Line(number);
        if (line.StartsWith("<<<<<<< ") || line.StartsWith(">>>>>>> ") || line.SequenceEqual("======="))
        {
            return Catalog.ConflictMarker.At(file.At(number, 1, line.Length));
        }

        int indent = line.IndexOfAnyExcept(' ', '\t');
        int tab = line.IndexOf('\t');
        if (tab >= 0 && (indent < 0 || tab < indent))
        {
            return Catalog.TabIndentation.At(file.At(number, tab + 1, 1));
        }

        for (int i = number == 1 && line.StartsWith("\uFEFF", StringComparison.Ordinal) ? 1 : 0; i < line.Length; i++)
        {
            if (line[i] is < ' ' and not '\t' || (line[i] >= '\u007F' && IsInvisible(line[i])))
            {
                string code = ((int)line[i]).ToString("X4", CultureInfo.InvariantCulture);
                return Catalog.InvisibleCharacter.At(file.At(number, i + 1, 1), code);
            }
        }

        return null;
    }

    private static bool IsInvisible(char c) =>
        c == '\uFEFF' || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static bool TokensPass(YamlSource source, DiagnosticBag diagnostics)
    {
        var scanner = new Scanner(new StringReader(source.Text));
        int depth = 0;
        int reports = 0;
        bool isFirst = true;
        try
        {
            // After an Error token the scanner would repeat it for ever; the parser words it.
            while (reports < MaxReports && scanner.MoveNext() && scanner.Current is { } token and not Error)
            {
                depth += token switch
                {
                    FlowSequenceStart or FlowMappingStart or BlockSequenceStart or BlockMappingStart => 1,
                    FlowSequenceEnd or FlowMappingEnd or BlockEnd => -1,
                    _ => 0,
                };
                if (depth > MaxDepth)
                {
                    diagnostics.Add(Catalog.NestedTooDeep.At(source.At(token.Start.Index, token.End.Index), MaxDepth));
                    return false;
                }

                if (Refusal(token, source, isFirst) is { } refusal)
                {
                    diagnostics.Add(refusal);
                    reports++;
                }

                isFirst = isFirst && token is (StreamStart or VersionDirective or TagDirective);
            }
        }
        catch (Exception e) when (YamlReader.IsOfScanner(e))
        {
            // The parser comes to the same place and words it.
        }

        return reports == 0;
    }

    private static Diagnostic? Refusal(Token token, YamlSource source, bool isFirst)
    {
        SourceSpan span = source.At(token.Start.Index, token.End.Index);
        return token switch
        {
            Anchor => Catalog.ForeignYaml.At(span, "An anchor (`&`)"),
            AnchorAlias => Catalog.ForeignYaml.At(span, "An alias (`*`)"),
            Tag => Catalog.ForeignYaml.At(span, "A type tag (`!`)"),
            VersionDirective or TagDirective => Catalog.ForeignYaml.At(span, "A directive (`%`)"),
            DocumentEnd => Catalog.SecondDocument.At(span with { Length = 3 }),
            DocumentStart when !isFirst => Catalog.SecondDocument.At(span),
            _ => null,
        };
    }
}
