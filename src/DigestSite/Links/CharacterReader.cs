namespace DigestSite.Links;

/// <summary>Text in a buffer as a <see cref="TextReader"/>: that of the framework needs a string.</summary>
internal sealed class CharacterReader(ReadOnlyMemory<char> text) : TextReader
{
    private int _at;

    public override int Peek() => _at < text.Length ? text.Span[_at] : -1;

    public override int Read() => _at < text.Length ? text.Span[_at++] : -1;

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        int length = Math.Min(buffer.Length, text.Length - _at);
        text.Span.Slice(_at, length).CopyTo(buffer);
        _at += length;
        return length;
    }
}
