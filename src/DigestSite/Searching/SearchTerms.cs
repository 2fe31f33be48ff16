using System.Buffers;
using System.Globalization;
using System.Text;
using DigestSite.Papers;

namespace DigestSite.Searching;

/// <summary>
/// Text as the search page sees it: NFKD without marks, lower case, in terms. A term is a run of letters and digits, with the <c>+</c> or
/// <c>#</c> that follow it. Two terms joined by a hyphen are a third one, written together, so that <c>fine-tuning</c> is found as
/// <c>finetuning</c> too.
/// </summary>
/// <remarks>assets/search-minisearch.js takes what readers type apart in the same way.</remarks>
internal sealed class SearchTerms
{
    /// <summary>What nearly every abstract has; the page is told of them, so that it does not ask for them.</summary>
    public static readonly string[] Stop = """
        a about across after all also although an and any are as at be because been before being between both but by can could do does
        during each et al for from had has have having here how however if in into is it its itself may more most much must no nor not
        of off often on one only or other our out over own same should show shown shows since so some still such than that the their
        them then there these they this those through thus to too under until up upon us use used uses using very via was we well were
        what when where whether which while who whose why will with within without would yet you your paper propose proposed
        introduce introduces introducing novel results result demonstrate demonstrates demonstrating existing recent recently https http
        github com experiments experimental framework methods method based significantly significant approach approaches extensive
        achieves achieve achieving available further furthermore moreover outperforms outperforming different specific specifically
        including include address addresses effective effectively effectiveness comprehensive present presents first two three work works
        applications compared various remains current strong ability designed improve improves improved improving improvement improvements
        provide provides providing findings additionally enable enables enabling challenge challenges challenging leveraging leverage
        leverages potential limited limitations previous prior new better study studies multiple diverse consistently scenarios highly
        crucial critical key due despite substantially substantial increasingly enhance enhances enhancing techniques evaluate evaluated
        evaluation capabilities capability respectively called named known need needs
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    // A name or word beyond this is no word; a term of the page is never longer.
    private const int LongestTerm = 40;

    // What nearly all terms are made of.
    private static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    private static readonly HashSet<string> StopSet = new(Stop, StringComparer.Ordinal);

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _known;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _stop = StopSet.GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly StringBuilder _text = new();
    private bool _isName;
    private char[] _folded = new char[4096];

    public SearchTerms() => _known = _seen.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The terms of the texts in order, each once, without those that nearly every abstract has, between single spaces.</summary>
    /// <param name="known">Texts whose terms are left out.</param>
    public string Distinct(IEnumerable<string> texts, params IEnumerable<string> known) => Distinct(texts, known, isName: false);

    /// <summary>As for texts, with every word: names such as An and So are some.</summary>
    public string DistinctNames(IEnumerable<string> names, string known) => Distinct(names, [known], isName: true);

    private string Distinct(IEnumerable<string> texts, IEnumerable<string> known, bool isName)
    {
        _isName = isName;
        _seen.Clear();
        foreach (string text in known)
        {
            Read(text);
        }

        _text.Clear();
        foreach (string text in texts)
        {
            Read(text);
        }

        return _text.ToString();
    }

    private void Read(string text)
    {
        int length = Fold(text);
        ReadOnlySpan<char> folded = _folded.AsSpan(0, length);
        int first = 0, count = 0;
        for (int start = 0; start < length;)
        {
            int end = folded[start..].IndexOfAnyExcept(Plain) is var other and >= 0 ? start + other : length;
            while (end < length && IsTermPart(folded, start, end))
            {
                end++;
            }

            if (end == start)
            {
                start++;
                continue;
            }

            Take(folded[start..end]);
            (first, count) = count == 0 ? (start, 1) : (first, count + 1);
            bool isJoined = end + 1 < length && folded[end] == '-' && char.IsLetterOrDigit(folded[end + 1]);
            if (!isJoined)
            {
                TakeJoined(folded[first..end], count);
                count = 0;
            }

            start = isJoined ? end + 1 : end;
        }
    }

    // Longer compounds are phrases: nobody writes those together.
    private void TakeJoined(ReadOnlySpan<char> compound, int count)
    {
        int hyphen = count == 2 ? compound.IndexOf('-') : -1;
        if (hyphen > 0)
        {
            Span<char> joined = stackalloc char[LongestTerm + 1];
            if (compound.Length - 1 <= LongestTerm)
            {
                compound[..hyphen].CopyTo(joined);
                compound[(hyphen + 1)..].CopyTo(joined[hyphen..]);
                Take(joined[..(compound.Length - 1)]);
            }
        }
    }

    private static bool IsTermPart(ReadOnlySpan<char> text, int start, int at) =>
        text[at] is '+' or '#'
            ? at > start && !char.IsDigit(text[at - 1])
            : (char.IsLetterOrDigit(text[at]) || char.IsSurrogate(text[at])) && (at == start || text[at - 1] is not ('+' or '#'));

    // A single letter or a number says nothing of what a paper is about.
    private void Take(ReadOnlySpan<char> term)
    {
        if (term.Length is < 2 or > LongestTerm || !term.ContainsAnyExceptInRange('0', '9') || (!_isName && _stop.Contains(term)) || !_known.Add(term))
        {
            return;
        }

        _text.Append(_text.Length > 0 ? " " : "").Append(term);
    }

    private int Fold(string text)
    {
        string normal = TextFolding.Normalize(text, NormalizationForm.FormKD);
        if (_folded.Length < normal.Length)
        {
            _folded = new char[2 * normal.Length];
        }

        if (Ascii.ToLower(normal, _folded, out int length) == OperationStatus.Done)
        {
            return length;
        }

        length = 0;
        foreach (char c in normal)
        {
            if (char.IsAscii(c))
            {
                _folded[length++] = char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
            }
            else if (char.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark))
            {
                _folded[length++] = c is '\u2010' or '\u2011' ? '-' : char.ToLowerInvariant(c);
            }
        }

        return length;
    }
}
