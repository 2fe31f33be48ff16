using System.Text;
using DigestSite.Diagnostics;
using DigestSite.Publishing;

namespace DigestSite.Tests.Publishing;

/// <summary>A folder for one test, with an output folder named <c>site</c> in it.</summary>
internal sealed class Sandbox : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("digest-test-").FullName;

    public string Site => Path.Join(Root, "site");

    public DiagnosticBag Diagnostics { get; private set; } = new();

    /// <summary>The only diagnostic there is.</summary>
    public Diagnostic Reported => Assert.Single(Diagnostics.InOrder());

    public static PublishOptions Way(bool byJournal, Action<string>? beforeStep = null) => new()
    {
        Way = byJournal ? PublishWay.Journal : PublishWay.Exchange,
        BeforeStep = beforeStep,
    };

    public static OutputFile[] Files(params (string Path, string Text)[] files) =>
        [.. files.Select(f => new OutputFile(new SitePath(f.Path), Encoding.UTF8.GetBytes(f.Text), f.Path + ".hbs"))];

    public PublishResult? Publish(bool byJournal, params (string Path, string Text)[] files) => Publish(Way(byJournal), files);

    public PublishResult? Publish(PublishOptions options, params (string Path, string Text)[] files)
    {
        Diagnostics = new();
        return Publisher.Publish(Site, Files(files), Diagnostics, options);
    }

    public PublishResult? Clean(bool byJournal)
    {
        Diagnostics = new();
        return Publisher.Clean(Site, Diagnostics, Way(byJournal));
    }

    /// <summary>Writes a file as a person would.</summary>
    public string Put(string path, string text)
    {
        string full = Path.Join(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }

    public string PutFolder(string path) => Directory.CreateDirectory(Path.Join(Root, path)).FullName;

    public void PutLink(string path, string target) => File.CreateSymbolicLink(Path.Join(Root, path), target);

    /// <summary>Everything below a folder: text of files, <c>-> target</c> of links, <c>/</c> of folders.</summary>
    public Dictionary<string, string> Contents(string folder = "site")
    {
        string start = Path.Join(Root, folder);
        var contents = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect(start);
        return contents;

        void Collect(string at)
        {
            foreach (FileSystemInfo entry in new DirectoryInfo(at).EnumerateFileSystemInfos())
            {
                string path = Path.GetRelativePath(start, entry.FullName);
                contents[path] = entry.LinkTarget is { } target ? "-> " + target : entry is DirectoryInfo ? "/" : File.ReadAllText(entry.FullName);
                if (entry is DirectoryInfo && entry.LinkTarget is null)
                {
                    Collect(entry.FullName);
                }
            }
        }
    }

    /// <summary>What is beside the output folder: nothing, once a build is done.</summary>
    public IEnumerable<string> Beside() => Directory.EnumerateFileSystemEntries(Root).Select(p => Path.GetFileName(p)!).Where(n => n.StartsWith(".site", StringComparison.Ordinal));

    /// <summary>When anything in the output folder, itself included, last changed.</summary>
    public Dictionary<string, DateTime> Times() =>
        Directory.EnumerateFileSystemEntries(Site, "*", SearchOption.AllDirectories).Append(Site).ToDictionary(p => p, File.GetLastWriteTimeUtc, StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
