using DigestSite.Diagnostics;

namespace DigestSite;

/// <summary>One finished file of the site, in memory: where it goes and its bytes.</summary>
/// <param name="Path">Its address; <see cref="SitePath.FilePath"/> is where it is written.</param>
/// <param name="Bytes">What is written, never changed after.</param>
/// <param name="Source">What it was made from, for messages: a template or a content file.</param>
internal sealed record OutputFile(SitePath Path, ReadOnlyMemory<byte> Bytes, string Source)
{
    /// <summary>What editors wrote of it, their words before their templates: what is wrong with a link of theirs is told of its place there.</summary>
    public Func<IEnumerable<SourceText>> Texts { get; init; } = static () => [];
}
