using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using System.Text;

namespace DigestSite.Cli;

/// <summary>How long each pass of a build takes, for <c>--timings</c> and <c>--trace</c>: wall time, and the processor time of all threads together.</summary>
/// <remarks>Templates are compiled beside the passes up to <c>compile</c>, and count there.</remarks>
internal sealed class PassTimes
{
    private const string Whole = "whole process";

    private readonly List<(string Pass, TimeSpan Wall, TimeSpan Processor)> _marks = [];

    public PassTimes() => _marks.Add(("start-up", TimeSpan.Zero, TimeSpan.Zero));

    /// <summary>What the files took within the pass that renders them.</summary>
    public RenderSpans Rendering { get; } = new();

    /// <summary>A pass begins, and so the one before it ends.</summary>
    public void Begin(string pass)
    {
        (TimeSpan wall, TimeSpan processor) = Now();
        _marks.Add((pass, wall, processor));
    }

    /// <summary>The last pass ends.</summary>
    public void End() => Begin(Whole);

    /// <summary>When each pass began and ended, since the process began, and the processor time between. After <see cref="End"/>.</summary>
    public IEnumerable<(string Pass, TimeSpan From, TimeSpan To, TimeSpan Processor)> Passes() =>
        _marks.Zip(_marks.Skip(1), (from, to) => (from.Pass, from.Wall, to.Wall, to.Processor - from.Processor));

    public static TimeSpan SinceStart() => Now().Wall;

    public static TimeSpan SinceStart(DateTime universal)
    {
        using var process = Process.GetCurrentProcess();
        return universal - process.StartTime.ToUniversalTime();
    }

    /// <summary>After <see cref="End"/>: one line a pass, the sum, and what was made at which rate.</summary>
    public string Table(BuiltSite site)
    {
        var text = new StringBuilder("pass                  wall ms    cpu ms\n");
        foreach ((string pass, TimeSpan from, TimeSpan to, TimeSpan spent) in Passes())
        {
            Row(text, pass, to - from, spent);
        }

        (string whole, TimeSpan wall, TimeSpan processor) = _marks[^1];
        Row(text, whole, wall, processor);
        text.Append("render, all threads together: ").AppendJoin(", ", Rendering.ByKind().Select(k => FormattableString.Invariant($"{k.Kind} {k.Time.TotalMilliseconds:N0} ms"))).Append('\n');
        int pages = site.Files.Count(f => f.Path.IsFolder);
        long bytes = site.Files.Sum(f => (long)f.Length);
        return text.Append(CultureInfo.InvariantCulture, $"{pages:N0} pages, {pages / wall.TotalSeconds:N0} a second; {site.Files.Count:N0} files of {bytes / 1e6:N1} MB; at most {Peak() / 1e6:N0} MB of memory\n")
            .Append(CultureInfo.InvariantCulture, $"garbage collections: {GC.CollectionCount(0) - GC.CollectionCount(1):N0} of generation 0, {GC.CollectionCount(1) - GC.CollectionCount(2):N0} of 1, {GC.CollectionCount(2):N0} of 2; all threads stood still for {GC.GetTotalPauseDuration().TotalMilliseconds:N0} ms; {GC.GetTotalAllocatedBytes() / 1e6:N0} MB allocated\n")
            .Append(CultureInfo.InvariantCulture, $"compiled while running: {JitInfo.GetCompiledMethodCount():N0} methods in {JitInfo.GetCompilationTime().TotalMilliseconds:N0} ms of all threads").ToString();
    }

    private static void Row(StringBuilder text, string pass, TimeSpan wall, TimeSpan processor) =>
        text.Append(CultureInfo.InvariantCulture, $"{pass,-20} {wall.TotalMilliseconds,8:F0}  {processor.TotalMilliseconds,8:F0}\n");

    private static (TimeSpan Wall, TimeSpan Processor) Now()
    {
        using var process = Process.GetCurrentProcess();
#pragma warning disable RS0030 // How long it took is no input of the build.
        return (DateTime.Now - process.StartTime, process.TotalProcessorTime);
#pragma warning restore RS0030
    }

    private static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
