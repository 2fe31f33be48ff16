using System.Globalization;
using DigestSite.Diagnostics;
using DigestSite.Mail;
using DigestSite.Papers;
using static System.FormattableString;

namespace DigestSite.Cli.Mailing;

/// <summary>One run of <c>digest mail</c>: the network, the ledger and the console around a <see cref="DigestMessage"/>.</summary>
internal sealed class MailRun(BuildOptions options, MailOrder order, DiagnosticBag diagnostics, Report report, TimeProvider clock)
{
    private readonly List<string> _said = [];

    /// <summary>Makes the message, sends it as far as that was asked for, and says what came of it; returns the exit code.</summary>
    /// <param name="end">Ends the program.</param>
    public async Task<int> Run(CancellationToken end)
    {
        BuiltSite site = new SiteBuilder(options, diagnostics, report.Progress).Build();
        if (!diagnostics.HasErrors && site.Templates is not null)
        {
            await Mail(site, end);
        }

        int exitCode = report.Diagnostics(diagnostics);
        foreach (string line in _said.DefaultIfEmpty("Nothing was mailed."))
        {
            report.Line(line);
        }

        return exitCode;
    }

    private async Task Mail(BuiltSite site, CancellationToken end)
    {
        CompiledContent compiled = site.Compiled!;
        if (Settings(compiled) is not { } settings || Choose(compiled) is not { } digest || Addressees() is not { } recipients)
        {
            return;
        }

        using MailedFile? mailed = order.Mails ? MailedFile.Open(options, order.IsDryRun, diagnostics) : null;
        if (order.Mails && (mailed is null || !MayMail(mailed.Ledger.Find(digest.Date, order.List), digest)))
        {
            return;
        }

        DateTimeOffset now = clock.GetUtcNow();
        Mailbox? to = recipients.Count == 1 ? recipients[0].Mailbox : null;
        if (DigestMessage.Of(compiled.Site, digest, settings, site.Templates!, to, now) is not { } message)
        {
            diagnostics.Add(Catalog.MessageTooLarge.At(SourceSpan.File(options.Templates), DigestMessage.Limit / 1000, MailTemplates.Html, MailTemplates.Plain));
        }
        else if (order.IsDryRun)
        {
            Foresee(message, digest, settings, recipients);
        }
        else if (WritesEml(message) && mailed is not null)
        {
            var mailing = new MailedDigest(digest.Date, order.List, now, recipients.Count, Taken: null, order.Reserve ?? order.Reserved, message.Id);
            if (order.Reserve is null)
            {
                await Send(mailed, mailing, message, settings, recipients, end);
            }
            else
            {
                Reserve(mailed, mailing);
            }
        }
    }

    private MailSettings? Settings(CompiledContent compiled)
    {
        MailSettings? settings = compiled.Site.Settings.Mail;
        if (settings is null)
        {
            diagnostics.Add(Catalog.MailNotSet.At(SourceSpan.File($"{options.Content.Replace('\\', '/').TrimEnd('/')}/site.yml")));
        }

        return settings;
    }

    // Null when there is none to mail, for which there is always a reason that was told.
    private Digest? Choose(CompiledContent compiled)
    {
        if (order is { OnlyIfNew: true, Day: null } && compiled.Site.Archive.Digests.All(d => d.IsLate))
        {
            _said.Add("There is no digest to mail yet.");
            return null;
        }

        Digest? digest = MailChoice.Of(compiled.Site.Archive, order.Day, diagnostics);
        if (digest is null || !order.Mails || order.WithoutNote || MailChoice.UnreadyNote(compiled, digest) is not { } unready)
        {
            return digest;
        }

        if (order.OnlyIfNew)
        {
            _said.Add($"Nothing was mailed: {unready.Message}.");
        }
        else
        {
            diagnostics.Add(unready);
        }

        return null;
    }

    private IReadOnlyList<Recipient>? Addressees()
    {
        if (order.RecipientsFile is { } file)
        {
            string name = file.Replace('\\', '/');
            return InputFile.Read(file, name, diagnostics, InputFile.TypedLimit) is { } bytes && Utf8Text.Decode(bytes, name, diagnostics) is { } source
                ? Recipients.Read(source, diagnostics)
                : null;
        }

        return order.To.Count > 0 ? Recipients.Read(new SourceText("--to", string.Join('\n', order.To)), diagnostics) : [];
    }

    private bool MayMail(MailedDigest? before, Digest digest)
    {
        bool isOurs = before is { Taken: null, Run: not null } && before.Run == order.Reserved;
        if (order.Reserved is { } run && !isOurs)
        {
            _said.Add($"Nothing was mailed: nothing is reserved for the run `{run}`.");
            diagnostics.Add(before is null ? Catalog.NotReserved.At(SourceSpan.File("--reserved"), run) : Objection(before, digest));
            return false;
        }

        if (before is null || isOurs || order.IsAgain)
        {
            return true;
        }

        if (order.OnlyIfNew && before.Taken is not null)
        {
            _said.Add($"Nothing is new: the digest of {Routes.Iso(digest.Date)} was mailed to `{order.List}` on {Day(before)}.");
        }
        else
        {
            diagnostics.Add(Objection(before, digest));
        }

        return false;
    }

    private static Diagnostic Objection(MailedDigest before, Digest digest) => before.Taken is null
        ? Catalog.MailingUnsettled.At(before.Span, Routes.Iso(digest.Date), before.List, Day(before), before.Recipients)
        : Catalog.AlreadyMailed.At(before.Span, Routes.Iso(digest.Date), before.List, Day(before));

    private static string Day(MailedDigest mailing) => mailing.When.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Foresee(DigestMessage message, Digest digest, MailSettings settings, IReadOnlyList<Recipient> recipients)
    {
        _said.Add("Subject: " + message.Subject);
        _said.Add($"From: {(settings.From.Name is { } name ? $"{name} <{settings.From.Address}>" : settings.From.Address)}");
        _said.Add("Message-ID: " + message.Id);
        _said.Add(Invariant($"Size: {message.Bytes.Length:N0} bytes, with {digest.Papers.Count - message.LeftOut:N0} of {Report.Count(digest.Papers.Count, "paper")}"));
        string whom = order.NamesRecipients ? Invariant($"{Report.Count(recipients.Count, "recipient")} of the list `{order.List}`") : "nobody: name them by `--to` or `--recipients`";
        _said.Add($"Would be mailed to {whom}{(order.Smtp is null ? "" : $", by {order.Smtp}")}. Nothing was mailed.");
    }

    private bool WritesEml(DigestMessage message)
    {
        if (order.Eml is not { } file)
        {
            return true;
        }

        string beside = file + ".digest-new";
        try
        {
            File.WriteAllBytes(beside, message.Bytes);
            File.Move(beside, file, overwrite: true);
            _said.Add(Invariant($"{file}: {message.Bytes.Length:N0} bytes"));
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(Catalog.NotWritten.At(SourceSpan.File(file), failure.Message));
            return false;
        }
    }

    private void Reserve(MailedFile mailed, MailedDigest mailing)
    {
        mailed.Ledger.Note(mailing);
        if (mailed.Save(diagnostics))
        {
            _said.Add($"The digest of {Routes.Iso(mailing.Date)} is kept for the run `{mailing.Run}`. Nothing was mailed yet.");
        }
    }

    private async Task Send(MailedFile mailed, MailedDigest mailing, DigestMessage message, MailSettings settings, IReadOnlyList<Recipient> recipients, CancellationToken end)
    {
        MailedDigest? before = mailed.Ledger.Find(mailing.Date, mailing.List);

        // What was reserved for this run is noted already.
        mailed.Ledger.Note(before is { Taken: null } && before.Run == mailing.Run ? before : mailing);
        if (!mailed.Save(diagnostics))
        {
            return;
        }

        report.Progress("mail");
        var posting = new Posting(message, settings.From, recipients, diagnostics, SourceSpan.File(order.Smtp!.ToString()));
        await posting.Post(() => SmtpSession.Begin(order.Smtp, order.Login, order.AllowsPlainText, order.Patience, end));
        if (!posting.IsUncertain)
        {
            Settle(mailed, mailing, before, posting.Taken);
        }

        string date = Routes.Iso(mailing.Date);
        _said.Add(posting switch
        {
            { IsUncertain: true } => $"Nobody knows whether the digest of {date} was mailed.",
            { Taken: 0 } => "Nothing was mailed.",
            _ when posting.Taken < recipients.Count => Invariant($"The digest of {date} was mailed to {posting.Taken:N0} of {Report.Count(recipients.Count, "recipient")} of `{mailing.List}`."),
            _ => $"The digest of {date} was mailed to {Report.Count(recipients.Count, "recipient")} of `{mailing.List}`.",
        });
    }

    // What is certain is written down. Where nobody got it, nothing was mailed; what was mailed before stays.
    private void Settle(MailedFile mailed, MailedDigest mailing, MailedDigest? before, int taken)
    {
        if (taken > 0)
        {
            mailed.Ledger.Note(mailing with { Taken = taken });
        }
        else if (before is { Taken: not null })
        {
            mailed.Ledger.Note(before);
        }
        else
        {
            mailed.Ledger.Remove(mailing);
        }

        mailed.Save(diagnostics);
    }
}
