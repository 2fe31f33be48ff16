using System.Collections.Concurrent;

namespace DigestSite.Diagnostics;

/// <summary>Where every pass reports. Safe to use from several threads; what comes out is in one total order.</summary>
/// <param name="strict">Whether a warning counts as an error.</param>
internal sealed class DiagnosticBag(bool strict = false)
{
    private readonly ConcurrentQueue<Diagnostic> _reported = new();
    private int _errors;

    public bool HasErrors => Volatile.Read(ref _errors) > 0;

    public void Add(Diagnostic diagnostic)
    {
        if (strict && diagnostic.Severity == Severity.Warning)
        {
            diagnostic = diagnostic with { Severity = Severity.Error };
        }

        _reported.Enqueue(diagnostic);
        if (diagnostic.Severity == Severity.Error)
        {
            Interlocked.Increment(ref _errors);
        }
    }

    /// <summary>Everything reported, by file, line, column, id and message; the same thing said twice is said once.</summary>
    public IReadOnlyList<Diagnostic> InOrder() =>
    [
        .. _reported
            .OrderBy(d => d.Span.FileName, StringComparer.Ordinal)
            .ThenBy(d => d.Span.Line)
            .ThenBy(d => d.Span.Column)
            .ThenBy(d => d.Id, StringComparer.Ordinal)
            .ThenBy(d => d.Message, StringComparer.Ordinal)
            .DistinctBy(d => (d.Span.FileName, d.Span.Line, d.Span.Column, d.Id, d.Message)),
    ];
}
