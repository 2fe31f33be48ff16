namespace DigestSite.Cli.Serve;

/// <summary>The site that follows its sources: watches them, builds when they change, one build at a time.</summary>
internal sealed class LiveSite : IDisposable
{
    // The first builds of a process run code that is not yet compiled for speed; nobody should wait for that at the first save.
    private const int WarmUpBuilds = 3;

    private readonly Changes _changes = new();
    private readonly WatchedFolder[] _watched;
    private readonly Rebuild _rebuild;
    private volatile Served _current;

    /// <summary>Builds for the first time. What changes from here on is noticed.</summary>
    /// <inheritdoc cref="Rebuild(BuildOptions, bool, Report, int)" path="/param"/>
    public LiveSite(BuildOptions options, bool strict, Report report, int patience = Rebuild.UsualPatience)
    {
        _rebuild = new(options, strict, report, patience);
        _watched = [.. new[] { options.Content, options.Templates }.Distinct(StringComparer.Ordinal).Select(f => new WatchedFolder(f, _changes.Add))];
        _current = _rebuild.Run(null, []);
    }

    /// <summary>What there is to see now.</summary>
    public Served Current => _current;

    /// <summary>Keeps <see cref="Current"/> up to date until cancelled.</summary>
    public async Task Follow(CancellationToken cancellation)
    {
        await Task.Yield();
        for (int i = 0; i < WarmUpBuilds && !cancellation.IsCancellationRequested; i++)
        {
            Show([]);
        }

        while (!cancellation.IsCancellationRequested)
        {
            Show(await _changes.NextBurst(cancellation));
        }
    }

    public void Dispose()
    {
        foreach (WatchedFolder folder in _watched)
        {
            folder.Dispose();
        }
    }

    private void Show(IReadOnlyCollection<string> changed)
    {
        Served before = _current;

        // Only somebody who saved waits; and where a link was broken, it may still be: then nothing is shown before that is known.
        bool isAwaited = changed.Count > 0 && before.Errors.Count == 0;
        Replace(_rebuild.Run(before, changed, isAwaited ? Replace : null));
    }

    private void Replace(Served next)
    {
        Served before = _current;
        _current = next;
        before.ReplaceWith(next);
    }
}
