using System.CommandLine;
using System.CommandLine.Parsing;
using DigestSite.Diagnostics;

namespace DigestSite.Cli;

/// <summary>What is wrong with a command line, with what was probably meant and where to read on.</summary>
internal static class UsageErrors
{
    public static void Print(ParseResult command, TextWriter console)
    {
        string verb = Name(command.CommandResult);
        string[] told = command.UnmatchedTokens.Count > 0 ? [Unmatched(command, verb)] : [.. command.Errors.Select(e => Missing(e, command.CommandResult.Command, verb) ?? e.Message)];
        foreach (string error in told)
        {
            console.WriteLine("digest: " + error);
        }

        console.WriteLine($"Try `{verb} --help`.");
    }

    private static string Name(CommandResult result) =>
        (result.Parent is CommandResult parent ? Name(parent) : "digest") + (result.Parent is null ? "" : " " + result.Command.Name);

    // The first alone: what follows a wrong word may well be right after the right one.
    private static string Unmatched(ParseResult command, string verb)
    {
        Command known = command.CommandResult.Command;
        string word = command.UnmatchedTokens.FirstOrDefault(t => t.StartsWith('-')) ?? command.UnmatchedTokens[0];
        return word.StartsWith('-') ? $"`{verb}` has no option `{word}`; {Spelling.DidYouMean(word, known.Options.Where(o => !o.Hidden).Select(o => o.Name))}"
            : known.Subcommands.Count > 0 ? $"`{verb}` has no command `{word}`; {Spelling.DidYouMean(word, known.Subcommands.Select(c => c.Name))}"
            : $"`{word}` is one word too many for `{verb}`";
    }

    // Null for what the parser itself says well.
    private static string? Missing(ParseError error, Command command, string verb)
    {
        switch (error.SymbolResult)
        {
            case OptionResult { Tokens.Count: var given } option when given < option.Option.Arity.MinimumNumberOfValues:
                return $"`{option.Option.Name}` takes {Words(option.Option.Arity.MinimumNumberOfValues, option.Option.HelpName)}";
            case CommandResult when command.Action is null:
                return $"`{verb}` alone does nothing; {Spelling.DidYouMean("", command.Subcommands.Select(c => c.Name))}";
            case CommandResult or ArgumentResult when command.Arguments.Any(a => (error.SymbolResult.GetResult(a)?.Tokens.Count ?? 0) < a.Arity.MinimumNumberOfValues):
                return $"`{verb}` takes {string.Join(' ', command.Arguments.Where(a => a.Arity.MinimumNumberOfValues > 0).Select(a => $"<{a.HelpName ?? a.Name}>"))}";
            default:
                return null;
        }
    }

    // As the help shows them.
    private static string Words(int count, string? names) => names is not null ? $"<{names}>" : count == 1 ? "a value" : $"{count} values";
}
