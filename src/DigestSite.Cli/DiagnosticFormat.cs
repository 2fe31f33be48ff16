using System.CommandLine;

namespace DigestSite.Cli;

/// <summary>How diagnostics are printed.</summary>
internal enum DiagnosticFormat
{
    /// <summary>For people, on standard error.</summary>
    Text,

    /// <summary>One object a line on standard output, where nothing else goes then.</summary>
    Json,

    /// <summary>The text, and workflow commands that put each of them beside its line.</summary>
    GitHub,
}

/// <summary>The option that chooses it.</summary>
internal static class FormatOption
{
    private static readonly string[] Names = ["text", "json", "github"];

    public static Option<DiagnosticFormat> Create() => new("--format")
    {
        Description = "How diagnostics are printed: text, json (one object a line) or github (annotations; the default in GitHub Actions).",
        HelpName = "text|json|github",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true" ? DiagnosticFormat.GitHub : DiagnosticFormat.Text,
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            int index = Array.IndexOf(Names, text);
            if (index < 0)
            {
                result.AddError($"--format takes text, json or github, not '{text}'");
            }

            return (DiagnosticFormat)Math.Max(0, index);
        },
    };
}
