using DigestSite.Curation.Yaml;
using DigestSite.Diagnostics;

namespace DigestSite.Curation;

/// <summary>The shape of acknowledged.yml: warnings that are right as they are.</summary>
internal static class AcknowledgedFile
{
    private static readonly Key<Located<string>> Id = Key.Required("id", Shapes.Located(new TextShape<string>("the id of a warning", TryReadId, ScalarSchema.Matching("DS[0-9]{3}"))), "the id of the warning, such as `DS302`");

    private static readonly Key<string> File = Key.Optional("file", Shapes.Text, "the file it is reported in, as the message prints it; its last segments suffice, such as `dumps/2025-11-03.txt`");

    private static readonly Key<string> About = Key.Optional("about", Shapes.Text, "words of its message or of the line it shows");

    private static readonly Key<string> Reason = Key.Required("reason", Shapes.Text, "why it is right as it is");

    private static readonly Key<EquatableArray<Acknowledgement>> Acknowledged = Key.Optional(
        "acknowledged",
        Shapes.ListOf(new MapShape<Acknowledgement>([Id, File, About, Reason], Entry)),
        "the list of warnings that are right as they are");

    public static MapShape<EquatableArray<Acknowledgement>> Shape { get; } = new([Acknowledged], v => v.Of(Acknowledged, []));

    /// <summary>Reports each acknowledgement that nothing reported so far needs; for when every pass but publishing has run.</summary>
    public static void ReportUnneeded(DiagnosticBag diagnostics)
    {
        // What only publishing tells has not been told yet, and a check never tells it.
        foreach (Acknowledgement unneeded in diagnostics.Unneeded().Where(a => !a.Id.StartsWith("DS6", StringComparison.Ordinal)))
        {
            diagnostics.Add(Catalog.UnneededAcknowledgement.At(unneeded.Span, unneeded.Id));
        }
    }

    private static Acknowledgement Entry(KeyValues values)
    {
        Located<string> id = values.Of(Id);
        string? file = values.Find(File)?.Replace('\\', '/');
        string? about = values.Find(About);
        if (file is null && about is null)
        {
            values.Diagnostics.Add(Catalog.AcknowledgesAll.At(id.Span, id.Value));
        }

        return new(id.Value, file?.StartsWith("./", StringComparison.Ordinal) == true ? file[2..] : file, about, values.Of(Reason), id.Span);
    }

    private static bool TryReadId(string text, SourceSpan span, DiagnosticBag diagnostics, out string id)
    {
        id = text;
        if (!Catalog.ById().TryGetValue(text, out DiagnosticDescriptor? known))
        {
            IEnumerable<string> warnings = Catalog.ById().Values.Where(d => d.Severity == Severity.Warning).Select(d => d.Id);
            diagnostics.Add(Catalog.UnknownWarning.At(span, text, Spelling.DidYouMean(text, warnings)));
        }
        else if (known.Severity != Severity.Warning)
        {
            (string kind, string wayOut) = known.Severity == Severity.Error ? ("an error", " and mend what the error points at") : ("a suggestion", ": suggestions fail nothing");
            diagnostics.Add(Catalog.NotAcknowledgeable.At(span, text, kind, wayOut));
        }

        return known?.Severity == Severity.Warning;
    }
}
