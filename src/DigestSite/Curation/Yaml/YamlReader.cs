using DigestSite.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DigestSite.Curation.Yaml;

/// <summary>Turns YAML into nodes that know their places.</summary>
internal sealed class YamlReader
{
    private readonly YamlSource _source;
    private readonly DiagnosticBag _diagnostics;
    private readonly Parser _parser;

    private YamlReader(YamlSource source, Scanner scanner, DiagnosticBag diagnostics)
    {
        _source = source;
        _diagnostics = diagnostics;
        _parser = new Parser(scanner);
    }

    /// <summary>Reads one document; null when it is not well formed, which has then been reported.</summary>
    /// <remarks>A document without content is nothing: a plain empty text.</remarks>
    public static YamlNode? Read(YamlSource source, DiagnosticBag diagnostics)
    {
        if (!YamlScreening.Passes(source, diagnostics))
        {
            return null;
        }

        var scanner = new Scanner(new StringReader(source.Text));
        try
        {
            return new YamlReader(source, scanner, diagnostics).Document();
        }
        catch (YamlException e)
        {
            diagnostics.Add(YamlFault.Of(e.Message, source, e.Start.Index, e.End.Index));
        }
        catch (Exception e) when (IsOfScanner(e))
        {
            diagnostics.Add(YamlFault.OfUnclosedBracket(source, scanner.CurrentPosition.Index));
        }

        return null;
    }

    /// <summary>What the scanner throws for input it does not take; the last kind is for a bracket that stays open.</summary>
    public static bool IsOfScanner(Exception e) => e is YamlException or InvalidOperationException;

    private YamlNode Document()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            return new YamlText(_source.At(0, 0), "", IsPlain: true);
        }

        _parser.Consume<DocumentStart>();
        YamlNode root = Node();
        _parser.Consume<DocumentEnd>();
        _parser.Consume<StreamEnd>();
        return root;
    }

    // Recursion is safe: the screening has bounded the depth.
    private YamlNode Node()
    {
        switch (_parser.Consume<ParsingEvent>())
        {
            case Scalar scalar:
                return Text(scalar);
            case SequenceStart sequence:
                return new YamlList(Span(sequence), Items());
            case MappingStart mapping:
                return new YamlMap(Span(mapping), Entries());
            case var other:
                throw new YamlException(other.Start, other.End, $"a {other.GetType().Name} cannot stand here");
        }
    }

    private List<YamlNode> Items()
    {
        var items = new List<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node());
        }

        return items;
    }

    private List<YamlEntry> Entries()
    {
        var entries = new List<YamlEntry>();
        var seen = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            YamlNode key = Node();
            YamlNode value = Node();
            if (key is not YamlText name)
            {
                _diagnostics.Add(Catalog.WrongKind.At(key.Span, "a key", "a text", key.Kind));
            }
            else if (seen.TryAdd(name.Value, name.Span))
            {
                entries.Add(new(name, value));
            }
            else
            {
                _diagnostics.Add(Catalog.DuplicateKey.At(name.Span, name.Value, seen[name.Value].Line));
            }
        }

        return entries;
    }

    private YamlText Text(Scalar scalar)
    {
        bool isPlain = scalar.Style == ScalarStyle.Plain;
        var text = new YamlText(Span(scalar), scalar.Value, isPlain);
        if (isPlain && scalar.End.Line > scalar.Start.Line)
        {
            ReportSwallowedItem(scalar);
        }

        return text;
    }

    // A list item indented too far is a legal continuation of the text above, and never what was meant.
    private void ReportSwallowedItem(Scalar scalar)
    {
        int from = _source.At(scalar.Start.Index, scalar.End.Index).Line;
        int to = _source.At(scalar.End.Index, scalar.End.Index).Line;
        for (int line = from + 1; line <= to; line++)
        {
            ReadOnlySpan<char> text = _source.File.Line(line);
            ReadOnlySpan<char> content = text.TrimStart();
            if (content.StartsWith("- "))
            {
                _diagnostics.Add(Catalog.SwallowedItem.At(_source.File.At(line, text.Length - content.Length + 1, content.Length)));
            }
        }
    }

    private SourceSpan Span(ParsingEvent parsed) => _source.At(parsed.Start.Index, parsed.End.Index);
}
