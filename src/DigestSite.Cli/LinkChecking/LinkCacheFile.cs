using System.Text;
using DigestSite.Diagnostics;
using DigestSite.Links.External;

namespace DigestSite.Cli.LinkChecking;

/// <summary>Where answers are kept from one check to the next: beside the content folder, since it is no editor's and no part of the site.</summary>
/// <param name="path">Where it is.</param>
internal sealed class LinkCacheFile(string path)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The path as messages print it.</summary>
    public string Display { get; } = path.Replace('\\', '/');

    /// <summary>Why it could not be written the last time; null when it could, or was not to be.</summary>
    public string? Failure { get; private set; }

    /// <summary>That of the site whose content folder this is.</summary>
    public static LinkCacheFile Beside(string content) =>
        new(Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(content)) ?? "", ".digest", "links.tsv"));

    /// <summary>By address; nothing where there is none or it is damaged, which is reported.</summary>
    public IReadOnlyDictionary<string, LinkAnswer> Read(DiagnosticBag diagnostics)
    {
        try
        {
            return File.Exists(path) ? AnswerCache.Read(new(Display, Strict.GetString(File.ReadAllBytes(path))), diagnostics) : new Dictionary<string, LinkAnswer>(StringComparer.Ordinal);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            diagnostics.Add(Catalog.LinkCacheDamaged.At(SourceSpan.File(Display), failure is DecoderFallbackException ? "it is not UTF-8" : failure.Message));
            return new Dictionary<string, LinkAnswer>(StringComparer.Ordinal);
        }
    }

    /// <summary>Puts the new one in place of the old in one step: whoever reads it finds either whole.</summary>
    public void Write(IEnumerable<LinkAnswer> answers)
    {
        string made = FormattableString.Invariant($"{path}.{Environment.ProcessId}");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            File.WriteAllText(made, AnswerCache.Print(answers), Strict);
            File.Move(made, path, overwrite: true);
            Failure = null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Failure = failure.Message;
        }
    }
}
