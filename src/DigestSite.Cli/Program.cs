using System.CommandLine;
using DigestSite.Cli;

Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var root = new RootCommand(
    "Compiles captured paper listings and an editor's curation into a static digest: pages, feeds, a static API, every link proven.")
{
    BuildVerb.Create(),
    CheckVerb.Create(),
    RecordVerb.Create(),
    ExplainVerb.Create(),
    SuggestVerb.Create(),
    StatsVerb.Create(),
    DiffVerb.Create(),
    ServeVerb.Create(),
    CleanVerb.Create(),
    NewVerb.Create(),
    ImportVerb.Create(),
    EnrichVerb.Create(),
    CollectVerb.Create(),
    MailVerb.Create(),
};
root.SetAction(_ => new System.CommandLine.Help.HelpAction().Invoke(root.Parse(["--help"])));

ParseResult command = root.Parse(args);
if (command.Errors.Count > 0)
{
    UsageErrors.Print(command, Console.Error);
    return ExitCode.UsageOrCrash;
}

try
{
    return command.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception crash) when (Environment.GetEnvironmentVariable("DIGEST_DEBUG") is null or "")
{
    Exception cause = crash is AggregateException { InnerException: { } inner } ? inner : crash;
    // The one place that catches: what arrives here is a bug or a broken machine, never bad content.
    Console.Error.WriteLine($"digest: the program failed: {cause.Message} ({cause.GetType().Name})");
    Console.Error.WriteLine("Nothing was published. Run again with DIGEST_DEBUG=1 to see where it failed, and report it with that output.");
    return ExitCode.UsageOrCrash;
}
