using System.Collections.Concurrent;
using System.Globalization;
using DigestSite.Diagnostics;
using DigestSite.Papers.Permanence;
using DigestSite.Templates;

namespace DigestSite.Tests.Sites;

/// <summary>A small site in a folder of its own: tests/…/Sites/Base, the project's templates, and whatever is laid over them.</summary>
internal sealed class SiteFolder : IDisposable
{
    // Compiling templates is most of the time that the build of a small site takes; a folder has one of these for itself while it is used.
    private static readonly ConcurrentBag<CompiledTemplates> Idle = [];

    private readonly CompiledTemplates _compiled = Idle.TryTake(out CompiledTemplates? idle) ? idle : new();

    public SiteFolder(string? overlay = null)
    {
        Root = Directory.CreateTempSubdirectory("digest-site-").FullName;
        Copy(Repository.File("templates"), Path.Combine(Root, "templates"));
        Copy(BaseSite, Root);
        if (overlay is null)
        {
            return;
        }

        _setup = [.. Directory.GetFiles(overlay, "setup.txt").SelectMany(File.ReadLines).Select(l => l.Split(' ', 2))];
        foreach (string[] step in _setup.Where(s => s[0] == "delete"))
        {
            File.Delete(Path.Combine(Root, step[1]));
        }

        Copy(overlay, Root);
        foreach (string[] step in _setup)
        {
            Make(step);
        }
    }

    /// <summary>The command lines that <c>setup.txt</c> runs, in place of a build.</summary>
    public IEnumerable<string[]> Runs => _setup.Where(s => s[0] == "run").Select(s => s[1].Split(' ').Select(a => a.Replace('+', ' ')).ToArray());

    // What an overlay cannot say by its files: `delete FILE` of the base, `grow FILE MIB`, `link FILE TARGET`, `write FILE LINE`,
    // `as-of DATE`, and `run ARGUMENTS` for a verb, where a plus stands for a space.
    private readonly string[][] _setup = [];

    public static string BaseSite { get; } = Repository.File("tests", "DigestSite.Tests", "Sites", "Base");

    public string Root { get; }

    public DiagnosticBag Diagnostics { get; private set; } = new();

    public string Output => Path.Combine(Root, "site");

    /// <summary>Every diagnostic of the last build as it is printed, the folder's own path taken away.</summary>
    public string DiagnosticText => string.Concat(Diagnostics.InOrder().Select(d => d + "\n")).Replace(Root + "/", "", StringComparison.Ordinal);

    public string this[string file]
    {
        get => File.ReadAllText(Path.Combine(Root, file));
        set
        {
            string path = Path.Combine(Root, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, value);
        }
    }

    /// <summary>Builds what is there.</summary>
    /// <param name="reroutes">What the ledger is about to be told; nothing for a build that only reads it.</param>
    public BuiltSite Build(Func<BuildOptions, BuildOptions>? change = null, bool strict = false, Reroute[]? reroutes = null)
    {
        Diagnostics = new DiagnosticBag(strict);
        var options = new BuildOptions { Content = Path.Combine(Root, "content"), Templates = Path.Combine(Root, "templates"), Generator = "DigestSite test", AsOf = AsOf };
        return new SiteBuilder(change?.Invoke(options) ?? options, Diagnostics)
        {
            IsRecording = reroutes is not null,
            Reroutes = reroutes ?? [],
            CompiledTemplates = _compiled,
        }.Build();
    }

    /// <summary>Leaves the dumps without a word on single papers and digests.</summary>
    public void DeleteCuration()
    {
        foreach (string file in (string[])["papers.yml", "dumps.yml", "notes/2025-11-03.md"])
        {
            File.Delete(Path.Combine(Root, "content", file));
        }
    }

    private void Make(string[] step)
    {
        string[] words = step[1].Split(' ', 2);
        string path = Path.Combine(Root, words[0]);
        switch (step[0])
        {
            case "grow":
                File.WriteAllText(path, new string('#', 1 + (int.Parse(words[1], CultureInfo.InvariantCulture) << 20)));
                break;
            case "link":
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.CreateSymbolicLink(path, words[1]);
                break;
            case "write":
                this[words[0]] = words[1] + "\n";
                break;
        }
    }

    private DateOnly? AsOf => _setup.FirstOrDefault(s => s[0] == "as-of") is [_, var date] ? DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public void Dispose()
    {
        Idle.Add(_compiled);
        Directory.Delete(Root, recursive: true);
    }

    /// <summary>Copies a folder with all that is in it.</summary>
    public static void Copy(string from, string to)
    {
        foreach (string file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
