using DigestSite.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace DigestSite.Curation.Yaml;

/// <summary>Refuses what would harm the parser or silently mean something else, before anything is parsed.</summary>
/// <remarks>The scanner works token by token, without recursion, so it can look at any input.</remarks>
internal static class YamlScreening
{
    public const int MaxDepth = 64;

    /// <summary>Whether the parser may see it; what speaks against it has been reported.</summary>
    public static bool Passes(YamlSource source, DiagnosticBag diagnostics) =>
        LinesPass(source, diagnostics) && TokensPass(source, diagnostics);

    private static bool LinesPass(YamlSource source, DiagnosticBag diagnostics)
    {
        int reports = 0;
        int last = source.File.AtOffset(source.Start + source.Length).Line;
        for (int line = source.File.AtOffset(source.Start).Line; line <= last && reports < LineScreening.MaxReports; line++)
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
        if (line.SequenceEqual("======="))
        {
            return Catalog.ConflictMarker.At(file.At(number, 1, line.Length));
        }

        int indent = line.IndexOfAnyExcept(' ', '\t');
        int tab = line.IndexOf('\t');
        return LineScreening.ConflictMarker(file, number)
            ?? (tab >= 0 && (indent < 0 || tab < indent) ? Catalog.TabIndentation.At(file.At(number, tab + 1, 1)) : LineScreening.InvisibleCharacter(file, number));
    }

    private static bool TokensPass(YamlSource source, DiagnosticBag diagnostics)
    {
        var scanner = new Scanner(new StringReader(source.Text));
        int depth = 0;
        int reports = 0;
        bool isFirst = true;
        try
        {
            // After an Error token the scanner would repeat it for ever; the parser words it.
            while (reports < LineScreening.MaxReports && scanner.MoveNext() && scanner.Current is { } token and not Error)
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
            Anchor => Catalog.ForeignYaml.At(span, "an anchor (`&`)"),
            AnchorAlias => Catalog.ForeignYaml.At(span, "an alias (`*`)"),
            Tag => Catalog.ForeignYaml.At(span, "a type tag (`!`)"),
            VersionDirective or TagDirective => Catalog.ForeignYaml.At(span, "a directive (`%`)"),
            DocumentEnd => Catalog.SecondDocument.At(span with { Length = 3 }),
            DocumentStart when !isFirst => Catalog.SecondDocument.At(span),
            _ => null,
        };
    }
}
