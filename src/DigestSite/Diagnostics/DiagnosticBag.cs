using System.Collections.Concurrent;

namespace DigestSite.Diagnostics;

/// <summary>Where every pass reports. Safe to use from several threads; what comes out is in one total order.</summary>
/// <remarks>What a warning comes to is decided when asked: acknowledgements may be read after what they acknowledge was reported.</remarks>
/// <param name="strict">Whether a warning that nobody acknowledged counts as an error.</param>
internal sealed class DiagnosticBag(bool strict = false)
{
    private readonly ConcurrentQueue<Diagnostic> _reported = new();
    private volatile IReadOnlyList<Acknowledgement> _acknowledgements = [];
    private int _faults;

    /// <summary>Whether a warning that nobody acknowledged counts as an error.</summary>
    public bool IsStrict => strict;

    /// <summary>Whether the run fails: an error, or under <c>--strict</c> a warning that nobody acknowledged.</summary>
    public bool HasErrors => HasFaults || (strict && _reported.Any(d => d.Severity == Severity.Warning && AcknowledgementOf(d) is null));

    /// <summary>Whether there is an error that is one even without <c>--strict</c>: what is built then may lack something.</summary>
    public bool HasFaults => Volatile.Read(ref _faults) > 0;

    public void Add(Diagnostic diagnostic)
    {
        _reported.Enqueue(diagnostic);
        if (diagnostic.Severity == Severity.Error)
        {
            Interlocked.Increment(ref _faults);
        }
    }

    /// <summary>Takes what the editors acknowledge: of all that was reported, and of all that will be.</summary>
    public void Acknowledge(IReadOnlyList<Acknowledgement> acknowledgements) => _acknowledgements = acknowledgements;

    /// <summary>The acknowledgements that no warning reported so far needs.</summary>
    public IReadOnlyList<Acknowledgement> Unneeded() => [.. _acknowledgements.Where(a => !_reported.Any(a.Covers))];

    /// <summary>Everything reported, by file, line, column, id and message; the same thing said twice is said once.</summary>
    public IReadOnlyList<Diagnostic> InOrder() =>
    [
        .. _reported
            .OrderBy(d => d.Span.FileName, StringComparer.Ordinal)
            .ThenBy(d => d.Span.Line)
            .ThenBy(d => d.Span.Column)
            .ThenBy(d => d.Id, StringComparer.Ordinal)
            .ThenBy(d => d.Message, StringComparer.Ordinal)
            .DistinctBy(d => (d.Span.FileName, d.Span.Line, d.Span.Column, d.Id, d.Message))
            .Select(Judged),
    ];

    private Diagnostic Judged(Diagnostic diagnostic)
    {
        if (diagnostic.Severity != Severity.Warning)
        {
            return diagnostic;
        }

        Acknowledgement? acknowledgement = AcknowledgementOf(diagnostic);
        return diagnostic with
        {
            Severity = strict && acknowledgement is null ? Severity.Error : Severity.Warning,
            Acknowledged = acknowledgement?.Reason,
        };
    }

    private Acknowledgement? AcknowledgementOf(Diagnostic diagnostic) => _acknowledgements.FirstOrDefault(a => a.Covers(diagnostic));
}
