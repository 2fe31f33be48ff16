using System.Globalization;

namespace DigestSite.Links.External;

/// <summary>For how long a host wants to be left alone, by the headers of its answer.</summary>
internal static class RestWanted
{
    // A number as large is no span but a time: seconds since 1970, as GitHub has it.
    private const long LeastTime = 1_000_000_000;

    /// <summary>Null when it says nothing of it.</summary>
    /// <param name="header">The value of a header; null when there is none.</param>
    public static TimeSpan? Of(int status, Func<string, string?> header, DateTimeOffset now)
    {
        TimeSpan? longest = status is 408 or 429 or >= 500 ? After(header("Retry-After"), now) : null;
        (long? remaining, long? reset) = Limit(header("RateLimit"));
        remaining ??= Number(header("RateLimit-Remaining")) ?? Number(header("X-RateLimit-Remaining"));
        if (status == 429 || remaining == 0)
        {
            TimeSpan? until = Until(reset ?? Number(header("RateLimit-Reset")) ?? Number(header("X-RateLimit-Reset")), now);
            longest = longest is null || until > longest ? until : longest;
        }

        return longest > TimeSpan.Zero ? longest : null;
    }

    // RFC 9110 10.2.3
    private static TimeSpan? After(string? value, DateTimeOffset now) =>
        Number(value) is { } seconds ? Seconds(seconds)
        : DateTimeOffset.TryParseExact(value, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date) ? date - now
        : null;

    private static TimeSpan? Until(long? reset, DateTimeOffset now) =>
        reset is not { } number ? null
        : number >= LeastTime ? Seconds(number - now.ToUnixTimeSeconds())
        : Seconds(number);

    // Both drafts of the IETF: `"default";r=0;t=30` and `limit=100, remaining=0, reset=30`.
    private static (long? Remaining, long? Reset) Limit(string? value)
    {
        long? remaining = null, reset = null;
        foreach (string part in (value ?? "").Split([';', ','], StringSplitOptions.TrimEntries))
        {
            switch (part.Split('='))
            {
                case ["r" or "remaining", { } number]:
                    remaining ??= Number(number);
                    break;
                case ["t" or "reset", { } number]:
                    reset ??= Number(number);
                    break;
            }
        }

        return (remaining, reset);
    }

    private static long? Number(string? text) =>
        long.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;

    private static TimeSpan Seconds(long seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 86_400));
}
