using System.Collections.Immutable;
using System.Globalization;
using DigestSite.Diagnostics;
using DigestSite.Mail;

namespace DigestSite.Cli.Mailing;

/// <summary>One message on its way to a list, or to those of it who have it not yet: who has it, who was refused, and whether that is certain.</summary>
/// <param name="already">The places of those who have it.</param>
/// <param name="note">Writes down how far it came; false when that could not be done.</param>
internal sealed class Posting(DigestMessage message, Mailbox from, IReadOnlyList<Recipient> recipients, ImmutableSortedSet<int> already, Func<Posting, bool> note, DiagnosticBag diagnostics, SourceSpan server)
{
    // RFC 5321 4.5.3.1.8: so many every server takes at once.
    private const int Batch = 100;

    private readonly List<Recipient> _refusedForNow = [];

    private bool _isSecondTry;

    /// <summary>The places of those for whom a server took the message, now or before.</summary>
    public ImmutableSortedSet<int> Has { get; private set; } = already;

    /// <summary>The places of those for whom the message was handed over and no answer came: it may be delivered or not.</summary>
    public ImmutableSortedSet<int> Doubtful { get; private set; } = [];

    /// <summary>Whether the server was asked for every one of them, and answered.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Posts it, by hundreds. What goes wrong is reported; the places then say how far it came.</summary>
    public async Task Post(Func<Task<SmtpSession>> begin)
    {
        try
        {
            await using SmtpSession session = await begin();
            IsComplete = await PostAll(session, recipients.Where(r => !Has.Contains(r.Place))) && await TryAgain(session);
            if (IsComplete)
            {
                await session.Quit();
            }
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

    private void ReportLost(string how) => diagnostics.Add(Doubtful.Count > 0
        ? Catalog.MailingUncertain.At(server, how, Has.Count == 0 ? "nobody has it for certain" : "for certain, " + SoFar)
        : Catalog.ConnectionLost.At(server, how, SoFar, WayOut));

    private string SoFar => Has.Count == 0 ? "nothing was mailed" : string.Create(CultureInfo.InvariantCulture, $"{Has.Count} of {recipients.Count} recipients have it");

    private string WayOut => Has.Count == 0 ? "wait a while and mail it again" : "content/mailed.tsv knows who has it: with `--resume` the others get it";

    // Some servers refuse whom they do not know the first time, and take the same a little later.
    private Task<bool> TryAgain(SmtpSession session)
    {
        _isSecondTry = true;
        return PostAll(session, _refusedForNow);
    }

    private async Task<bool> PostAll(SmtpSession session, IEnumerable<Recipient> list)
    {
        var waiting = new Queue<Recipient>(list);
        while (waiting.Count > 0)
        {
            if (!await PostBatch(session, waiting))
            {
                return false;
            }
        }

        return true;
    }

    // False when no word of it could be written down: then nothing more is sent.
    private async Task<bool> PostBatch(SmtpSession session, Queue<Recipient> waiting)
    {
        SmtpReply sender = await session.From(from.Address, message.Bytes.Length);
        if (!sender.IsDone)
        {
            throw Refused(sender);
        }

        ImmutableSortedSet<int> accepted = await Address(session, waiting);
        if (accepted.Count == 0)
        {
            await session.Reset();
            return true;
        }

        SmtpReply reading = await session.Data(message.Bytes);
        if (reading.Code != 354)
        {
            throw Refused(reading);
        }

        // What may be delivered from now on is on the disk before it is.
        Doubtful = accepted;
        if (!note(this))
        {
            Doubtful = [];
            return false;
        }

        SmtpReply taken = await session.EndData();
        Doubtful = [];
        Has = taken.IsDone ? Has.Union(accepted) : throw Refused(taken);
        return note(this);
    }

    private async Task<ImmutableSortedSet<int>> Address(SmtpSession session, Queue<Recipient> waiting)
    {
        ImmutableSortedSet<int> accepted = [];
        while (waiting.Count > 0 && accepted.Count < Batch)
        {
            SmtpReply reply = await session.To(waiting.Peek().Mailbox.Address);
            if (reply.Code is 452 or 552 && accepted.Count > 0)
            {
                // As many as it takes at once: the rest come with the next message (RFC 5321 4.5.3.1.10).
                break;
            }

            Recipient recipient = waiting.Dequeue();
            if (reply.IsDone)
            {
                accepted = accepted.Add(recipient.Place);
            }
            else if (reply.IsForNow && !_isSecondTry)
            {
                _refusedForNow.Add(recipient);
            }
            else
            {
                Report(recipient, reply);
            }
        }

        return accepted;
    }

    private void Report(Recipient recipient, SmtpReply reply)
    {
        string words = reply.WordsOn(recipient.Mailbox);
        diagnostics.Add(Catalog.RecipientRefused.At(
            recipient.Span,
            reply.IsForNow ? "refuses for now" : "refused",
            words,
            reply.IsForNow ? "mail it to this one later, as a list of another name: `--to ADDRESS --list NAME`"
                : reply.Code == 530 || words.Contains(" 5.7.", StringComparison.Ordinal) ? "see what it asks for: a login (`--user NAME` and the environment variable DIGEST_SMTP_PASSWORD), or another `from` in content/site.yml"
                : "correct the address or remove it; to mail the digest to the corrected one alone, give that a name: `--to ADDRESS --list NAME`"));
    }

    private MailFailure Refused(SmtpReply reply) => new(
        Catalog.MessageRefused,
        $"it says `{reply.Words}`",
        SoFar,
        reply.Code switch
        {
            530 or 550 or 553 or 554 when Has.Count == 0 => "see what it asks for: a login (`--user NAME` and the environment variable DIGEST_SMTP_PASSWORD), or another `from` in content/site.yml",
            _ => WayOut,
        });
}
