namespace DigestSite.Cli.Serve;

/// <summary>Tells of every change in a folder and below it, also of the folder's own coming and going.</summary>
internal sealed class WatchedFolder : IDisposable
{
    private readonly Lock _lock = new();
    private readonly string _folder;
    private readonly string _path;
    private readonly Action<string> _changed;
    private readonly List<FileSystemWatcher> _watchers = [];
    private bool _isOver;

    /// <summary>Watches from now on.</summary>
    /// <param name="folder">Need not exist.</param>
    /// <param name="changed">Told the changed file as an editor would type it; called from any thread.</param>
    public WatchedFolder(string folder, Action<string> changed)
    {
        _folder = folder.Replace('\\', '/').TrimEnd('/');
        _path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        _changed = changed;
        Watch();
    }

    /// <summary>Whether a file is an editor's or the system's own: backups, locks, swap files.</summary>
    /// <param name="relativePath">Within the folder that is watched.</param>
    public static bool IsIgnored(string relativePath) =>
        relativePath.Split('/', '\\').Any(part => part.StartsWith('.') || part.EndsWith('~') || part is ['#', .., '#']);

    public void Dispose()
    {
        lock (_lock)
        {
            _isOver = true;
            Deafen();
        }
    }

    // A watcher of a folder that was deleted is deaf to a new one of the same name, so the folder above tells when this one comes or goes,
    // and the one above that tells the same of it.
    private void Watch()
    {
        lock (_lock)
        {
            string? above;
            do
            {
                Deafen();
                above = NearestAbove();
                Listen(above, isAbove: true, OnAbove);
                Listen(Path.GetDirectoryName(above), isAbove: true, OnAbove);
            }
            while (above != NearestAbove());
            Listen(_path, isAbove: false, OnInside);
        }
    }

    private void Deafen()
    {
        _watchers.ForEach(w => w.Dispose());
        _watchers.Clear();
    }

    private string? NearestAbove()
    {
        string? above = Path.GetDirectoryName(_path);
        while (above is not null && !Directory.Exists(above))
        {
            above = Path.GetDirectoryName(above);
        }

        return above;
    }

    private void Listen(string? folder, bool isAbove, FileSystemEventHandler changed)
    {
        if (_isOver || !Directory.Exists(folder))
        {
            return;
        }

        // Above, a link to a folder counts as a file.
        NotifyFilters filter = NotifyFilters.FileName | NotifyFilters.DirectoryName;
        filter |= isAbove ? filter : NotifyFilters.LastWrite | NotifyFilters.Size;
        var watcher = new FileSystemWatcher { NotifyFilter = filter, IncludeSubdirectories = !isAbove, InternalBufferSize = 64 * 1024 };
        _watchers.Add(watcher);
        watcher.Created += changed;
        watcher.Deleted += changed;
        watcher.Changed += changed;
        watcher.Renamed += (sender, change) =>
        {
            changed(sender, new FileSystemEventArgs(WatcherChangeTypes.Deleted, folder, change.OldName));
            changed(sender, change);
        };
        watcher.Error += (_, _) => WatchAnew();
        try
        {
            watcher.Path = folder;
            watcher.EnableRaisingEvents = true;
        }
        catch (Exception failure) when (failure is IOException or ArgumentException && !Directory.Exists(folder))
        {
            // It went just now: the one above tells.
        }
    }

    private void OnAbove(object sender, FileSystemEventArgs change)
    {
        if (_path == change.FullPath || _path.StartsWith(change.FullPath + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            WatchAnew();
        }
    }

    private void OnInside(object sender, FileSystemEventArgs change)
    {
        if (change.Name is { } name && !IsIgnored(name))
        {
            _changed($"{_folder}/{name.Replace('\\', '/')}");
        }
    }

    // Events were lost, or may be: what changed is not known, only that something did.
    private void WatchAnew()
    {
        Watch();
        _changed(_folder);
    }
}
