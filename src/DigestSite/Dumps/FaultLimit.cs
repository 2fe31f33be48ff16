using System.Globalization;
using DigestSite.Diagnostics;

namespace DigestSite.Dumps;

/// <summary>What is wrong with one item of a file of noise is wrong with a million: the first of a kind are told, the rest counted.</summary>
internal sealed class FaultLimit(DiagnosticBag diagnostics)
{
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public void Report(DiagnosticDescriptor descriptor, SourceSpan span, params object?[] arguments)
    {
        int before = _counts.GetValueOrDefault(descriptor.Id);
        _counts[descriptor.Id] = before + 1;
        if (before < LineScreening.MaxReports)
        {
            diagnostics.Add(descriptor.At(span, arguments));
        }
    }

    public void ReportRest(SourceText source)
    {
        foreach ((string id, int count) in _counts)
        {
            if (count > LineScreening.MaxReports)
            {
                diagnostics.Add(Catalog.MoreOfTheKind.At(source.At(0), (count - LineScreening.MaxReports).ToString(CultureInfo.InvariantCulture), id));
            }
        }
    }
}
