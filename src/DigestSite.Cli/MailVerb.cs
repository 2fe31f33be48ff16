using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using DigestSite.Cli.Mailing;
using DigestSite.Diagnostics;
using DigestSite.Mail;

namespace DigestSite.Cli;

/// <summary><c>digest mail</c>: a digest as a message, written to a file or handed to a mail server, never twice.</summary>
internal sealed class MailVerb
{
    private const string PasswordVariable = "DIGEST_SMTP_PASSWORD";

    private readonly CommonOptions _common = new();

    private readonly Argument<string> _date = new("date") { Description = "The digest: its day, such as 2025-11-03, or `latest`." };

    private readonly Option<string[]> _to = new("--to") { Description = "Whom to mail it to.", HelpName = "address", AllowMultipleArgumentsPerToken = true };

    private readonly Option<string?> _recipients = new("--recipients") { Description = "File with the addresses of a list, one a line. It belongs into no repository.", HelpName = "file" };

    private readonly Option<string?> _list = new("--list") { Description = "The list's name in content/mailed.tsv. Default: that of the file of --recipients; `direct` for --to.", HelpName = "name" };

    private readonly Option<string?> _eml = new("--eml") { Description = "Write the message to this file.", HelpName = "file" };

    private readonly Option<SmtpServer?> _smtp = new("--smtp")
    {
        Description = "Hand it to this mail server, encrypted (STARTTLS; TLS from the start on port 465 and for smtps://host). Default port: 587.",
        HelpName = "host[:port]",
        CustomParser = result =>
        {
            if (SmtpServer.TryParse(result.Tokens[0].Value, out SmtpServer? server))
            {
                return server;
            }

            result.AddError($"--smtp takes a mail server such as smtp.host.org or smtp.host.org:465, not '{result.Tokens[0].Value}'");
            return null;
        },
    };

    private readonly Option<string?> _user = new("--user") { Description = $"Log in under this name, with the password of the environment variable {PasswordVariable}.", HelpName = "name" };

    private readonly Option<bool> _insecure = new("--insecure") { Description = "Allow a server on this machine that does not encrypt." };

    private readonly Option<int?> _timeout = new("--timeout")
    {
        Description = "Seconds that the server may take for one answer. Default: 120, and 600 for the answer to the whole message.",
        HelpName = "seconds",
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) && seconds is > 0 and <= 3600)
            {
                return seconds;
            }

            result.AddError($"--timeout takes seconds from 1 to 3600, not '{result.Tokens[0].Value}'");
            return null;
        },
    };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Say what would be mailed to how many; mail nothing and write nothing." };

    private readonly Option<bool> _again = new("--again") { Description = "Mail it though the list has it." };

    private readonly Option<string?> _resume = new("--resume")
    {
        Description = "Take up a mailing that is not settled: whoever has it gets no second one. Of those in doubt, say whether they `got` it or `missed` it.",
        HelpName = "got|missed",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _ifNew = new("--if-new") { Description = "It is no mistake when there is nothing to mail: the list has it, or its note is not ready. `latest` is then the oldest digest after those that the list got." };

    private readonly Option<bool> _withoutNote = new("--without-note") { Description = "Mail it though the note on it is a draft or waits for its day." };

    private readonly Option<string?> _reserve = new("--reserve") { Description = "Only note in content/mailed.tsv that this run is about to mail it; to be kept where no later run can miss it.", HelpName = "run" };

    private readonly Option<string?> _reserved = new("--reserved") { Description = "Mail what was reserved for this run.", HelpName = "run" };

    public static Command Create() => new MailVerb().Command();

    private Command Command()
    {
        foreach (Option<string?> name in (Option<string?>[])[_list, _reserve, _reserved])
        {
            name.Validators.Add(r => RefuseUnless(r, MailedLedger.IsName(r.Tokens[0].Value), $"{name.Name} takes a name of lower-case letters, digits and hyphens, not '{r.Tokens[0].Value}'"));
        }

        foreach (Option<string?> text in (Option<string?>[])[_eml, _recipients, _user])
        {
            text.Validators.Add(r => RefuseUnless(r, r.Tokens[0].Value.Length > 0, $"{text.Name} takes a {text.HelpName}, not an empty one"));
        }

        _resume.Validators.Add(r => RefuseUnless(r, r.Tokens is [] or [{ Value: "got" or "missed" }], "--resume takes `got` or `missed`, or nothing where nobody is in doubt"));
        _date.Validators.Add(r => RefuseUnless(r, r.Tokens[0].Value == "latest" || Day(r.Tokens[0].Value) is not null, $"mail takes the day of a digest such as 2025-11-03, or `latest`, not '{r.Tokens[0].Value}'"));
        var command = new Command("mail", "Render a digest as a message, HTML and plain text, and write it to a file or hand it to a mail server. Nothing is mailed twice.")
        {
            _date, _to, _recipients, _list, _smtp, _user, _insecure, _timeout, _eml, _dryRun, _again, _resume, _ifNew, _withoutNote, _reserve, _reserved, _common.Drafts,
        };
        _common.AddTo(command);
        command.Validators.Add(Validate);
        command.SetAction(Run);
        return command;
    }

    private void Validate(CommandResult result)
    {
        bool sends = Has(_smtp) || Has(_reserve);
        bool named = Has(_to) || Has(_recipients);
        RefuseUnless(result, sends || Has(_eml) || Has(_dryRun), "say where to: --smtp HOST mails it, --eml FILE writes it, --dry-run only says what would be mailed");
        RefuseUnless(result, named || !sends, "say whom to: --to ADDRESS, or --recipients FILE");
        RefuseUnless(result, !(Has(_to) && Has(_recipients)), "one mailing is to one list: --to or --recipients");
        RefuseUnless(result, !((sends || Has(_dryRun)) && Has(_common.Drafts)), "--drafts shows what is not ready, which is not mailed: use it with --eml");
        RefuseUnless(result, !(Has(_dryRun) && Has(_eml)), "--dry-run writes nothing: leave out one of --dry-run and --eml");
        RefuseUnless(result, !Has(_reserved) || Has(_smtp), "--reserved mails what was reserved: say by which server, --smtp HOST");
        RefuseUnless(result, !(Has(_again) || Has(_resume)) || sends || Has(_dryRun), "--again and --resume are for mailing: use them with --smtp, --reserve or --dry-run");
        RefuseUnless(result, !Has(_again) || !(Has(_resume) || Has(_reserve) || Has(_reserved)), "--again mails everybody at once: it goes with none of --resume, --reserve and --reserved");
        RefuseUnless(result, !(Has(_resume) && Has(_reserved)), "--resume is for the run that reserves: --reserved mails to those who have it not");
        RefuseUnless(result, Has(_smtp) || !(Has(_user) || Has(_insecure) || Has(_timeout)), "--user, --insecure and --timeout are for a mail server: name it, --smtp HOST");
        RefuseUnless(result, !Has(_reserve) || !(Has(_reserved) || Has(_smtp) || Has(_dryRun)), "--reserve mails nothing yet: the next run does, with --reserved and --smtp");
        RefuseUnless(result, !Has(_user) || Environment.GetEnvironmentVariable(PasswordVariable) is { Length: > 0 }, $"--user needs the password in the environment variable {PasswordVariable}");
        RefuseUnless(result, !Has(_insecure) || result.GetResult(_smtp)?.Tokens is not [{ Value: var text }] || !SmtpServer.TryParse(text, out SmtpServer? server) || server.IsThisMachine, "--insecure is for a server on this machine (localhost): to any other, mail goes encrypted");

        bool Has(Option option) => result.GetResult(option) is { Implicit: false };
    }

    private Task<int> Run(ParseResult parsed, CancellationToken end)
    {
        BuildOptions options = _common.Read(parsed) with { IncludeDrafts = parsed.GetValue(_common.Drafts) };
        string? user = parsed.GetValue(_user);
        var order = new MailOrder
        {
            Day = Day(parsed.GetValue(_date)!),
            To = parsed.GetValue(_to) ?? [],
            RecipientsFile = parsed.GetValue(_recipients),
            List = parsed.GetValue(_list) ?? MailOrder.ListOf(parsed.GetValue(_recipients)),
            Eml = parsed.GetValue(_eml),
            Smtp = parsed.GetValue(_smtp),
            Login = user is null ? null : new(user, Environment.GetEnvironmentVariable(PasswordVariable)!),
            AllowsPlainText = parsed.GetValue(_insecure),
            Patience = Patience.Of(parsed.GetValue(_timeout)),
            IsDryRun = parsed.GetValue(_dryRun),
            IsAgain = parsed.GetValue(_again),
            Resume = parsed.GetResult(_resume) is null or { Implicit: true } ? null : parsed.GetValue(_resume) switch { "got" => Resumption.Got, "missed" => Resumption.Missed, _ => Resumption.Untold },
            OnlyIfNew = parsed.GetValue(_ifNew),
            WithoutNote = parsed.GetValue(_withoutNote),
            Reserve = parsed.GetValue(_reserve),
            Reserved = parsed.GetValue(_reserved),
        };
        return new MailRun(options, order, new DiagnosticBag(parsed.GetValue(_common.Strict)), _common.ReportFor(parsed), SystemClock).Run(end);
    }

#pragma warning disable RS0030 // A message says when it was sent: this is where that is asked.
    private static TimeProvider SystemClock => TimeProvider.System;
#pragma warning restore RS0030

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date : null;

    private static void RefuseUnless(SymbolResult result, bool isFine, string message)
    {
        if (!isFine)
        {
            result.AddError(message);
        }
    }
}
