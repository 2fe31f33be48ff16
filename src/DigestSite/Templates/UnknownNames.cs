using System.Globalization;
using DigestSite.Diagnostics;

namespace DigestSite.Templates;

/// <summary>Names in partials that those who include them do not know: one mistake each, however many do.</summary>
internal sealed class UnknownNames
{
    private readonly Dictionary<SourceSpan, (Diagnostic Fault, SourceSpan Include, int Others)> _first = [];

    /// <summary>Notes one.</summary>
    /// <param name="include">The tag that includes the partial.</param>
    public void Add(Diagnostic fault, SourceSpan include) =>
        _first[fault.Span] = _first.TryGetValue(fault.Span, out var known) ? known with { Others = known.Others + 1 } : (fault, include, 0);

    public void Report(DiagnosticBag diagnostics)
    {
        foreach ((Diagnostic fault, SourceSpan include, int others) in _first.Values)
        {
            string more = others switch
            {
                0 => "",
                1 => ", and by one other",
                _ => string.Create(CultureInfo.InvariantCulture, $", and by {others} others"),
            };
            diagnostics.Add(fault with { WayOut = string.Create(CultureInfo.InvariantCulture, $"{fault.WayOut} (included by {include.FileName}({include.Line},{include.Column}){more})") });
        }
    }
}
