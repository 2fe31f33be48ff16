namespace DigestSite.Cli.Serve;

/// <summary>Tells of every change in a folder and below it, also of the folder's own coming and going.</summary>
internal sealed class WatchedFolder : IDisposable
{
    private readonly Lock _lock = new();
    private readonly string _folder;
    private readonly string _path;
    private readonly Action<string> _changed;
    private FileSystemWatcher? _above;
    private FileSystemWatcher? _inside;
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
        relativePath.Split('/', '\\').Any(part => part.StartsWith('.') || part.StartsWith('#') || part.EndsWith('~'));

    public void Dispose()
    {
        lock (_lock)
        {
            _isOver = true;
            _above?.Dispose();
            _inside?.Dispose();
        }
    }

    // The folder above tells when this one comes or goes: a watcher of a folder that was deleted is deaf to a new one of the same name.
    private void Watch()
    {
        lock (_lock)
        {
            _above?.Dispose();
            _inside?.Dispose();
            (_above, _inside) = (null, null);
            while (!_isOver && NearestAbove() is { } above)
            {
                _above?.Dispose();
                _above = Start(above, isAbove: true, OnAbove);
                if (above == NearestAbove())
                {
                    break;
                }
            }

            if (!_isOver && Directory.Exists(_path))
            {
                _inside = Start(_path, isAbove: false, OnInside);
            }
        }
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

    private FileSystemWatcher Start(string path, bool isAbove, FileSystemEventHandler changed)
    {
        var watcher = new FileSystemWatcher(path)
        {
            IncludeSubdirectories = !isAbove,
            // A link to a folder counts as a file.
            NotifyFilter = isAbove ? NotifyFilters.FileName | NotifyFilters.DirectoryName : NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            InternalBufferSize = 64 * 1024,
        };
        watcher.Created += changed;
        watcher.Deleted += changed;
        watcher.Changed += changed;
        watcher.Renamed += (sender, change) =>
        {
            changed(sender, new FileSystemEventArgs(WatcherChangeTypes.Deleted, path, change.OldName));
            changed(sender, change);
        };
        watcher.Error += (_, _) => WatchAnew();
        watcher.EnableRaisingEvents = true;
        return watcher;
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
