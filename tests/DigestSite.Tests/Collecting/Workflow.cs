using System.Diagnostics;
using System.Text.RegularExpressions;
using DigestSite.Curation.Yaml;
using DigestSite.Diagnostics;

namespace DigestSite.Tests.Collecting;

/// <summary>A workflow of this repository, and as much of a runner as its scripts need.</summary>
internal sealed partial class Workflow
{
    private readonly YamlNode _root;

    private readonly string _job;

    private Workflow(YamlNode root, string job) => (_root, _job) = (root, job);

    public static string File { get; } = FileOf("collect");

    /// <summary>Its steps that run a script, in order.</summary>
    public IEnumerable<YamlMap> Scripts => ((YamlList)At("jobs", _job, "steps")!).Items.OfType<YamlMap>().Where(s => Value(s, "run") is not null);

    public static string FileOf(string name) => Repository.File(".github", "workflows", name + ".yml");

    /// <summary>The workflow of this name, whose one job has it too.</summary>
    public static Workflow Read(string name = "collect")
    {
        var told = new DiagnosticBag();
        YamlNode? root = YamlReader.Read(YamlSource.Whole(new SourceText(name + ".yml", System.IO.File.ReadAllText(FileOf(name)))), told);
        Assert.Empty(told.InOrder().Select(d => d.ToString()));
        return new(root!, name);
    }

    public static string Text(YamlNode? node) => Assert.IsType<YamlText>(node).Value;

    public static YamlNode? Value(YamlNode map, string key) => ((YamlMap)map).Entries.FirstOrDefault(e => e.Key.Value == key).Value;

    public YamlNode? At(params string[] keys) => keys.Aggregate((YamlNode?)_root, (node, key) => node is null ? null : Value(node, key));

    /// <summary>Runs the scripts in a clone of the site, as a runner does; the output of all, or that up to the one that failed.</summary>
    /// <param name="expressions">What each expression stands for that is not the output of a step.</param>
    /// <param name="skipped">The step that another takes the place of.</param>
    public (bool Succeeded, string Output) Run(string folder, string temporary, IReadOnlyDictionary<string, string> expressions, string skipped)
    {
        var values = new Dictionary<string, string>(expressions, StringComparer.Ordinal);
        string output = "";
        foreach (YamlMap step in Scripts.Where(s => Text(Value(s, "name")) != skipped))
        {
            var environment = Environment(At("jobs", _job, "env"), values).Concat(Environment(Value(step, "env"), values)).ToDictionary(StringComparer.Ordinal);
            string outputs = Path.Combine(temporary, "outputs");
            System.IO.File.WriteAllText(outputs, "");
            environment["GITHUB_OUTPUT"] = outputs;
            environment["GITHUB_STEP_SUMMARY"] = Path.Combine(temporary, "step-summary.md");
            environment["RUNNER_TEMP"] = temporary;
            environment["PATH"] = $"{temporary}/bin:{System.Environment.GetEnvironmentVariable("PATH")}";
            (int exitCode, string text) = Bash(folder, Text(Value(step, "run")), environment);
            output += text;
            foreach (string[] pair in System.IO.File.ReadLines(outputs).Select(l => l.Split('=', 2)))
            {
                values[$"steps.{Text(Value(step, "id"))}.outputs.{pair[0]}"] = pair[1];
            }

            if (exitCode != 0)
            {
                return (false, output);
            }
        }

        return (true, output);
    }

    /// <summary>Runs a script as `shell: bash` does.</summary>
    public static (int ExitCode, string Output) Bash(string folder, string script, IReadOnlyDictionary<string, string> environment)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        System.IO.File.WriteAllText(file, script + "\n");
        var start = new ProcessStartInfo("bash", ["--noprofile", "--norc", "-c", "exec 2>&1; exec bash --noprofile --norc -eo pipefail \"$0\"", file]) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment.Remove("GITHUB_ACTIONS");
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        System.IO.File.Delete(file);
        return (process.ExitCode, output);
    }

    private static IEnumerable<KeyValuePair<string, string>> Environment(YamlNode? map, Dictionary<string, string> values) =>
        ((map as YamlMap)?.Entries ?? []).Select(e => KeyValuePair.Create(e.Key.Value, Expression().Replace(Text(e.Value), m => values[m.Groups["inner"].Value])));

    [GeneratedRegex(@"\$\{\{ (?<inner>.*?) \}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Expression();
}
