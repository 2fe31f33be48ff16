using System.Collections.Concurrent;

namespace DigestSite.Cli.LinkChecking;

/// <summary>Says when the next request may go out: few at a time, fewer to one host, spaced there, and none while a host wants to rest.</summary>
internal sealed class HostTurns(TimeProvider clock) : IDisposable
{
    public const int MostAtHost = 2;
    public const int MostInAll = 16;

    /// <summary>Between the beginnings of two requests to a host.</summary>
    public static readonly TimeSpan Spacing = TimeSpan.FromSeconds(1);

    /// <summary>A host that wants a longer rest is not asked again in this run.</summary>
    public static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, Host> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly SemaphoreSlim _all = new(MostInAll);

    /// <summary>Waits for a turn, to be disposed when the answer is there. Null when the host wants a longer rest.</summary>
    public async Task<IDisposable?> Take(string host, CancellationToken end)
    {
        Host at = _hosts.GetOrAdd(host, _ => new());
        await at.Places.WaitAsync(end);
        try
        {
            while (at.Wait(clock.GetUtcNow()) is var wait && wait > TimeSpan.Zero)
            {
                if (wait > LongestRest)
                {
                    at.Places.Release();
                    return null;
                }

                await Task.Delay(wait, clock, end);
            }

            await _all.WaitAsync(end);
            return new Turn(at.Places, _all);
        }
        catch (OperationCanceledException)
        {
            at.Places.Release();
            throw;
        }
    }

    /// <summary>The host is to be left alone for so long.</summary>
    public void Rest(string host, TimeSpan rest) => _hosts.GetOrAdd(host, _ => new()).RestUntil(clock.GetUtcNow() + rest);

    public void Dispose()
    {
        _all.Dispose();
        foreach (Host host in _hosts.Values)
        {
            host.Places.Dispose();
        }
    }

    private sealed class Host
    {
        private readonly Lock _lock = new();
        private DateTimeOffset _next;

        public SemaphoreSlim Places { get; } = new(MostAtHost);

        // Zero for whoever may go now; the next one then may later.
        public TimeSpan Wait(DateTimeOffset now)
        {
            lock (_lock)
            {
                if (_next > now)
                {
                    return _next - now;
                }

                _next = now + Spacing;
                return TimeSpan.Zero;
            }
        }

        public void RestUntil(DateTimeOffset time)
        {
            lock (_lock)
            {
                _next = time > _next ? time : _next;
            }
        }
    }

    private sealed class Turn(SemaphoreSlim place, SemaphoreSlim all) : IDisposable
    {
        public void Dispose()
        {
            all.Release();
            place.Release();
        }
    }
}
