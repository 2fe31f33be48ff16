using System.Diagnostics;

namespace DigestSite.Benchmarks;

/// <summary>What one pass costs: time by the clock, processor time and allocations of all threads.</summary>
internal readonly record struct Cost(TimeSpan Wall, TimeSpan Processor, long Allocated)
{
    /// <summary>The least of each: whatever else a machine does only ever adds.</summary>
    public static Cost Least(Cost a, Cost b) => new(
        a.Wall < b.Wall ? a.Wall : b.Wall, a.Processor < b.Processor ? a.Processor : b.Processor, Math.Min(a.Allocated, b.Allocated));
}

/// <summary>The least that each pass cost in several rounds, in the order in which passes came first.</summary>
internal sealed class PassCosts
{
    private readonly Dictionary<string, Cost> _byPass = new(StringComparer.Ordinal);
    private readonly List<string> _passes = [];
    private (string Pass, long Start, TimeSpan Processor, long Allocated)? _running;

    public IReadOnlyList<string> Passes => _passes;

    public Cost Of(string pass) => _byPass[pass];

    /// <summary>A pass begins, and so the one before it ends. What that left to collect is collected between the two, and counts for neither.</summary>
    public void Begin(string pass)
    {
        End();
        GC.Collect();
        _running = (pass, Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(precise: true));
    }

    public void End()
    {
        if (_running is not { } begun)
        {
            return;
        }

        var cost = new Cost(Stopwatch.GetElapsedTime(begun.Start), Environment.CpuUsage.TotalTime - begun.Processor, GC.GetTotalAllocatedBytes(precise: true) - begun.Allocated);
        _running = null;
        if (_byPass.TryGetValue(begun.Pass, out Cost best))
        {
            _byPass[begun.Pass] = Cost.Least(best, cost);
        }
        else
        {
            _passes.Add(begun.Pass);
            _byPass.Add(begun.Pass, cost);
        }
    }
}
