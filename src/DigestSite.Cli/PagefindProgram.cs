using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using DigestSite.Searching;

namespace DigestSite.Cli;

/// <summary>Runs the program <c>pagefind</c>: pages into a folder of its own, the index out of another.</summary>
/// <remarks>The last index is kept, so that <c>serve</c> does not make it again while the papers stay the same.</remarks>
/// <param name="timeLimit">After which it is ended.</param>
internal sealed class PagefindProgram(TimeSpan? timeLimit = null)
{
    /// <summary>Names the program's file.</summary>
    public const string Variable = "DIGEST_PAGEFIND";

    // A hundred thousand papers take it some minutes on a small machine.
    private readonly TimeSpan _timeLimit = timeLimit ?? TimeSpan.FromMinutes(15);
    private byte[] _lastPages = [];
    private IndexAnswer? _lastAnswer;

    /// <summary>The index of these pages, or why there is none.</summary>
    public IndexAnswer Index(IReadOnlyList<OutputFile> pages)
    {
        string named = Environment.GetEnvironmentVariable(Variable) ?? "";
        if ((named.Length > 0 ? Existing(named) : OnPath()) is not { } program)
        {
            return IndexAnswer.NoProgram(named.Length > 0 ? $"{Variable} names `{named}`, and there is no such file" : "it is not on the PATH");
        }

        byte[] hash = HashOf(pages);
        if (_lastAnswer is null || !hash.AsSpan().SequenceEqual(_lastPages))
        {
            IndexAnswer answer = Run(program, pages);
            (_lastPages, _lastAnswer) = answer.Fault == IndexFault.None ? (hash, answer) : ([], null);
            return answer;
        }

        return _lastAnswer;
    }

    private static string? Existing(string path) => File.Exists(path) ? Path.GetFullPath(path) : null;

    // npm installs a script for the command prompt on Windows.
    private static string? OnPath() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => (OperatingSystem.IsWindows() ? (string[])["pagefind.exe", "pagefind.cmd"] : ["pagefind"]).Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    private static byte[] HashOf(IReadOnlyList<OutputFile> pages)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (OutputFile page in pages)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{page.Path} {page.Bytes.Length}\n"));
            hash.AppendData(page.Bytes.Span);
        }

        return hash.GetHashAndReset();
    }

    private IndexAnswer Run(string program, IReadOnlyList<OutputFile> pages)
    {
        string folder = Directory.CreateTempSubdirectory("digest-pagefind-").FullName;
        try
        {
            string site = Path.Combine(folder, "site"), index = Path.Combine(folder, "index");
            foreach (OutputFile page in pages)
            {
                string path = Path.Combine(site, page.Path.FilePath);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, page.Bytes.Span);
            }

            return Run(program, folder) ?? new(IndexFault.None, Read(index));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Null when all went well.
    private IndexAnswer? Run(string program, string folder)
    {
        var start = new ProcessStartInfo(program, ["--site", "site", "--output-path", "index", "--include-characters", "+#"])
        {
            // A settings file or variables of its own would make the index depend on this machine.
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (string own in start.Environment.Keys.Where(k => k.StartsWith("PAGEFIND_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(own);
        }

        try
        {
            using Process process = Process.Start(start)!;
            process.StandardInput.Close();
            var said = new LastLines();
            process.OutputDataReceived += (_, line) => said.Add(line.Data);
            process.ErrorDataReceived += (_, line) => said.Add(line.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            if (!process.WaitForExit(_timeLimit))
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
                return new(IndexFault.TimedOut, []) { Detail = FormattableString.Invariant($"{_timeLimit.TotalMinutes:0.##} min") };
            }

            // Also waits for the last of what it says.
            process.WaitForExit();
            return process.ExitCode == 0 ? null : new(IndexFault.Failed, []) { Detail = FormattableString.Invariant($"exit code {process.ExitCode}{said}") };
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException)
        {
            return new(IndexFault.Failed, []) { Detail = $"`{program}` cannot be run: {failure.Message}" };
        }
    }

    // What has a name that no site can have is nothing that the index needs.
    private static List<OutputFile> Read(string index)
    {
        var files = new List<OutputFile>();
        if (!Directory.Exists(index))
        {
            return files;
        }

        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (string path in Directory.EnumerateFiles(index, "*", options).Order(StringComparer.Ordinal))
        {
            if (SitePath.TryParse(Path.GetRelativePath(index, path).Replace('\\', '/'), out SitePath name))
            {
                files.Add(new(name, File.ReadAllBytes(path), "Pagefind"));
            }
        }

        return files;
    }

    /// <summary>The last that a program said, for a message of one line.</summary>
    private sealed class LastLines
    {
        private const int Kept = 4;
        private const int Longest = 400;
        private readonly Queue<string> _lines = new();

        public void Add(string? line)
        {
            string text = string.Concat((line ?? "").Select(c => char.IsControl(c) ? ' ' : c)).Trim();
            if (text.Length == 0)
            {
                return;
            }

            lock (_lines)
            {
                _lines.Enqueue(text.Length > Longest ? text[..Longest] + "…" : text);
                while (_lines.Count > Kept)
                {
                    _lines.Dequeue();
                }
            }
        }

        public override string ToString()
        {
            lock (_lines)
            {
                return _lines.Count == 0 ? ", and it said nothing" : ": " + string.Join(" / ", _lines);
            }
        }
    }
}
