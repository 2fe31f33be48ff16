using System.Collections.Concurrent;
using System.Diagnostics;

namespace DigestSite.Cli;

/// <summary>One file being rendered: on which thread, from when to when in ticks of <see cref="Stopwatch"/>.</summary>
/// <param name="Own">Without the files that the thread rendered meanwhile: one that waits for its helpers takes up what else there is to do.</param>
internal sealed record RenderSpan(SitePath Path, int Thread, long From, long To, long Own);

/// <summary>When each file is rendered: <c>--timings</c> adds it up by kind, <c>--trace</c> shows each.</summary>
internal sealed class RenderSpans
{
    // What the files took that this thread rendered within the one that it is at.
    [ThreadStatic]
    private static long _within;

    private readonly ConcurrentBag<RenderSpan> _spans = [];

    /// <summary>By when they began.</summary>
    public IReadOnlyList<RenderSpan> InOrder() => [.. _spans.OrderBy(s => s.From).ThenBy(s => s.Thread)];

    /// <summary>The same file, whose rendering is noted.</summary>
    public PlannedFile Watched(PlannedFile file) => file with
    {
        Render = () =>
        {
            (long around, _within) = (_within, 0);
            long from = Stopwatch.GetTimestamp();
            ReadOnlyMemory<byte> bytes = file.Render();
            long to = Stopwatch.GetTimestamp();
            _spans.Add(new(file.Path, Environment.CurrentManagedThreadId, from, to, to - from - _within));
            _within = around + to - from;
            return bytes;
        },
    };

    /// <summary>What the files of each kind took, all threads together.</summary>
    public IEnumerable<(string Kind, int Files, TimeSpan Time)> ByKind()
    {
        ILookup<string, RenderSpan> byKind = _spans.ToLookup(s => FileKind.Of(s.Path), StringComparer.Ordinal);
        return FileKind.All.Where(byKind.Contains).Select(k => (k, byKind[k].Count(), Stopwatch.GetElapsedTime(0, byKind[k].Sum(s => s.Own))));
    }
}
