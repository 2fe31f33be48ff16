namespace DigestSite.Tex;

/// <summary>Addresses within text: they are shown as they are, whatever their characters mean to TeX.</summary>
internal static class Addresses
{
    private static readonly string[] Starts = ["https://", "http://", "www.", "github.com/", "gitlab.com/", "huggingface.co/"];

    /// <summary>Where the address that starts at <paramref name="start"/> ends, without the punctuation of its sentence; <paramref name="start"/> when none does.</summary>
    public static int EndAt(string text, int start)
    {
        if (text[start] is not ('h' or 'w' or 'g' or 'H') || (start > 0 && char.IsAsciiLetterOrDigit(text[start - 1])))
        {
            return start;
        }

        int prefix = 0;
        foreach (string s in Starts)
        {
            if (string.Compare(text, start, s, 0, s.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                prefix = s.Length;
            }
        }

        int end = start + prefix;
        if (prefix == 0)
        {
            return start;
        }

        while (end < text.Length && (text[end] is > ' ' and < '\u007F' and not ('{' or '}' or '<' or '>' or '"' or '\\' or '^' or '`' or '|' or '$')
            || (text[end] == '\\' && TexText.At(text, end + 1) is '_' or '#' or '%' or '&')))
        {
            end += text[end] == '\\' ? 2 : 1;
        }

        while (end > start + prefix && (text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '*' or '[' or ']'
            || (text[end - 1] == ')' && !text.AsSpan(start, end - start).Contains('('))))
        {
            end--;
        }

        return end;
    }

    /// <summary>Whether all of <paramref name="text"/> is an address, perhaps with the full stop of its sentence.</summary>
    public static bool IsAddress(string text)
    {
        string trimmed = text.Trim();
        return trimmed.Length > 0 && EndAt(trimmed, 0) is var end && end > 0 && trimmed.AsSpan(end).Trim("./,;").Length == 0;
    }

    /// <summary>An address as a browser takes it: escapes of TeX undone, a scheme put first; null unless it is http(s).</summary>
    public static string? ToUrl(string text)
    {
        string url = text.Trim().Replace("\\", "", StringComparison.Ordinal);
        if (!url.Contains("://", StringComparison.Ordinal))
        {
            url = "https://" + url;
        }

        return Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" && uri.HostNameType == UriHostNameType.Dns && uri.UserInfo.Length == 0 && uri.Host.Contains('.', StringComparison.Ordinal)
            ? uri.AbsoluteUri
            : null;
    }
}
