using DigestSite.Curation;
using DigestSite.Curation.Yaml;
using DigestSite.Diagnostics;

namespace DigestSite.Scaffolding;

/// <summary>A theme added to themes.yml, every byte that stands there kept.</summary>
internal sealed record NewTheme(string Id, string Title, string Description, IReadOnlyList<string> Phrases)
{
    private const string ListKey = "themes";

    /// <summary>The file's new text; null when it, or what would come out, is not right: why has then been reported.</summary>
    public string? AddTo(SourceText file, DiagnosticBag diagnostics)
    {
        if (Read(file, diagnostics) is not var (root, before))
        {
            return null;
        }

        string text = TextWith((YamlMap)root, file);
        var faults = new DiagnosticBag();
        if (Read(new SourceText(file.Name, text), faults) is not var (_, after))
        {
            // What the command line gave stands in no line yet; that the list takes no line at all is told as a whole.
            bool isYaml = YamlReader.Read(YamlSource.Whole(new SourceText(file.Name, text)), new DiagnosticBag()) is not null;
            Add(isYaml ? faults.InOrder().Select(f => f with { Span = SourceSpan.File(file.Name) }) : [NotExtensible(file)], diagnostics);
            return null;
        }

        // The proof that this was added and nothing else changed, whatever form the file has.
        bool isAdded = after.Threshold == before.Threshold
            && after.Rules.Select(r => r.Theme).SequenceEqual(before.Rules.Select(r => r.Theme).Append(new(Id, Title, Description, before.Rules.Count)));
        Add(isAdded ? faults.InOrder() : [NotExtensible(file)], diagnostics);
        return isAdded ? text : null;
    }

    private Diagnostic NotExtensible(SourceText file) =>
        Catalog.ThemesNotExtensible.At(SourceSpan.File(file.Name), $"{{ id: {Id}, title: {YamlWriting.Value(Title)}, description: {YamlWriting.Value(Description)}, match: [{string.Join(", ", Phrases.Select(YamlWriting.Value))}] }}");

    private static void Add(IEnumerable<Diagnostic> faults, DiagnosticBag diagnostics)
    {
        foreach (Diagnostic fault in faults)
        {
            diagnostics.Add(fault);
        }
    }

    private static (YamlNode Root, ThemeRules Rules)? Read(SourceText file, DiagnosticBag diagnostics)
    {
        var found = new DiagnosticBag();
        ThemeRules? rules = null;
        YamlNode? root = YamlReader.Read(YamlSource.Whole(file), found);
        bool isRead = root is not null && ThemesFile.Shape.TryRead(root, found, out rules) && !found.HasErrors;
        Add(found.InOrder().Where(d => d.Severity == Severity.Error), diagnostics);
        return isRead ? (root!, rules!) : null;
    }

    private string TextWith(YamlMap root, SourceText file)
    {
        int index = root.Entries.ToList().FindIndex(e => e.Key.Value == ListKey);
        var list = (YamlList)root.Entries[index].Value;
        string newLine = file.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        string indent = list.Items.Count == 0 ? "  " : new string(' ', Math.Max(0, file.Line(list.Items[^1].Span.Line).IndexOf('-')));
        string entry = string.Concat(Entry(indent).Select(l => l + newLine));
        if (list.Items.Count == 0)
        {
            // `themes: []`: the brackets make room for the list.
            int open = file.OffsetOf(list.Span.Line) + list.Span.Column - 1;
            int close = file.Text.IndexOf(']', open);
            string rest = file.Text[(close + 1)..];
            return file.Text[..open].TrimEnd(' ') + newLine + entry + rest.TrimStart(' ').TrimStart('\r').TrimStart('\n');
        }

        int at = index + 1 < root.Entries.Count ? file.OffsetOf(FirstLineOf(root.Entries[index + 1].Key.Span.Line, file)) : file.Text.Length;
        string before = file.Text[..at];
        return before + (before.EndsWith('\n') ? "" : newLine) + entry + file.Text[at..];
    }

    private IEnumerable<string> Entry(string indent) =>
    [
        $"{indent}- id: {YamlWriting.Value(Id)}",
        $"{indent}  title: {YamlWriting.Value(Title)}",
        $"{indent}  description: {YamlWriting.Value(Description)}",
        $"{indent}  match: [{string.Join(", ", Phrases.Select(YamlWriting.Value))}]",
    ];

    // Comments right above a key are the key's.
    private static int FirstLineOf(int line, SourceText file)
    {
        while (line > 1 && file.Line(line - 1) is var above && (above.IsWhiteSpace() || above.StartsWith("#")))
        {
            line--;
        }

        return line;
    }
}
