using DigestSite.Diagnostics;

namespace DigestSite.Publishing;

/// <summary>
/// Makes the output folder hold the new site, by the difference alone. Only what an earlier build wrote is overwritten or deleted;
/// a build killed at any moment leaves the old site or the new one, as seen after the next run at the latest.
/// </summary>
internal static class Publisher
{
    /// <summary>Publishes <paramref name="files"/> into <paramref name="outputFolder"/>, which is created when missing.</summary>
    /// <returns>What was done; null after an error, which is reported: then the site is as it was.</returns>
    public static PublishResult? Publish(string outputFolder, IReadOnlyList<OutputFile> files, DiagnosticBag diagnostics, PublishOptions? options = null) =>
        Guarded(outputFolder, diagnostics, () =>
        {
            options ??= new();
            if (SiteFile.Of(files, diagnostics) is not { } site || OutputFolder.Open(outputFolder, options.Home, diagnostics) is not { } folder)
            {
                return null;
            }

            bool isNew = !Directory.Exists(folder.Root);
            Directory.CreateDirectory(folder.Root);
            PublishResult? result = Guarded(outputFolder, diagnostics, () => Bring(folder, [.. site, Manifest.Of(site)], diagnostics, options));
            if (result is null && isNew)
            {
                new Disk(null).DeleteFolderIfEmpty(folder.Root);
            }

            return result;
        });

    /// <summary>Deletes what earlier builds wrote, and nothing else; the output folder itself stays.</summary>
    /// <returns>What was done; null after an error, which is reported.</returns>
    public static PublishResult? Clean(string outputFolder, DiagnosticBag diagnostics, PublishOptions? options = null) =>
        Guarded(outputFolder, diagnostics, () =>
        {
            options ??= new();
            return OutputFolder.Open(outputFolder, options.Home, diagnostics) is not { } folder ? null
                : Directory.Exists(folder.Root) ? Bring(folder, [], diagnostics, options)
                : new PublishResult(0, 0, 0);
        });

    private static PublishResult? Guarded(string outputFolder, DiagnosticBag diagnostics, Func<PublishResult?> publish)
    {
        try
        {
            return publish();
        }
        catch (Exception failure) when (Disk.IsFailure(failure))
        {
            diagnostics.Add(Catalog.PublishingFailed.At(SourceSpan.File(outputFolder), failure.Message));
            return null;
        }
    }

    private static PublishResult? Bring(OutputFolder folder, IReadOnlyList<SiteFile> files, DiagnosticBag diagnostics, PublishOptions options)
    {
        var disk = new Disk(options.BeforeStep);
        using FolderLock? held = FolderLock.Take(folder, diagnostics);
        if (held is null || !Journal.RollForward(folder, disk, diagnostics))
        {
            return null;
        }

        StagedSite.DropLeftover(folder, disk);
        Tree before = Tree.Scan(folder.Root);
        if (Manifest.Read(folder, before, diagnostics) is not { } written
            || Difference.Between(folder, before, written, files, diagnostics) is not { } difference)
        {
            return null;
        }

        bool mayExchange = held.IsBeside && options.Way == PublishWay.Exchange && difference.ForeignCount <= options.MostForeignLinked;
        bool isDone = difference.IsEmpty || Apply(folder, difference, mayExchange, disk, diagnostics);
        int writes = difference.Writes.Count(f => f.Path != Manifest.FileName);
        return !isDone ? null : new(
            writes,
            files.Count(f => f.Path != Manifest.FileName) - writes,
            difference.Removals.Count(p => p != Manifest.FileName));
    }

    private static bool Apply(OutputFolder folder, Difference difference, bool mayExchange, Disk disk, DiagnosticBag diagnostics)
    {
        if (mayExchange)
        {
            try
            {
                return StagedSite.Publish(folder, difference, disk, diagnostics);
            }
            catch (PlatformNotSupportedException)
            {
                // The journal works everywhere.
            }
        }

        return Journal.Publish(folder, difference, disk, diagnostics);
    }
}
