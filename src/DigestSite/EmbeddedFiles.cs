namespace DigestSite;

/// <summary>Files of the project that the program carries with it, by their path: <c>templates/partials/card.hbs</c>.</summary>
internal static class EmbeddedFiles
{
    /// <summary>The paths below a folder, without it, sorted.</summary>
    /// <param name="folder">With a slash at its end: <c>templates/</c>.</param>
    public static IReadOnlyList<string> Under(string folder) =>
    [
        .. typeof(EmbeddedFiles).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(folder, StringComparison.Ordinal))
            .Select(n => n[folder.Length..])
            .Order(StringComparer.Ordinal),
    ];

    public static byte[] Read(string path)
    {
        using Stream stream = typeof(EmbeddedFiles).Assembly.GetManifestResourceStream(path)
            ?? throw new ArgumentException($"no file '{path}' is embedded", nameof(path));
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
