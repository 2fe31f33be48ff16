namespace DigestSite.Publishing;

/// <summary>What a build did to the output folder, in files of the site; a foreign file with the same bytes counts as unchanged.</summary>
internal sealed record PublishResult(int Written, int Unchanged, int Deleted);

/// <summary>How the difference gets into the output folder.</summary>
internal enum PublishWay
{
    /// <summary>A staging folder and one exchange of directories; where that is impossible, the journal.</summary>
    Exchange,

    /// <summary>A journal that the next build rolls forward.</summary>
    Journal,
}

/// <summary>What only tests set.</summary>
internal sealed record PublishOptions
{
    public PublishWay Way { get; init; } = PublishWay.Exchange;

    /// <summary>The folder that is never published into, nor any folder above it.</summary>
    public string Home { get; init; } = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    /// <summary>With more foreign files and folders than this the journal is quicker, since it leaves them alone: think of <c>.git</c>.</summary>
    public int MostForeignLinked { get; init; } = 10_000;

    /// <summary>Hears of each change to the disk just before it is made, possibly from several threads; what it throws stops the build there.</summary>
    public Action<string>? BeforeStep { get; init; }
}
