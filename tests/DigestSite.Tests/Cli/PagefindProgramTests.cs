using System.Runtime.Versioning;
using System.Text;
using DigestSite.Cli;
using DigestSite.Searching;

namespace DigestSite.Tests.Cli;

/// <summary>The program is a small script here; that of the registry is tried by hand.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PagefindProgramTests : IDisposable
{
    private static readonly OutputFile[] Pages = [new(new("papers/a/"), "page a"u8.ToArray(), ""), new(new("papers/b/"), "page b"u8.ToArray(), "")];

    private readonly string _folder = Directory.CreateTempSubdirectory("digest-program-").FullName;
    private readonly string? _before = Environment.GetEnvironmentVariable(PagefindProgram.Variable);

    public PagefindProgramTests() => Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "the script needs a shell");

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(PagefindProgram.Variable, _before);
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void The_pages_are_read_from_a_folder_and_the_index_is_read_back_and_nothing_is_left()
    {
        Install("""
            echo "$(pwd)" > "$LOG"; echo "$@" >> "$LOG"
            mkdir -p index/fragment; cat site/papers/a/index.html site/papers/b/index.html > index/fragment/en_1.pf_fragment
            printf x > 'index/a name.js'; ln -s /etc/hostname index/link.js; printf '%s' "${PAGEFIND_SITE-none}" > index/pagefind.js
            """);
        Environment.SetEnvironmentVariable("PAGEFIND_SITE", "elsewhere");
        IndexAnswer answer = new PagefindProgram().Index(Pages);
        Environment.SetEnvironmentVariable("PAGEFIND_SITE", null);
        Assert.Equal(IndexFault.None, answer.Fault);
        Assert.Equal(["fragment/en_1.pf_fragment page apage b", "pagefind.js none"], answer.Files.Select(f => $"{f.Path} {Encoding.UTF8.GetString(f.Bytes.Span)}"));
        string[] log = File.ReadAllLines(Log);
        Assert.Equal("--site site --output-path index --include-characters +#", log[1]);
        Assert.False(Directory.Exists(log[0]));
    }

    [Fact]
    public void The_same_pages_are_not_indexed_twice()
    {
        Install("echo run >> \"$LOG\"; mkdir index; printf x > index/pagefind.js");
        var program = new PagefindProgram();
        program.Index(Pages);
        program.Index(Pages);
        Assert.Single(File.ReadAllLines(Log));
        program.Index(Pages[..1]);
        Assert.Equal(2, File.ReadAllLines(Log).Length);
    }

    [Fact]
    public void A_failure_is_told_with_the_last_that_it_said()
    {
        Install("echo one; echo 'no room' >&2; exit 3");
        IndexAnswer answer = new PagefindProgram().Index(Pages);
        Assert.Equal(IndexFault.Failed, answer.Fault);
        Assert.StartsWith("exit code 3: ", answer.Detail, StringComparison.Ordinal);
        Assert.Contains("no room", answer.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_does_not_end_is_ended_with_all_that_it_started()
    {
        Install("sleep 600 & echo $! > \"$LOG\"; wait");
        IndexAnswer answer = new PagefindProgram(TimeSpan.FromSeconds(2)).Index(Pages);
        Assert.Equal((IndexFault.TimedOut, "0.03 min"), (answer.Fault, answer.Detail));
        string status = $"/proc/{File.ReadAllText(Log).Trim()}/status";
        Assert.True(!OperatingSystem.IsLinux() || !File.Exists(status) || File.ReadAllText(status).Contains("State:\tZ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_not_there_or_cannot_be_run_is_told()
    {
        Environment.SetEnvironmentVariable(PagefindProgram.Variable, Path.Combine(_folder, "nothing"));
        IndexAnswer missing = new PagefindProgram().Index(Pages);
        Assert.Equal(IndexFault.NoProgram, missing.Fault);
        Assert.Contains("DIGEST_PAGEFIND names", missing.Detail, StringComparison.Ordinal);
        string text = Path.Combine(_folder, "text");
        File.WriteAllText(text, "no program");
        Environment.SetEnvironmentVariable(PagefindProgram.Variable, text);
        Assert.Equal(IndexFault.Failed, new PagefindProgram().Index(Pages).Fault);
    }

    private string Log => Path.Combine(_folder, "log");

    private void Install(string script)
    {
        string path = Path.Combine(_folder, "pagefind");
        File.WriteAllText(path, $"#!/bin/sh\nLOG='{Log}'\n{script}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Environment.SetEnvironmentVariable(PagefindProgram.Variable, path);
    }
}
