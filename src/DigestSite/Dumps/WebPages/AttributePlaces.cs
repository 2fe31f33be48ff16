using AngleSharp.Html;

namespace DigestSite.Dumps.WebPages;

/// <summary>Where the characters of an attribute's value stand in its file: there, some are written as references such as <c>&amp;quot;</c>.</summary>
/// <param name="file">The file's text.</param>
/// <param name="start">Where the value begins in it.</param>
/// <param name="value">The value, its references resolved and its line ends made LF.</param>
internal sealed class AttributePlaces(string file, int start, string value)
{
    // The longest name of a reference has 32 characters.
    private const int LongestReference = 40;

    // Both texts are walked side by side: a value has megabytes, and few places in it are asked for, in rising order but for a few steps.
    private (int InValue, int InFile) _at = (0, start);
    private (int InValue, int InFile) _before = (0, start);

    /// <summary>Where the character <paramref name="index"/> of the value stands.</summary>
    public int OffsetOf(int index)
    {
        if (index < _at.InValue)
        {
            _at = index < _before.InValue ? (0, start) : _before;
        }

        _before = _at;
        while (_at.InValue < index && _at.InFile < file.Length)
        {
            (int inValue, int inFile) = Step();
            _at = (_at.InValue + inValue, _at.InFile + inFile);
        }

        return Math.Min(_at.InFile, file.Length);
    }

    // How many characters of the value the next ones of the file are.
    private (int InValue, int InFile) Step()
    {
        char c = file[_at.InFile];
        if (c == '\r')
        {
            return _at.InFile + 1 < file.Length && file[_at.InFile + 1] == '\n' ? (1, 2) : (1, 1);
        }

        if (c != '&')
        {
            return (1, 1);
        }

        ReadOnlySpan<char> rest = file.AsSpan(_at.InFile + 1, Math.Min(LongestReference, file.Length - _at.InFile - 1));
        int end = rest.IndexOf(';');
        if (end < 1)
        {
            return (1, 1);
        }

        int length = LengthOf(rest[..end]);
        return length == 0 ? (1, 1) : (length, end + 2);
    }

    // How many characters a reference stands for; 0 where it is none.
    private int LengthOf(ReadOnlySpan<char> reference)
    {
        if (reference[0] == '#')
        {
            return _at.InValue < value.Length && char.IsHighSurrogate(value[_at.InValue]) ? 2 : 1;
        }

        return reference is "quot" or "amp" or "lt" or "gt" or "apos"
            ? 1
            : HtmlEntityProvider.Resolver.GetSymbol(reference.ToString() + ";")?.Length ?? 0;
    }
}
