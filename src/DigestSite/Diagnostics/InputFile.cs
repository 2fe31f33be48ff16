namespace DigestSite.Diagnostics;

/// <summary>Reads files that editors wrote.</summary>
internal static class InputFile
{
    /// <summary>The bytes of a file, or null when it cannot be read, which has then been reported.</summary>
    /// <param name="name">The file's name in messages.</param>
    public static byte[]? Read(string path, string name, DiagnosticBag diagnostics)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(Catalog.Unreadable.At(SourceSpan.File(name), failure is UnauthorizedAccessException ? "permission is missing, or it is a folder" : "nothing readable is there"));
            return null;
        }
    }
}
