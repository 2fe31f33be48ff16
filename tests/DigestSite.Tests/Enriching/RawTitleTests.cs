using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DigestSite.Enriching;
using DigestSite.Papers;
using FsCheck;
using FsCheck.Fluent;

namespace DigestSite.Tests.Enriching;

public class RawTitleTests
{
    private static readonly string[] Pieces =
    [
        "Grokking", "THE Rise", " ", "  ", "\n  ", "\r\n", "\t", "\f", "\b", "\0", "\u007F", "\u001C", "`", "'", "\"", "\\", "/", "-", "\u2013", "\u2019", "\u00E9", "e\u0301",
        "\u00AD", "\u200B", "\u00A0", "\uFB01", "\u0130", "\u03A3", "$\\alpha$", "\\\"o", "C++", "C#", "\U0001D4D0", "\uD83D", "{", "}", ":", "\uFEFF", "\u2028",
    ];

    private static readonly JsonSerializerOptions[] Writers =
        [new(), new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }];

    [Fact]
    public void Any_title_folds_as_identity_has_it_or_takes_the_slow_way() =>
        Check.One(
            Cases.Of(3000),
            Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary(), title => Writers.All(w => Agrees(title, w))));

    [Theory]
    [InlineData("A plain title", "a plain title")]
    [InlineData(@"Wrapped\n  as arXiv does", "wrapped as arxiv does")]
    [InlineData(@"  Both \""quoted\"" and `ticked` ", "both \"quoted\" and 'ticked'")]
    [InlineData(@"1\/2 of $O(\\log n)$", @"1/2 of $o(\log n)$")]
    [InlineData("", "")]
    public void Ascii_is_folded_as_it_stands(string json, string expected)
    {
        char[] folded = new char[json.Length];
        int length = RawTitle.Fold(Encoding.UTF8.GetBytes(json), folded);
        Assert.Equal(expected, new string(folded, 0, length));
    }

    [Theory]
    [InlineData(@"Schr\u00f6dinger")]
    [InlineData("Schr\u00F6dinger")]
    [InlineData(@"cut off\")]
    public void What_needs_decoding_takes_the_slow_way(string json) =>
        Assert.Equal(-1, RawTitle.Fold(Encoding.UTF8.GetBytes(json), new char[json.Length]));

    private static bool Agrees(string title, JsonSerializerOptions writer)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(title, writer)[1..^1];
        string read = JsonSerializer.Deserialize<string>([(byte)'"', .. json, (byte)'"'])!;
        char[] folded = new char[json.Length];
        int length = RawTitle.Fold(json, folded);
        return length < 0 || new string(folded, 0, length) == TextFolding.FoldTitle(read);
    }
}
