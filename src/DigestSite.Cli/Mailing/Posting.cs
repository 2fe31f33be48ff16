using System.Globalization;
using DigestSite.Diagnostics;
using DigestSite.Mail;

namespace DigestSite.Cli.Mailing;

/// <summary>One message on its way to all of a list: who has it, who was refused, and whether that is certain.</summary>
internal sealed class Posting(DigestMessage message, Mailbox from, IReadOnlyList<Recipient> recipients, DiagnosticBag diagnostics, SourceSpan server)
{
    // RFC 5321 4.5.3.1.8: so many every server takes at once.
    private const int Batch = 100;

    private const string TryLater = "wait a while and mail it again";

    /// <summary>For how many the server took the message.</summary>
    public int Taken { get; private set; }

    /// <summary>Whether a message was handed over and no answer came: it may be delivered or not.</summary>
    public bool IsUncertain { get; private set; }

    /// <summary>Posts it, by hundreds. What goes wrong is reported; the counts then say how far it came.</summary>
    public async Task Post(Func<Task<SmtpSession>> begin)
    {
        try
        {
            await using SmtpSession session = await begin();
            var waiting = new Queue<Recipient>(recipients);
            while (waiting.Count > 0)
            {
                await PostBatch(session, waiting);
            }

            await session.Quit();
        }
        catch (MailFailure failure)
        {
            diagnostics.Add(failure.Kind.At(server, [.. failure.Words]));
        }
        catch (ServerGone gone)
        {
            ReportLost(gone.Message);
        }
        catch (OperationCanceledException)
        {
            ReportLost("was left by this program, which was stopped");
        }
    }

    private void ReportLost(string how) => diagnostics.Add(IsUncertain
        ? Catalog.MailingUncertain.At(server, how, Taken == 0 ? "" : "; for certain, " + SoFar)
        : Catalog.ConnectionLost.At(server, how, SoFar, WayOut));

    private string SoFar => Taken == 0 ? "nothing was mailed" : string.Create(CultureInfo.InvariantCulture, $"{Taken} of {recipients.Count} recipients have it, the first of the list but for those refused");

    private string WayOut => Taken == 0 ? TryLater : "write the others into a file of their own and mail it to them: `--recipients FILE --list NAME`";

    private async Task PostBatch(SmtpSession session, Queue<Recipient> waiting)
    {
        SmtpReply sender = await session.From(from.Address, message.Bytes.Length);
        if (!sender.IsDone)
        {
            throw Refused(sender);
        }

        int accepted = 0;
        while (waiting.Count > 0 && accepted < Batch)
        {
            SmtpReply reply = await session.To(waiting.Peek().Mailbox.Address);
            if (reply.Code == 452 && accepted > 0)
            {
                // As many as it takes at once: the rest come with the next message (RFC 5321 4.5.3.1.10).
                break;
            }

            Recipient recipient = waiting.Dequeue();
            if (reply.IsDone)
            {
                accepted++;
            }
            else
            {
                diagnostics.Add(Catalog.RecipientRefused.At(recipient.Span, $"it says `{reply.WordsWithout(recipient.Mailbox.Address)}`"));
            }
        }

        if (accepted == 0)
        {
            await session.Reset();
            return;
        }

        SmtpReply reading = await session.Data(message.Bytes);
        if (reading.Code != 354)
        {
            throw Refused(reading);
        }

        IsUncertain = true;
        SmtpReply taken = await session.EndData();
        IsUncertain = false;
        Taken += taken.IsDone ? accepted : throw Refused(taken);
    }

    private MailFailure Refused(SmtpReply reply) => new(
        Catalog.MessageRefused,
        $"it says `{reply.Words}`",
        SoFar,
        reply.Code switch
        {
            530 or 550 or 553 or 554 when Taken == 0 => "see what it asks for: a login (`--user NAME` and the environment variable DIGEST_SMTP_PASSWORD), or another `from` in content/site.yml",
            _ => WayOut,
        });
}
