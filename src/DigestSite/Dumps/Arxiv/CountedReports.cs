using System.Globalization;
using DigestSite.Diagnostics;

namespace DigestSite.Dumps.Arxiv;

/// <summary>Says what is wrong in a file the first times, and then only how often it is so.</summary>
internal sealed class CountedReports(DiagnosticBag diagnostics)
{
    private readonly SortedDictionary<string, (int Count, SourceSpan Last)> _told = new(StringComparer.Ordinal);

    public void Add(DiagnosticDescriptor descriptor, SourceSpan span, params object?[] arguments)
    {
        int count = _told.GetValueOrDefault(descriptor.Id).Count + 1;
        _told[descriptor.Id] = (count, span);
        if (count <= LineScreening.MaxReports)
        {
            diagnostics.Add(descriptor.At(span, arguments));
        }
    }

    /// <summary>Says how many there were of what was not told.</summary>
    public void Close()
    {
        foreach ((string id, (int count, SourceSpan last)) in _told.Where(t => t.Value.Count > LineScreening.MaxReports))
        {
            string more = (count - LineScreening.MaxReports).ToString(CultureInfo.InvariantCulture);
            diagnostics.Add(Catalog.MoreOfAKind.At(last, more, id));
        }
    }
}
