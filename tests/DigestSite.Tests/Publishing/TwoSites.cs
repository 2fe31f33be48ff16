using System.Diagnostics;
using System.Security.Cryptography;
using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Publishing;

/// <summary>One folder with two sites to publish into it in turn by the real program: hundreds of files, all but a few of which differ.</summary>
internal sealed class TwoSites : IDisposable
{
    private const int Assets = 150;

    private readonly SiteFolder _site = new();
    private readonly string _output;

    public TwoSites(string? output = null)
    {
        _output = output ?? _site.Output;
        for (int i = 0; i < Assets; i++)
        {
            _site[$"templates/assets/same/{i}.txt"] = $"The same in both, {i}";
        }
    }

    public string Root => _site.Root;

    public string Output => _output;

    /// <summary>Where the new site is put together, beside the old one.</summary>
    public string Staging => Beside("staging");

    /// <summary>What keeps a second build away.</summary>
    public string Lock => Beside("lock");

    public static ProcessStartInfo Start(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "digest.dll"), .. arguments]) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("GITHUB_ACTIONS");
        start.Environment["DOTNET_TieredPGO"] = "0";
        return start;
    }

    /// <summary>Changes what the next build publishes: nearly every file, and a folder that only one of the two has.</summary>
    public void Write(bool isSecond)
    {
        string own = isSecond ? "second" : "first";
        _site["content/pages/files.md"] = "---\ntitle: Files\ndescription: All of them.\n---\n" + string.Concat(Enumerable.Range(0, Assets).Select(i => $"[x](/assets/same/{i}.txt) [x](/assets/other/{own}/{i}.txt)\n"));
        _site["content/site.yml"] = _site["content/site.yml"].Replace(isSecond ? "Tiny digest" : "Other digest", isSecond ? "Other digest" : "Tiny digest", StringComparison.Ordinal);
        for (int i = 0; i < Assets; i++)
        {
            string file = Path.Combine(Root, "templates/assets/other", own, $"{i}.txt");
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, $"{(isSecond ? "Second" : "First")}, {i}");
        }

        string gone = Path.Combine(Root, "templates/assets/other", isSecond ? "first" : "second");
        if (Directory.Exists(gone))
        {
            Directory.Delete(gone, recursive: true);
        }
    }

    /// <summary>A build from start to end.</summary>
    public Process Build() => Process.Start(Start(Root, "build", "--quiet", "--output", _output))!;

    /// <summary>Every file of the published site with the hash of its bytes.</summary>
    public string State() => StateOf(_output);

    public static string StateOf(string folder) => !Directory.Exists(folder) ? "" : string.Join(
        '\n',
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => $"{Path.GetRelativePath(folder, f)} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(f)))}"));

    private string Beside(string purpose) => Path.Combine(Path.GetDirectoryName(_output)!, $".{Path.GetFileName(_output)}.{purpose}");

    public void Dispose() => _site.Dispose();
}
