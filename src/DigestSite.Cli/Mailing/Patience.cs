namespace DigestSite.Cli.Mailing;

/// <summary>How long a mail server may take.</summary>
/// <param name="Answer">For one answer.</param>
/// <param name="Delivery">For the answer to a message that was handed over whole: whoever gives up before it knows nothing.</param>
internal sealed record Patience(TimeSpan Answer, TimeSpan Delivery)
{
    /// <summary>Of the seconds that somebody named; null where nobody did.</summary>
    public static Patience Of(int? asked) =>
        asked is { } seconds ? new(TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(seconds))
        : new(TimeSpan.FromSeconds(120), TimeSpan.FromMinutes(10)); // RFC 5321 4.5.3.2.6
}
