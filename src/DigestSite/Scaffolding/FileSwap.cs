using DigestSite.Diagnostics;

namespace DigestSite.Scaffolding;

/// <summary>Puts files in place, over those that are there: all or none.</summary>
/// <remarks>Each is put there whole, in one step. Only between two steps can a killed program leave some of them new and some old.</remarks>
internal static class FileSwap
{
    /// <summary>False when everything is as it was; why has then been reported.</summary>
    /// <param name="folder">Where the files' paths begin; folders are made as needed.</param>
    /// <param name="then">What belongs to it: when it says no, everything is put back.</param>
    public static bool Write(string folder, IReadOnlyList<NewFile> files, DiagnosticBag diagnostics, Func<bool> then)
    {
        var undo = new Stack<Action>();
        var old = new List<string>();
        string[] paths = [.. files.Select(f => Path.Combine(folder, f.Path))];
        string current = folder;
        bool isDone;
        try
        {
            for (int i = 0; i < paths.Length; i++)
            {
                current = paths[i];
                Prepare(current, files[i].Bytes.Span, undo, old);
            }

            foreach (string path in paths)
            {
                current = path;
                Put(path, undo);
            }

            isDone = then();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(Catalog.NotWritten.At(SourceSpan.File(current.Replace('\\', '/')), failure.Message));
            isDone = false;
        }

        while (!isDone && undo.TryPop(out Action? step))
        {
            step();
        }

        old.ForEach(File.Delete);
        return isDone;
    }

    // Whatever may fail for want of room or rights is done before anything is replaced.
    private static void Prepare(string path, ReadOnlySpan<byte> bytes, Stack<Action> undo, List<string> old)
    {
        foreach (string folder in NewFiles.MissingFolders(path))
        {
            Directory.CreateDirectory(folder);
            undo.Push(() => Directory.Delete(folder));
        }

        undo.Push(() => File.Delete(New(path)));
        File.WriteAllBytes(New(path), bytes);
        if (File.Exists(path))
        {
            undo.Push(() => File.Delete(Old(path)));
            File.Copy(path, Old(path), overwrite: true);
            old.Add(Old(path));
        }
    }

    private static void Put(string path, Stack<Action> undo)
    {
        bool wasThere = File.Exists(path);
        File.Move(New(path), path, overwrite: true);
        undo.Push(() =>
        {
            if (wasThere)
            {
                File.Move(Old(path), path, overwrite: true);
            }
            else
            {
                File.Delete(path);
            }
        });
    }

    // A name with a dot is no dump and no page.
    private static string New(string path) => Beside(path, "new");

    private static string Old(string path) => Beside(path, "old");

    private static string Beside(string path, string what) => Path.Combine(Path.GetDirectoryName(path) ?? "", $".{Path.GetFileName(path)}.digest-{what}");
}
