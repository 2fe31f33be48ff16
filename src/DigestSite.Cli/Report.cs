using DigestSite.Diagnostics;

namespace DigestSite.Cli;

/// <summary>What a verb says on the console: a progress line while a terminal watches, diagnostics, a closing summary.</summary>
internal sealed class Report(bool quiet)
{
    private readonly bool _showProgress = !quiet && !Console.IsErrorRedirected;

    public void Progress(string pass)
    {
        if (_showProgress)
        {
            Console.Error.Write($"\r\u001b[K{pass} …");
        }
    }

    /// <summary>Prints every diagnostic to standard error and the counts after them; returns the exit code they call for.</summary>
    public int Diagnostics(DiagnosticBag diagnostics)
    {
        if (_showProgress)
        {
            Console.Error.Write("\r\u001b[K");
        }

        IReadOnlyList<Diagnostic> all = diagnostics.InOrder();
        foreach (Diagnostic diagnostic in all)
        {
            Console.Error.WriteLine(diagnostic);
        }

        int errors = all.Count(d => d.Severity == Severity.Error);
        int warnings = all.Count(d => d.Severity == Severity.Warning);
        if (errors + warnings > 0)
        {
            Console.Error.WriteLine($"{Count(errors, "error")}, {Count(warnings, "warning")}");
        }

        return errors > 0 ? ExitCode.ContentErrors : ExitCode.Clean;
    }

    public void Line(string text)
    {
        if (!quiet)
        {
            Console.WriteLine(text);
        }
    }

    public static string Count(int number, string noun) => FormattableString.Invariant($"{number:N0} {noun}{(number == 1 ? "" : "s")}");
}
