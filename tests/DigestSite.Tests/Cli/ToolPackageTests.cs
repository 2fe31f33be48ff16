using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace DigestSite.Tests.Cli;

/// <summary>The program as a .NET tool: packed from source, installed from a folder, run where there is nothing else of the project.</summary>
public sealed class ToolPackageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("digest-tool-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void It_packs_to_the_same_bytes_wherever_it_is_compiled_and_makes_a_site_out_of_nothing()
    {
        string sdk = Sdk();
        string package = Pack(sdk, "one");
        AssertSameEntries(package, Pack(sdk, "other"));
        Assert.Equal("digest-site.0.1.0.nupkg", Path.GetFileName(package).Replace(DigestSite.Cli.CommonOptions.Version, "0.1.0", StringComparison.Ordinal));

        // Its own cache: whatever is called so on this machine is another.
        string tools = Path.Combine(_folder, "tools");
        Run(sdk, _folder, "tool", "install", "digest-site", "--tool-path", tools, "--source", Path.GetDirectoryName(package)!);
        string digest = Path.Combine(tools, OperatingSystem.IsWindows() ? "digest.exe" : "digest");
        string empty = Directory.CreateDirectory(Path.Combine(_folder, "empty")).FullName;
        Assert.Equal(DigestSite.Cli.CommonOptions.Version, Run(digest, empty, "--version").Split('+')[0].Trim());
        Run(digest, empty, "new", "site", "mine");
        string mine = Path.Combine(empty, "mine");
        Assert.False(Directory.Exists(Path.Combine(mine, "templates")) && Directory.GetFiles(Path.Combine(mine, "templates"), "*.hbs").Length > 0, "the templates are not the built-in ones");
        string told = Run(digest, mine, "build", "--strict");
        Assert.Contains(" files written, 0 unchanged", told, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(mine, "site", "index.html")));
        Assert.True(File.Exists(Path.Combine(mine, "site", "assets", "site.css")));
    }

    private string Pack(string sdk, string name)
    {
        string output = Path.Combine(_folder, name, "packages");
        Run(
            sdk,
            Repository.Root,
            "pack",
            Repository.File("src", "DigestSite.Cli"),
            "--output",
            output,
            "--artifacts-path",
            Path.Combine(_folder, name),
            "--disable-build-servers",
            "-nodeReuse:false",
            "-p:RunAnalyzers=false",
            "-p:NuGetAudit=false",
            "-p:RestoreLockedMode=true");
        return Assert.Single(Directory.GetFiles(output));
    }

    private void AssertSameEntries(string one, string other)
    {
        using ZipArchive left = ZipFile.OpenRead(one), right = ZipFile.OpenRead(other);
        Assert.Equal(left.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal), right.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
        foreach (ZipArchiveEntry entry in left.Entries)
        {
            byte[] bytes = Bytes(entry);
            Assert.True(bytes.AsSpan().SequenceEqual(Bytes(right.GetEntry(entry.FullName)!)), entry.FullName);
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(_folder)) < 0 && bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Repository.Root + "/")) < 0, $"{entry.FullName} tells where it was compiled");
        }

        string specification = Encoding.UTF8.GetString(Bytes(left.GetEntry("digest-site.nuspec")!));
        Assert.Contains("<license type=\"expression\">MIT</license>", specification, StringComparison.Ordinal);
        Assert.Contains("<readme>README.md</readme>", specification, StringComparison.Ordinal);
        Assert.Contains("<packageType name=\"DotnetTool\" />", specification, StringComparison.Ordinal);
        Assert.All(["README.md", "LICENSE"], f => Assert.Equal(File.ReadAllBytes(Repository.File(f)), Bytes(left.GetEntry(f)!)));
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    // Where the runtime of these tests is, or on the path: a machine may have runtimes only.
    private static string Sdk()
    {
        string name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        string beside = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        string dotnet = Path.Combine(beside, name);
        bool hasSdk = File.Exists(dotnet) && Directory.Exists(Path.Combine(beside, "sdk"));
        Assert.SkipWhen(!hasSdk && Environment.GetEnvironmentVariable("CI") != "true", $"there is no .NET SDK in {beside}");
        return dotnet;
    }

    private string Run(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };

        // A test run by MSBuild hands down what would lead another one astray.
        foreach (string name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_ROOT"] = Path.GetDirectoryName(Sdk());
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment.Remove("GITHUB_ACTIONS");
        if (arguments[0] == "tool")
        {
            start.Environment["NUGET_PACKAGES"] = Path.Combine(_folder, "cache");
        }

        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}\n{output}\n{error.Result}");
        return output;
    }
}
