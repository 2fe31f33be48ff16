using System.Globalization;

namespace DigestSite.Cli;

/// <summary>When a build is said to happen: https://reproducible-builds.org/specs/source-date-epoch/.</summary>
internal static class SourceDate
{
    public static string? Text => Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH");

    /// <summary>The time in universal time; null for what is no number of seconds since 1970-01-01 within the years that dates have.</summary>
    public static DateTime? Of(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime
            : null;
}
