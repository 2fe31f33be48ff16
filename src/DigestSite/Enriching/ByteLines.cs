namespace DigestSite.Enriching;

/// <summary>The lines of a stream of any length, one at a time, in one buffer that grows to the longest line and no further.</summary>
/// <param name="longest">How long a line may be, in bytes; what is longer is passed over.</param>
internal sealed class ByteLines(Stream stream, int longest = ByteLines.Longest)
{
    public const int Longest = 4 << 20;

    // Small enough to stay in a core's own cache between being read and being looked at.
    private const int FirstLength = 256 << 10;

    private readonly int _keptOfTooLong = Math.Min(1 << 10, longest / 2);

    private byte[] _buffer = new byte[Math.Min(FirstLength, longest)];
    private int _start;
    private int _length;
    private int _next;
    private int _searched;
    private int _end;

    /// <summary>The line's number, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>How many bytes were read so far.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Whether the line was too long; then <see cref="Current"/> is how it begins.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>The line without its line feed; valid until the next one.</summary>
    public ReadOnlySpan<byte> Current => _buffer.AsSpan(_start, IsTooLong ? _keptOfTooLong : _length);

    /// <summary>Goes to the next line; false when there is none. An empty line at the end is none.</summary>
    public bool MoveNext()
    {
        IsTooLong = false;
        _start = _searched = _next;
        while (true)
        {
            int newLine = _buffer.AsSpan(_searched, _end - _searched).IndexOf((byte)'\n');
            if (newLine >= 0)
            {
                return Take(_searched + newLine, _searched + newLine + 1);
            }

            _searched = _end;
            if (!Fill())
            {
                return _end > _start && Take(_end, _end);
            }
        }
    }

    private bool Take(int end, int next)
    {
        Number++;
        _length = end - _start;
        _next = next;
        return true;
    }

    // Makes room after what was read of the line, and reads on; false at the end of the stream.
    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length && _end < longest)
        {
            Array.Resize(ref _buffer, Math.Min(longest, 2 * _end));
        }
        else if (_end == _buffer.Length)
        {
            IsTooLong = true;
            _end = _keptOfTooLong;
        }

        _searched = _end;
        int read = stream.Read(_buffer.AsSpan(_end));
        _end += read;
        BytesRead += read;
        return read > 0;
    }
}
