using DigestSite.Diagnostics;

namespace DigestSite.Publishing;

/// <summary>
/// Makes the output folder hold a site that is all there, by the difference alone. Only what an earlier build wrote is overwritten or deleted;
/// a build killed at any moment leaves the old site or the new one, as seen after the next run at the latest.
/// </summary>
internal static class Publisher
{
    /// <summary>Publishes <paramref name="files"/> into <paramref name="outputFolder"/>, which is created when missing.</summary>
    /// <returns>What was done; null after an error, which is reported: then the site is as it was.</returns>
    public static PublishResult? Publish(string outputFolder, IReadOnlyList<OutputFile> files, DiagnosticBag diagnostics, PublishOptions? options = null)
    {
        using var publication = Publication.Begin(outputFolder, [.. files.Select(f => new SiteFile(f.Path.FilePath, f.Source))], diagnostics, options);
        if (publication is null)
        {
            return null;
        }

        Disk.ForEach(files, (file, _) => publication.Keep(file));
        return publication.Commit(diagnostics);
    }

    /// <summary>Deletes what earlier builds wrote, and nothing else; the output folder itself stays.</summary>
    /// <returns>What was done; null after an error, which is reported.</returns>
    public static PublishResult? Clean(string outputFolder, DiagnosticBag diagnostics, PublishOptions? options = null) =>
        outputFolder.Length > 0 && !Path.Exists(outputFolder) ? new PublishResult(0, 0, 0) : Publish(outputFolder, [], diagnostics, options);
}
