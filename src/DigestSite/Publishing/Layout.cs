using DigestSite.Diagnostics;

namespace DigestSite.Publishing;

/// <summary>Whose is what in the output folder: ours is what an earlier build wrote and the folders above it, foreign the rest.</summary>
internal sealed class Layout
{
    private readonly HashSet<string> _foreignFolders;
    private readonly HashSet<string> _wantedFolders;

    private Layout(HashSet<string> foreignFolders, HashSet<string> wantedFolders)
    {
        _foreignFolders = foreignFolders;
        _wantedFolders = wantedFolders;
    }

    /// <summary>Files, links and folders that no build wrote and that the new site does not adopt.</summary>
    public int ForeignCount { get; private init; }

    /// <summary>Folders that end up with nothing in them and that an earlier build made.</summary>
    public required IReadOnlyList<string> EmptiedFolders { get; init; }

    /// <summary>The folders there are to be.</summary>
    public IEnumerable<string> Folders => _foreignFolders.Union(_wantedFolders, OutputFolder.PathComparer);

    public static Layout Of(Tree before, HashSet<string> written, HashSet<string> wanted)
    {
        var ownFolders = new HashSet<string>(OutputFolder.PathComparer);
        var wantedFolders = new HashSet<string>(OutputFolder.PathComparer);
        var foreignFolders = new HashSet<string>(OutputFolder.PathComparer);
        foreach (string path in written)
        {
            OutputFolder.AddFoldersAbove(path, ownFolders);
        }

        foreach (string path in wanted)
        {
            OutputFolder.AddFoldersAbove(path, wantedFolders);
        }

        int foreign = 0;
        foreach ((string path, TreeEntry entry) in before.Entries)
        {
            bool isFolder = entry.Kind == EntryKind.Folder;
            bool isOurs = isFolder ? ownFolders.Contains(path) : entry.Kind == EntryKind.File && (written.Contains(path) || wanted.Contains(path));
            if (isOurs)
            {
                continue;
            }

            foreign++;
            OutputFolder.AddFoldersAbove(path, foreignFolders);
            if (isFolder)
            {
                foreignFolders.Add(path);
            }
        }

        return new(foreignFolders, wantedFolders)
        {
            ForeignCount = foreign,
            EmptiedFolders =
            [
                .. before.Entries
                    .Where(e => e.Value.Kind == EntryKind.Folder && !foreignFolders.Contains(e.Key) && !wantedFolders.Contains(e.Key))
                    .Select(e => e.Key),
            ],
        };
    }

    /// <summary>Reports what stands in the way of <paramref name="writes"/> and must not be touched; whether there is any.</summary>
    public bool ReportObstacles(OutputFolder folder, Tree before, HashSet<string> written, IReadOnlyList<ChangedFile> writes, DiagnosticBag diagnostics)
    {
        bool found = false;
        foreach (ChangedFile file in writes)
        {
            EntryKind? kind = before.KindOf(file.Path);
            bool isObstacle = kind switch
            {
                EntryKind.Link => true,
                EntryKind.File => !written.Contains(file.Path),
                EntryKind.Folder => _foreignFolders.Contains(file.Path),
                _ => false,
            };
            if (isObstacle)
            {
                found = true;
                diagnostics.Add(Obstacle(folder, file.Path, kind, file.Path));
            }
        }

        foreach (string above in _wantedFolders)
        {
            EntryKind? kind = before.KindOf(above);
            if (kind == EntryKind.Link || (kind == EntryKind.File && !written.Contains(above)))
            {
                found = true;
                diagnostics.Add(Obstacle(folder, above, kind, above + "/"));
            }
        }

        return found;
    }

    private static Diagnostic Obstacle(OutputFolder folder, string path, EntryKind? kind, string wanted) => kind switch
    {
        EntryKind.Link => Catalog.LinkInOutput.At(folder.Span(path), $"`{wanted}`"),
        EntryKind.Folder => Catalog.ForeignFile.At(folder.Span(path), "a folder", $"the file `{wanted}`"),
        _ => Catalog.ForeignFile.At(folder.Span(path), "a file", $"`{wanted}`"),
    };
}
