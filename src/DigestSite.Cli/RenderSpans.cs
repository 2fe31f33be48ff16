using System.Collections.Concurrent;
using System.Diagnostics;

namespace DigestSite.Cli;

/// <summary>One file being rendered: on which thread, from when to when in ticks of <see cref="Stopwatch"/>.</summary>
internal sealed record RenderSpan(SitePath Path, int Thread, long From, long To);

/// <summary>When each file is rendered: <c>--timings</c> adds it up by kind, <c>--trace</c> shows each.</summary>
internal sealed class RenderSpans
{
    private readonly ConcurrentBag<RenderSpan> _spans = [];

    /// <summary>By when they began.</summary>
    public IReadOnlyList<RenderSpan> InOrder() => [.. _spans.OrderBy(s => s.From).ThenBy(s => s.Thread)];

    /// <summary>The same file, whose rendering is noted.</summary>
    public PlannedFile Watched(PlannedFile file) => file with
    {
        Render = () =>
        {
            long from = Stopwatch.GetTimestamp();
            ReadOnlyMemory<byte> bytes = file.Render();
            _spans.Add(new(file.Path, Environment.CurrentManagedThreadId, from, Stopwatch.GetTimestamp()));
            return bytes;
        },
    };

    /// <summary>What the files of each kind took, all threads together.</summary>
    public IEnumerable<(string Kind, int Files, TimeSpan Time)> ByKind()
    {
        ILookup<string, RenderSpan> byKind = _spans.ToLookup(s => FileKind.Of(s.Path), StringComparer.Ordinal);
        return FileKind.All.Where(byKind.Contains).Select(k => (k, byKind[k].Count(), Stopwatch.GetElapsedTime(0, byKind[k].Sum(s => s.To - s.From))));
    }
}
