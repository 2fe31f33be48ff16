using System.Globalization;
using System.Text;
using DigestSite.Diagnostics;

namespace DigestSite.Publishing;

/// <summary>
/// Publishing anywhere: all new contents and the list of changes are written down first; once the list has its final name,
/// the changes are made one by one, and again by the next build if this one is killed. Each may be made twice.
/// </summary>
internal static class Journal
{
    private const string FirstLine = "digest-journal 1";
    private const string CommittedName = "committed";

    private enum Change
    {
        Remove,
        RemoveFolder,
        Move,
    }

    /// <summary>False when it is not done, which is reported.</summary>
    public static bool Publish(OutputFolder folder, Difference difference, Disk disk, DiagnosticBag diagnostics)
    {
        try
        {
            Prepare(folder, difference, disk);
            if (!difference.Before.IsSameAs(Tree.Scan(folder.Root)))
            {
                disk.TryDeleteTree(folder.Journal);
                diagnostics.Add(Catalog.OutputChanged.At(SourceSpan.File(folder.Name)));
                return false;
            }

            disk.Move(InJournal(folder, "list"), InJournal(folder, CommittedName));
        }
        catch (Exception failure) when (Disk.IsFailure(failure))
        {
            disk.TryDeleteTree(folder.Journal);
            throw;
        }

        return RollForward(folder, disk, diagnostics);
    }

    /// <summary>Finishes what a killed build had committed, and drops what it had not. False when that fails, which is reported.</summary>
    public static bool RollForward(OutputFolder folder, Disk disk, DiagnosticBag diagnostics)
    {
        if (!Directory.Exists(folder.Journal))
        {
            return true;
        }

        if (IsLink(folder.Journal))
        {
            string name = Path.GetFileName(folder.Journal);
            diagnostics.Add(Catalog.LinkInOutput.At(folder.Span(name), $"`{name}/`"));
            return false;
        }

        try
        {
            if (File.Exists(InJournal(folder, CommittedName)))
            {
                if (Read(folder, diagnostics) is not { } changes || ReportLinks(folder, changes, diagnostics))
                {
                    return false;
                }

                Make(folder, changes, disk);
            }

            // Of a committed journal only the list is left.
            disk.DeleteTree(folder.Journal);
            return true;
        }
        catch (Exception failure) when (Disk.IsFailure(failure))
        {
            diagnostics.Add(Catalog.PublishingInterrupted.At(SourceSpan.File(folder.Name), failure.Message));
            return false;
        }
    }

    private static string InJournal(OutputFolder folder, string name) => Path.Join(folder.Journal, name);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Prepare(OutputFolder folder, Difference difference, Disk disk)
    {
        disk.MakeFolder(folder.Journal);
        Disk.ForEach(difference.Writes, (file, i) => disk.Write(InJournal(folder, Number(i)), file.Bytes().Span));
        IEnumerable<string> lines =
        [
            FirstLine,
            .. difference.Removals.Select(p => $"{nameof(Change.Remove)} {p}"),
            .. difference.EmptiedFolders.Select(p => $"{nameof(Change.RemoveFolder)} {p}"),
            .. difference.Writes.Select(f => $"{nameof(Change.Move)} {f.Path}"),
        ];
        byte[] list = Encoding.ASCII.GetBytes(string.Join('\n', lines) + "\n");
        disk.Write(InJournal(folder, "list"), list, throughToDisk: true);
    }

    private static List<(Change Change, string Path)>? Read(OutputFolder folder, DiagnosticBag diagnostics)
    {
        string path = InJournal(folder, CommittedName);
        var source = new SourceText(path, File.ReadAllText(path));
        var changes = new List<(Change, string)>();
        for (int line = 1; line <= source.LineCount; line++)
        {
            string text = source.Line(line).ToString();
            (Change Change, string Path)? change = Parse(text);
            if (line == 1 ? text != FirstLine : change is null && text.Length > 0)
            {
                diagnostics.Add(Catalog.JournalDamaged.At(source.At(line, length: text.Length), $"`{text}` is not expected here", folder.Journal));
                return null;
            }

            if (change is { } known)
            {
                changes.Add(known);
            }
        }

        return changes;
    }

    private static (Change Change, string Path)? Parse(string line) =>
        line.Split(' ') is [var word, var path] && Enum.TryParse(word, out Change change) && Manifest.IsFilePath(path) ? (change, path) : null;

    // Somebody may have put links in place between two builds.
    private static bool ReportLinks(OutputFolder folder, List<(Change Change, string Path)> changes, DiagnosticBag diagnostics)
    {
        var folders = new HashSet<string>(OutputFolder.PathComparer);
        foreach ((_, string path) in changes)
        {
            OutputFolder.AddFoldersAbove(path, folders);
        }

        string[] links = [.. folders.Where(f => IsLink(folder.At(f)))];
        foreach (string link in links)
        {
            diagnostics.Add(Catalog.LinkInOutput.At(folder.Span(link), $"`{link}/`"));
        }

        return links.Length > 0;
    }

    private static bool IsLink(string path) => new DirectoryInfo(path).LinkTarget is not null;

    private static void Make(OutputFolder folder, List<(Change Change, string Path)> changes, Disk disk)
    {
        int moved = 0;
        foreach ((Change change, string path) in changes)
        {
            string target = folder.At(path);
            if (change == Change.Move)
            {
                Move(InJournal(folder, Number(moved)), target, disk);
                moved++;
            }
            else if (change == Change.Remove ? File.Exists(target) : Directory.Exists(target))
            {
                Action<string> delete = change == Change.Remove ? disk.Delete : disk.DeleteFolderIfEmpty;
                delete(target);
            }
        }
    }

    private static void Move(string content, string target, Disk disk)
    {
        if (!File.Exists(content))
        {
            // The build that was killed had moved it.
            return;
        }

        string above = Path.GetDirectoryName(target)!;
        if (!Directory.Exists(above))
        {
            disk.MakeFolder(above);
        }

        disk.Move(content, target);
    }
}
