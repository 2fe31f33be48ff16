using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Reflection;

namespace DigestSite.Cli;

/// <summary>The options that several verbs share, each defined once.</summary>
internal sealed class CommonOptions
{
    private TimeProvider? _clock;

    public Option<string> Content { get; } = new("--content")
    {
        Description = "Folder of what editors write: site.yml, themes.yml, dumps/ and the rest.",
        DefaultValueFactory = _ => "content",
        HelpName = "folder",
    };

    public Option<string> Templates { get; } = new("--templates")
    {
        Description = "Folder of the site's own templates and assets; each replaces the built-in file of the same name.",
        DefaultValueFactory = _ => "templates",
        HelpName = "folder",
    };

    public Option<BaseUrl?> BaseUrl { get; } = new("--base-url")
    {
        Description = "Where the site is published, instead of base_url in site.yml: https://owner.github.io/digest/",
        HelpName = "url",
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (DigestSite.BaseUrl.TryParse(text, out BaseUrl? url))
            {
                return url;
            }

            result.AddError($"--base-url takes an http or https address without query or fragment, not '{text}'");
            return null;
        },
    };

    public Option<DateOnly?> AsOf { get; } = new("--as-of")
    {
        Description = "The day the site is built for; no date on it is later. Default: the newest capture.",
        HelpName = "yyyy-mm-dd",
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
            {
                return date;
            }

            result.AddError($"--as-of takes a date such as 2025-11-03, not '{text}'");
            return null;
        },
    };

    public Option<bool> Drafts { get; } = new("--drafts") { Description = "Build drafts and notes scheduled for later too." };

    public Option<bool> Strict { get; } = new("--strict") { Description = "Treat warnings as errors." };

    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "Print diagnostics only." };

    public Option<DiagnosticFormat> Format { get; } = FormatOption.Create();

    public CommonOptions()
    {
        RefuseEmpty(Content);
        RefuseEmpty(Templates);
    }

    /// <summary>For a verb that writes dates down for ever: what has changed did so today, and a day that has come nowhere on Earth yet is a slip.</summary>
    /// <param name="clock">What time it is.</param>
    public void Record(TimeProvider clock)
    {
        _clock = clock;
        AsOf.Validators.Add(result => RefuseDaysToCome(result, clock));
    }

    public void AddTo(Command command)
    {
        command.Options.Add(Content);
        command.Options.Add(Templates);
        command.Options.Add(BaseUrl);
        command.Options.Add(AsOf);
        command.Options.Add(Strict);
        command.Options.Add(Quiet);
        command.Options.Add(Format);
        command.Validators.Add(result =>
        {
            if (SourceDate.Text is { Length: > 0 } text && SourceDate.Of(text) is null)
            {
                result.AddError($"the environment variable SOURCE_DATE_EPOCH takes the seconds since 1970-01-01, not '{text}'");
            }
        });
    }

    public BuildOptions Read(ParseResult command) => new()
    {
        Content = command.GetValue(Content)!,
        Templates = command.GetValue(Templates)!,
        TemplatesMustExist = command.GetResult(Templates) is { Implicit: false },
        BaseUrl = command.GetValue(BaseUrl),
        AsOf = command.GetValue(AsOf),
        RecordedOn = command.GetValue(AsOf) ?? (_clock is { } clock ? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime) : null),
        BuiltAt = SourceDate.Of(SourceDate.Text),
        Generator = "DigestSite " + Version,
        Pagefind = new PagefindProgram().Index,
    };

    /// <summary>An option or argument that names a folder names one.</summary>
    public static void RefuseEmpty(Option<string> folder) => folder.Validators.Add(result =>
    {
        if (result.Tokens is [{ Value: "" }])
        {
            result.AddError($"{folder.Name} takes the name of a folder, not an empty one");
        }
    });

    /// <summary>The console as these options want it.</summary>
    public Report ReportFor(ParseResult command, bool showsSuggestions = false) =>
        new(command.GetValue(Quiet), command.GetValue(Format)) { ShowsSuggestions = showsSuggestions };

    public static string Version { get; } =
        typeof(CommonOptions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static void RefuseDaysToCome(OptionResult result, TimeProvider clock)
    {
        // The day begins first at UTC+14.
        var latest = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(14));
        if (result.GetValueOrDefault<DateOnly?>() is { } day && day > latest)
        {
            result.AddError(FormattableString.Invariant($"--as-of {day:yyyy-MM-dd} has not come yet, and what is recorded stays: give a day up to {latest:yyyy-MM-dd}"));
        }
    }
}
