using System.Security.Cryptography;
using DigestSite.Diagnostics;

namespace DigestSite.Cli;

/// <summary>What a verb says on the console: a progress line while a terminal watches, diagnostics, a closing summary.</summary>
internal sealed class Report(bool quiet, DiagnosticFormat format = DiagnosticFormat.Text)
{
    // What is wrong in one line of a damaged file is often wrong in thousands.
    private const int ShownOfOneKind = 50;

    private readonly bool _showProgress = !quiet && !Console.IsErrorRedirected;

    // See https://no-color.org.
    private readonly bool _hasColour = !Console.IsErrorRedirected && format == DiagnosticFormat.Text && Environment.GetEnvironmentVariable("NO_COLOR") is null or "";

    /// <summary>Whether suggestions are printed one by one: where they are what was asked for.</summary>
    public bool ShowsSuggestions { get; init; }

    /// <summary>How many suggestions of a kind are printed: two new captures bring a hundred, and what is wrong must not drown in them.</summary>
    public int SuggestionsOfOneKind { get; init; } = 10;

    private TextWriter Log => format == DiagnosticFormat.GitHub ? Console.Out : Console.Error;

    public void Progress(string pass)
    {
        if (_showProgress)
        {
            Console.Error.Write($"\r\u001b[K{pass} …");
        }
    }

    /// <summary>Prints every diagnostic and the counts after them; returns the exit code they call for.</summary>
    public int Diagnostics(DiagnosticBag diagnostics)
    {
        if (_showProgress)
        {
            Console.Error.Write("\r\u001b[K");
        }

        IReadOnlyList<Diagnostic> all = diagnostics.InOrder();
        Diagnostic[] shown =
        [
            .. all.Where(d => d.Severity == Severity.Suggestion && ShowsSuggestions && !quiet),
            .. all.Where(d => d.Severity != Severity.Suggestion && d.Acknowledged is null),
        ];
        switch (format)
        {
            case DiagnosticFormat.Json:
                PrintJson(all);
                break;
            case DiagnosticFormat.GitHub when shown.Length > 0:
                PrintUntrusted(() => PrintText(shown));
                PrintAnnotations(shown);
                break;
            default:
                PrintText(shown);
                break;
        }

        PrintCounts(all);
        return all.Any(d => d.Severity == Severity.Error) ? ExitCode.ContentErrors : ExitCode.Clean;
    }

    /// <summary>A line of the closing summary.</summary>
    public void Line(string text)
    {
        if (!quiet)
        {
            (format == DiagnosticFormat.Json ? Console.Error : Console.Out).WriteLine(text);
        }
    }

    /// <summary>A line of the closing summary that quotes dumps.</summary>
    public void Quote(string text)
    {
        if (!quiet && format == DiagnosticFormat.GitHub)
        {
            PrintUntrusted(() => Console.Out.WriteLine(text));
        }
        else
        {
            Line(text);
        }
    }

    /// <summary>What a verb was asked for, which may quote dumps.</summary>
    public void Answer(string text)
    {
        switch (format)
        {
            case DiagnosticFormat.Json:
                Console.Error.WriteLine(text);
                break;
            case DiagnosticFormat.GitHub:
                PrintUntrusted(() => Console.Out.WriteLine(text));
                break;
            default:
                Console.Out.WriteLine(text);
                break;
        }
    }

    public static string Count(int number, string noun) => FormattableString.Invariant($"{number:N0} {noun}{(number == 1 ? "" : "s")}");

    private static void PrintJson(IReadOnlyList<Diagnostic> all)
    {
        foreach (Diagnostic diagnostic in all)
        {
            Console.Out.WriteLine(DiagnosticRecord.Of(diagnostic).ToJson());
        }
    }

    private void PrintText(Diagnostic[] shown)
    {
        var counts = new Dictionary<(string File, string Id), (int Count, int Limit)>();
        foreach (Diagnostic diagnostic in shown)
        {
            (string, string) kind = (diagnostic.Severity == Severity.Suggestion ? "the archive" : diagnostic.Span.FileName, diagnostic.Id);
            int limit = diagnostic.Severity == Severity.Suggestion ? SuggestionsOfOneKind : ShownOfOneKind;
            int count = counts.GetValueOrDefault(kind).Count + 1;
            counts[kind] = (count, limit);
            if (count <= limit)
            {
                Log.WriteLine(_hasColour ? diagnostic.Text(text => Coloured(text, diagnostic.Severity)) : diagnostic.ToString());
            }
        }

        foreach (((string file, string id), (int count, int limit)) in counts.Where(c => c.Value.Count > c.Value.Limit))
        {
            Log.WriteLine(FormattableString.Invariant($"{file}: and {count - limit:N0} more {id} (all of them: --format json)"));
        }
    }

    // Whatever the runner reads as a command could have been written into a dump for it.
    private static void PrintUntrusted(Action print)
    {
        string token = RandomNumberGenerator.GetHexString(32, lowercase: true);
        Console.Out.WriteLine("::stop-commands::" + token);
        print();
        Console.Out.WriteLine($"::{token}::");
    }

    private static void PrintAnnotations(Diagnostic[] shown)
    {
        Console.Out.WriteLine("::group::Annotations");
        foreach (Diagnostic diagnostic in shown)
        {
            Console.Out.WriteLine(GitHubAnnotation.Of(diagnostic, InRepository(diagnostic.Span.FileName)));
        }

        Console.Out.WriteLine("::endgroup::");
    }

    // The program runs at the root of the repository, or is given paths below it.
    private static string InRepository(string file)
    {
        string relative = Path.IsPathRooted(file) ? Path.GetRelativePath(".", file).Replace('\\', '/') : file;
        return relative.StartsWith("../", StringComparison.Ordinal) ? file : relative;
    }

    private static string Coloured(string text, Severity severity)
    {
        int colour = severity switch
        {
            Severity.Error => 31,
            Severity.Warning => 33,
            _ => 36,
        };
        return FormattableString.Invariant($"\u001b[{colour}m{text}\u001b[0m");
    }

    private void PrintCounts(IReadOnlyList<Diagnostic> all)
    {
        int errors = all.Count(d => d.Severity == Severity.Error);
        int warnings = all.Count(d => d.Severity == Severity.Warning && d.Acknowledged is null);
        if (errors + warnings > 0)
        {
            Log.WriteLine($"{Count(errors, "error")}, {Count(warnings, "warning")}");
        }

        if (quiet)
        {
            return;
        }

        if (all.Any(d => d.Descriptor.Severity == Severity.Warning && d.Acknowledged is null && d.Descriptor != Catalog.UnneededAcknowledgement))
        {
            Log.WriteLine("A warning that is right as it is can be acknowledged in content/acknowledged.yml (docs/editing.md).");
        }

        int acknowledged = all.Count(d => d.Acknowledged is not null);
        int suggestions = all.Count(d => d.Severity == Severity.Suggestion);
        if (acknowledged > 0)
        {
            Log.WriteLine($"{Count(acknowledged, "warning")} acknowledged");
        }

        if (suggestions > 0)
        {
            Log.WriteLine(Count(suggestions, "suggestion") + (ShowsSuggestions ? "" : ": `digest check` shows them"));
        }
    }
}
