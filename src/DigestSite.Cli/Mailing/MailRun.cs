using System.Collections.Immutable;
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
        if (Settings(compiled) is not { } settings || Addressees() is not { } recipients)
        {
            return;
        }

        using MailedFile? mailed = order.Mails ? MailedFile.Open(options, order.IsDryRun, diagnostics) : null;
        if ((order.Mails && mailed is null) || Choose(compiled, mailed?.Ledger) is not { } digest)
        {
            return;
        }

        MailedDigest? before = mailed?.Ledger.Find(digest.Date, order.List);
        var admission = new Admission(order, digest, before, diagnostics, _said.Add);
        ImmutableSortedSet<int>? having = order.Mails ? admission.Having(recipients, MessageId.Of(digest, compiled.Site.Settings)) : [];
        if (having is null || !IsRecorded(compiled, digest) || Message(site, digest, settings, recipients) is not { } message)
        {
            return;
        }

        if (order.IsDryRun)
        {
            Foresee(message, digest, settings, recipients.Count - having.Count);
        }
        else if (WritesEml(message) && mailed is not null)
        {
            var mailing = new MailedDigest(digest.Date, order.List, admission.IsOurs ? before!.When : clock.GetUtcNow(), recipients.Count, Taken: null, order.Reserve ?? order.Reserved, message.Id);
            await Deliver(new(mailed, mailing, admission.IsOurs ? null : before, having, recipients, diagnostics, _said.Add), message, settings, end);
        }
    }

    private async Task Deliver(Delivery delivery, DigestMessage message, MailSettings settings, CancellationToken end)
    {
        if (delivery.IsOnlySettled)
        {
            delivery.Settle();
        }
        else if (order.Smtp is { } smtp)
        {
            report.Progress("mail");
            await delivery.Send(message, settings.From, SourceSpan.File(smtp.ToString()), () => SmtpSession.Begin(smtp, order.Login, order.AllowsPlainText, order.Patience, end));
        }
        else
        {
            delivery.Reserve();
        }
    }

    private DigestMessage? Message(BuiltSite site, Digest digest, MailSettings settings, IReadOnlyList<Recipient> recipients)
    {
        Mailbox? to = recipients.Count == 1 ? recipients[0].Mailbox : null;
        DigestMessage? message = DigestMessage.Of(site.Compiled!.Site, digest, settings, site.Templates!, to, clock.GetUtcNow());
        if (message is null)
        {
            diagnostics.Add(Catalog.MessageTooLarge.At(SourceSpan.File(options.Templates), DigestMessage.Limit / 1000, MailTemplates.Html, MailTemplates.Plain));
        }

        return message;
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
    private Digest? Choose(CompiledContent compiled, MailedLedger? mailed)
    {
        DateOnly? day = order.Day;
        if (order.OnlyIfNew && day is null)
        {
            day = MailChoice.Next(compiled.Site.Archive, mailed, order.List);
            if (day is null)
            {
                _said.Add(mailed?.Newest(order.List) is { } newest ? $"Nothing is new: the digest of {Routes.Iso(newest.Date)} was mailed to `{order.List}` on {Admission.Day(newest)}." : "There is no digest to mail yet.");
                return null;
            }
        }

        Digest? digest = MailChoice.Of(compiled.Site.Archive, day, diagnostics);
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

    // What a message leads to is where it is for good, or it is not mailed.
    private bool IsRecorded(CompiledContent compiled, Digest digest)
    {
        string? missing = order is { IsDryRun: false, Mails: true } ? MailChoice.Unrecorded(compiled.Ledger, digest) : null;
        if (missing is not null)
        {
            diagnostics.Add(Catalog.NotRecordedToMail.At(SourceSpan.File(Path.Combine(options.Content, SiteBuilder.LedgerName).Replace('\\', '/')), missing));
        }

        return missing is null;
    }

    private void Foresee(DigestMessage message, Digest digest, MailSettings settings, int recipients)
    {
        _said.Add("Subject: " + message.Subject);
        _said.Add($"From: {(settings.From.Name is { } name ? $"{name} <{settings.From.Address}>" : settings.From.Address)}");
        _said.Add("Message-ID: " + message.Id);
        _said.Add(Invariant($"Size: {message.Bytes.Length:N0} bytes, with {digest.Papers.Count - message.LeftOut:N0} of {Report.Count(digest.Papers.Count, "paper")}"));
        string whom = order.NamesRecipients ? Invariant($"{Report.Count(recipients, "recipient")} of the list `{order.List}`") : "nobody: name them by `--to` or `--recipients`";
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
}
