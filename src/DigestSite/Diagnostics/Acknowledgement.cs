namespace DigestSite.Diagnostics;

/// <summary>An editor's word that a warning is right as it is.</summary>
/// <param name="Id">The id of the warning.</param>
/// <param name="File">The last segments of the file it is reported in; null for any.</param>
/// <param name="About">Words of its message or of the line it shows, whatever their case; null for any.</param>
/// <param name="Span">Where the acknowledgement stands.</param>
internal sealed record Acknowledgement(string Id, string? File, string? About, string Reason, SourceSpan Span)
{
    /// <summary>Whether this is said of <paramref name="diagnostic"/>. Only warnings are acknowledged.</summary>
    public bool Covers(Diagnostic diagnostic) =>
        diagnostic.Descriptor.Severity == Severity.Warning
        && diagnostic.Id == Id
        && (File is null || IsIn(diagnostic.Span.FileName))
        && (About is null || Says(diagnostic.Message) || Says(diagnostic.Span.WholeLine));

    private bool IsIn(string file) =>
        file.EndsWith(File!, StringComparison.Ordinal) && (file.Length == File!.Length || file[^(File.Length + 1)] == '/');

    private bool Says(ReadOnlySpan<char> text) => text.Contains(About!, StringComparison.OrdinalIgnoreCase);
}
