using System.Diagnostics;
using System.Diagnostics.Tracing;

namespace DigestSite.Cli;

/// <summary>All threads standing still for the garbage collector.</summary>
/// <param name="From">In universal time, as the runtime's events have it.</param>
/// <param name="Generation">The generation that was collected; null when the stop had another reason.</param>
internal sealed record CollectorPause(DateTime From, DateTime To, int? Generation);

/// <summary>Hears from the runtime of each pause as long as it lives.</summary>
/// <remarks>https://learn.microsoft.com/dotnet/fundamentals/diagnostics/runtime-garbage-collection-events</remarks>
internal sealed class CollectorPauses : EventListener
{
    private const EventKeywords Collector = (EventKeywords)0x1;
    private const int CollectionBegins = 1;
    private const int ThreadsRunAgain = 3;
    private const int ThreadsStop = 9;

    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly List<CollectorPause> _pauses = [];
    private readonly int _collectionsBefore = GC.CollectionCount(0);
    private DateTime? _stopped;
    private int? _generation;

    /// <summary>All so far. Events arrive a moment late: that is waited for.</summary>
    public IReadOnlyList<CollectorPause> All()
    {
        int collections = GC.CollectionCount(0) - _collectionsBefore;
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < LongestDelay; Thread.Sleep(10))
        {
            lock (_gate)
            {
                if (_pauses.Count(p => p.Generation is not null) >= collections)
                {
                    break;
                }
            }
        }

        lock (_gate)
        {
            return [.. _pauses];
        }
    }

    // Called by the base class's constructor too.
    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
        {
            EnableEvents(eventSource, EventLevel.Informational, Collector);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        lock (_gate)
        {
            switch (eventData.EventId)
            {
                case ThreadsStop:
                    (_stopped, _generation) = (eventData.TimeStamp, null);
                    break;

                case CollectionBegins:
                    _generation = eventData.Payload is [_, uint generation, ..] ? (int)generation : null;
                    break;

                case ThreadsRunAgain when _stopped is { } from:
                    _pauses.Add(new(from, eventData.TimeStamp, _generation));
                    _stopped = null;
                    break;
            }
        }
    }
}
