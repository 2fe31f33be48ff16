using System.Text;

namespace DigestSite.Templates;

/// <summary>Where one page is written: characters in one growing buffer, at the end UTF-8 bytes without BOM.</summary>
internal sealed class Utf8Page : TextWriter
{
    // A page of a long digest is some 200,000 characters; most are a few thousand.
    private char[] _characters = new char[16 * 1024];
    private int _length;

    public Utf8Page()
        : base(System.Globalization.CultureInfo.InvariantCulture)
    {
    }

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        if (_length == _characters.Length)
        {
            Array.Resize(ref _characters, _length * 2);
        }

        _characters[_length++] = value;
    }

    public override void Write(string? value) => Append(value);

    public override void Write(ReadOnlySpan<char> buffer) => Append(buffer);

    public override void Write(char[] buffer, int index, int count) => Append(buffer.AsSpan(index, count));

    public void Append(ReadOnlySpan<char> text)
    {
        if (text.Length > _characters.Length - _length)
        {
            Array.Resize(ref _characters, Math.Max(_characters.Length * 2, _length + text.Length));
        }

        text.CopyTo(_characters.AsSpan(_length));
        _length += text.Length;
    }

    /// <summary>The bytes of what was written; the buffer is empty after and may be used again.</summary>
    public ReadOnlyMemory<byte> TakeBytes()
    {
        ReadOnlySpan<char> text = _characters.AsSpan(0, _length);
        var bytes = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, bytes);
        _length = 0;
        return bytes;
    }

    /// <summary>What was written; the buffer is empty after and may be used again.</summary>
    public string TakeText()
    {
        var text = new string(_characters, 0, _length);
        _length = 0;
        return text;
    }

    public void Clear() => _length = 0;
}
