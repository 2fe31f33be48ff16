namespace DigestSite.Cli;

internal static class ExitCode
{
    public const int Clean = 0;

    /// <summary>The content has errors; nothing was published.</summary>
    public const int ContentErrors = 1;

    /// <summary>The command line was wrong, the program or machine is broken, or somebody stopped it.</summary>
    public const int UsageOrCrash = 2;
}
