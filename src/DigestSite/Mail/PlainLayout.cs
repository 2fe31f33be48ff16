using System.Text;

namespace DigestSite.Mail;

/// <summary>Plain text as mail shows it: lines of at most 72 columns, addresses whole, one blank line at most.</summary>
internal static class PlainLayout
{
    // RFC 5322 2.1.1 asks for 78; a quoted answer puts signs before each line.
    private const int Width = 72;

    // RFC 3676 4.3: this line, which ends in a space, stands above a signature.
    private const string Signature = "-- ";

    /// <summary>Wraps what a template made. A line goes on below where its words begin, behind the sign of a list.</summary>
    public static string Of(string text)
    {
        var laid = new StringBuilder(text.Length + 256);
        bool isBlank = true;
        foreach (string line in text.Split('\n'))
        {
            string content = line.TrimEnd() is "--" ? Signature : line.TrimEnd();
            if (content.Length > 0)
            {
                Wrap(content, laid);
            }
            else if (!isBlank)
            {
                laid.Append('\n');
            }

            isBlank = content.Length == 0;
        }

        return laid.ToString().TrimEnd('\n') + "\n";
    }

    private static void Wrap(string line, StringBuilder laid)
    {
        if (line.Length <= Width)
        {
            laid.Append(line).Append('\n');
            return;
        }

        int indent = line.Length - line.AsSpan().TrimStart(' ').Length;
        string hanging = new(' ', indent + SignLength(line.AsSpan(indent)));
        laid.Append(' ', indent);
        int column = indent;
        bool isFirst = true;
        foreach (string word in line[indent..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            bool isFull = !isFirst && column + 1 + word.Length > Width && column > hanging.Length;
            laid.Append(isFull ? "\n" + hanging : isFirst ? "" : " ").Append(word);
            column = (isFull ? hanging.Length : isFirst ? column : column + 1) + word.Length;
            isFirst = false;
        }

        laid.Append('\n');
    }

    // Of `* `, `- `, `> `, `12. ` and `[12] `; none otherwise.
    private static int SignLength(ReadOnlySpan<char> text)
    {
        int bracket = text is ['[', ..] ? 1 : 0;
        int digits = text[bracket..].IndexOfAnyExceptInRange('0', '9');
        return text is ['*' or '-' or '>', ' ', ..] ? 2
            : digits is > 0 and <= 3 && text[(bracket + digits)..] is ['.' or ']', ' ', ..] ? bracket + digits + 2
            : 0;
    }
}
