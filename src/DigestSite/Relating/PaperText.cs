using DigestSite.Papers;

namespace DigestSite.Relating;

/// <summary>How a word follows the one before it.</summary>
internal enum Joint
{
    /// <summary>Something stands between them: a comma, a bracket, the end of a sentence.</summary>
    Apart,

    Space,

    Hyphen,
}

/// <summary>The words of one paper, in order.</summary>
/// <param name="Words">Each the number of its form times four, and its <see cref="Joint"/>.</param>
/// <param name="InTitle">How many of them are the title's.</param>
internal sealed record PaperText(int[] Words, int InTitle)
{
    public static PaperText Of(Paper paper, WordForms forms, List<int> buffer)
    {
        buffer.Clear();
        Read(paper.Title, true, forms, buffer);
        int inTitle = buffer.Count;
        Read(paper.Abstract ?? "", false, forms, buffer);
        return new([.. buffer], inTitle);
    }

    public static int Form(int word) => word >> 2;

    public static Joint JointOf(int word) => (Joint)(word & 3);

    private static void Read(ReadOnlySpan<char> text, bool inTitle, WordForms forms, List<int> words)
    {
        int end = -1;
        for (int start = 0; start < text.Length;)
        {
            if (!IsWord(text[start]))
            {
                start++;
                continue;
            }

            int next = EndOfWord(text, start);
            if (IsAddress(text[start..]))
            {
                int space = text[start..].IndexOf(' ');
                start = space < 0 ? text.Length : start + space;
                end = -1;
                continue;
            }

            Joint joint = start != end + 1 || end < 0 ? Joint.Apart : text[end] switch
            {
                ' ' => Joint.Space,
                '-' or '\u2010' or '\u2011' => Joint.Hyphen,
                _ => Joint.Apart,
            };
            words.Add((forms.Add(text[start..next], inTitle) << 2) | (int)joint);
            start = end = next;
        }
    }

    // `C++` and `C#` are words; so is whatever letters and digits make.
    private static int EndOfWord(ReadOnlySpan<char> text, int start)
    {
        int end = start + 1;
        while (end < text.Length && (IsWord(text[end]) || (text[end] is '+' or '#' && !char.IsAsciiDigit(text[end - 1]))))
        {
            end++;
        }

        return end;
    }

    private static bool IsWord(char c) => c < 128 ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c) || char.IsSurrogate(c);

    // What an address is made of says nothing of the paper.
    private static bool IsAddress(ReadOnlySpan<char> text) =>
        text[0] is 'h' or 'w' && (text.StartsWith("http://", StringComparison.Ordinal) || text.StartsWith("https://", StringComparison.Ordinal) || text.StartsWith("www.", StringComparison.Ordinal));
}
