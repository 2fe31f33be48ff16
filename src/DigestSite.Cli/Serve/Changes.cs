using System.Diagnostics;
using System.Threading.Channels;

namespace DigestSite.Cli.Serve;

/// <summary>Collects changed files until it is time to build: editors write one save as a burst of events.</summary>
internal sealed class Changes
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(20);

    // Something that writes without pause must not keep the site from being built.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(300);

    private readonly Channel<string> _names = Channel.CreateUnbounded<string>();

    public void Add(string name) => _names.Writer.TryWrite(name);

    /// <summary>Waits for a change, then until nothing has changed for a moment; the names of all that did, sorted.</summary>
    public async Task<IReadOnlyCollection<string>> NextBurst(CancellationToken cancellation)
    {
        var burst = new SortedSet<string>(StringComparer.Ordinal) { await _names.Reader.ReadAsync(cancellation) };
        long start = Stopwatch.GetTimestamp();
        Task<bool> more;
        do
        {
            while (_names.Reader.TryRead(out string? name))
            {
                burst.Add(name);
            }

            more = _names.Reader.WaitToReadAsync(cancellation).AsTask();
        }
        while (Stopwatch.GetElapsedTime(start) < Longest && await Task.WhenAny(more, Task.Delay(Quiet, cancellation)) == more && await more);
        return burst;
    }
}
