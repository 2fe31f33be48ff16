using System.Text;

namespace DigestSite.Mail;

/// <summary>Text as ASCII lines of at most 76 octets that no server has to change (RFC 2045 6.7).</summary>
internal static class QuotedPrintable
{
    // Without the line end, and with the `=` of a soft one.
    private const int LongestLine = 76;

    /// <summary>The lines of <paramref name="text"/> in UTF-8, each ended by CRLF.</summary>
    /// <param name="text">Its lines end at LF.</param>
    public static void Write(string text, StringBuilder target)
    {
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (i < lines.Length - 1 || lines[i].Length > 0)
            {
                WriteLine(Encoding.UTF8.GetBytes(lines[i]), target);
                target.Append("\r\n");
            }
        }
    }

    private static void WriteLine(ReadOnlySpan<byte> line, StringBuilder target)
    {
        int width = 0;
        for (int i = 0; i < line.Length; i++)
        {
            bool isPlain = IsPlain(line, i, isFirst: width == 0);
            int needed = isPlain ? 1 : 3;

            // The last character of a line needs no room for a soft end after it.
            if (width + needed > (i == line.Length - 1 ? LongestLine : LongestLine - 1))
            {
                target.Append("=\r\n");
                width = 0;
                isPlain = IsPlain(line, i, isFirst: true);
                needed = isPlain ? 1 : 3;
            }

            if (isPlain)
            {
                target.Append((char)line[i]);
            }
            else
            {
                target.Append('=').Append("0123456789ABCDEF"[line[i] >> 4]).Append("0123456789ABCDEF"[line[i] & 15]);
            }

            width += needed;
        }
    }

    // A line that begins with `.` or `From ` is changed by servers and mailboxes that mean well; white space at an end is lost.
    private static bool IsPlain(ReadOnlySpan<byte> line, int i, bool isFirst) => line[i] switch
    {
        (byte)' ' or (byte)'\t' => i < line.Length - 1,
        (byte)'=' => false,
        (byte)'.' => !isFirst,
        (byte)'F' => !isFirst || !line[i..].StartsWith("From "u8),
        var c => c is > (byte)' ' and <= (byte)'~',
    };
}
