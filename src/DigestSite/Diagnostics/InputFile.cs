namespace DigestSite.Diagnostics;

/// <summary>Reads files that editors wrote.</summary>
internal static class InputFile
{
    /// <summary>What an editor types, in bytes: a hundred times the largest there is. Parsers take seconds for more.</summary>
    public const int TypedLimit = 4 << 20;

    /// <summary>What programs write (captured pages, the ledger, pictures), in bytes: all files are in memory at once.</summary>
    public const int MadeLimit = 64 << 20;

    /// <summary>The bytes of a file, or null when it cannot be read, which has then been reported.</summary>
    /// <param name="name">The file's name in messages.</param>
    /// <param name="limit">How large it may be, in bytes.</param>
    public static byte[]? Read(string path, string name, DiagnosticBag diagnostics, int limit = MadeLimit)
    {
        try
        {
            if (Directory.Exists(path))
            {
                diagnostics.Add(Catalog.Unreadable.At(SourceSpan.File(name), "it is a folder"));
                return null;
            }

            var link = new FileInfo(path);
            long length = link.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target.Length : link.Length;
            if (length > limit)
            {
                string wayOut = limit == TypedLimit ? "this is no file that somebody typed: remove what does not belong in it" : "split it, or make it smaller";
                diagnostics.Add(Catalog.TooLarge.At(SourceSpan.File(name), Mebibytes(length), Mebibytes(limit), wayOut));
                return null;
            }

            // A pipe, a socket or a device has no length either, and opening one might wait for ever.
            return length == 0 ? [] : File.ReadAllBytes(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(Catalog.Unreadable.At(SourceSpan.File(name), failure is UnauthorizedAccessException ? "permission is missing" : "nothing readable is there"));
            return null;
        }
    }

    private static long Mebibytes(long bytes) => (bytes + (1 << 20) - 1) >> 20;
}
