namespace DigestSite;

/// <summary>What site.yml says of the digest by mail. Who gets it is never in the repository.</summary>
internal sealed record MailSettings
{
    /// <summary>Who sends it; answers and failures of delivery come back there.</summary>
    public required Mailbox From { get; init; }

    /// <summary>The list's permanent name (RFC 2919): <c>digest.host.org</c>.</summary>
    public required string ListId { get; init; }

    /// <summary>How to leave: <c>mailto:</c> and <c>https:</c> addresses, the best first.</summary>
    public required EquatableArray<string> Unsubscribe { get; init; }

    /// <summary>How to join: a <c>mailto:</c> or <c>https:</c> address; null where the site does not say.</summary>
    public string? Subscribe { get; init; }

    /// <summary>Whether a mail program may leave by a single request to the https address (RFC 8058).</summary>
    public bool IsOneClick { get; init; }

    /// <summary>The subject, in which <c>{site}</c>, <c>{date}</c>, <c>{papers}</c> and <c>{themes}</c> stand for what they say.</summary>
    public string Subject { get; init; } = DefaultSubject;

    public const string DefaultSubject = "{site}, {date}: {papers}";
}
