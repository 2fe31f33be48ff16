using DigestSite.Diagnostics;

namespace DigestSite;

/// <summary>One finished file of the site: where it goes and its bytes.</summary>
/// <param name="Path">Its address; <see cref="SitePath.FilePath"/> is where it is written.</param>
/// <param name="Bytes">What is written, never changed after.</param>
/// <param name="Source">What it was made from, for messages: a template or a content file.</param>
internal sealed record OutputFile(SitePath Path, ReadOnlyMemory<byte> Bytes, string Source)
{
    private readonly ReadOnlyMemory<byte> _bytes = Bytes;
    private readonly Func<ReadOnlyMemory<byte>>? _read;

    /// <inheritdoc cref="OutputFile(SitePath, ReadOnlyMemory{byte}, string)"/>
    /// <remarks>Asked for each time where something else <see cref="KeptBy">keeps</see> them.</remarks>
    public ReadOnlyMemory<byte> Bytes
    {
        get => _read?.Invoke() ?? _bytes;
        init => (_bytes, _read, Length) = (value, null, value.Length);
    }

    /// <summary>How many bytes it has.</summary>
    public int Length { get; private init; } = Bytes.Length;

    /// <summary>What editors wrote of it, their words before their templates: what is wrong with a link of theirs is told of its place there.</summary>
    public Func<IEnumerable<SourceText>> Texts { get; init; } = static () => [];

    /// <summary>The same file with its bytes out of memory: whoever wants them gets them from <paramref name="read"/>.</summary>
    public OutputFile KeptBy(Func<ReadOnlyMemory<byte>> read) => new(this, read);

    private OutputFile(OutputFile file, Func<ReadOnlyMemory<byte>> read)
        : this(file.Path, ReadOnlyMemory<byte>.Empty, file.Source) => (_read, Length, Texts) = (read, file.Length, file.Texts);
}
