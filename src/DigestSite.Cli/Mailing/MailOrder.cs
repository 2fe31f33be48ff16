using DigestSite.Mail;

namespace DigestSite.Cli.Mailing;

/// <summary>What <c>digest mail</c> was asked to do.</summary>
internal sealed record MailOrder
{
    /// <summary>Of the digest; null for the newest.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Addresses on the command line; empty where a file has them.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    public string? RecipientsFile { get; init; }

    /// <summary>The name under which the list is known in content/mailed.tsv.</summary>
    public required string List { get; init; }

    /// <summary>The file to write the message to; null for none.</summary>
    public string? Eml { get; init; }

    /// <summary>Where to hand it in; null for nowhere.</summary>
    public SmtpServer? Smtp { get; init; }

    public Login? Login { get; init; }

    public bool AllowsPlainText { get; init; }

    public required Patience Patience { get; init; }

    public bool IsDryRun { get; init; }

    /// <summary>Whether a digest that was mailed is mailed once more.</summary>
    public bool IsAgain { get; init; }

    /// <summary>How a mailing that is not settled is taken up again; null where that was not asked for.</summary>
    public Resumption? Resume { get; init; }

    /// <summary>Whether it is no mistake when there is nothing to mail.</summary>
    public bool OnlyIfNew { get; init; }

    public bool WithoutNote { get; init; }

    /// <summary>The run to keep the mailing for, without sending anything yet.</summary>
    public string? Reserve { get; init; }

    /// <summary>The run that it was kept for, which now sends.</summary>
    public string? Reserved { get; init; }

    public bool NamesRecipients => To.Count > 0 || RecipientsFile is not null;

    /// <summary>Whether it is, or leads to, mailing: what is only looked at may be looked at twice.</summary>
    public bool Mails => Smtp is not null || Reserve is not null || IsDryRun;

    /// <summary>The name of a list that is given none: that of its file.</summary>
    public static string ListOf(string? file) =>
        file is null ? "direct"
        : Path.GetFileNameWithoutExtension(file).ToLowerInvariant() is var stem && MailedLedger.IsName(stem) ? stem
        : "readers";
}

/// <summary>What became of those of whom nobody knows whether they have the message.</summary>
internal enum Resumption
{
    /// <summary>There are none, as far as the person knows who asked.</summary>
    Untold,

    Got,
    Missed,
}
