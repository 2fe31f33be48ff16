using System.Text;
using DigestSite.Diagnostics;
using DigestSite.Dumps;
using FsCheck;
using FsCheck.Fluent;

namespace DigestSite.Tests.Dumps;

public class DumpFileTests
{
    private const string Name = "content/dumps/sample.txt";
    private const string Text = "Nov 3\r\n\r\nGrokking – naïve 深層 \U0001F600\n";

    [Fact]
    public void UTF_8_is_read_with_and_without_a_byte_order_mark()
    {
        Assert.Equal(Text, DecodeClean(Encoding.UTF8.GetBytes(Text)));
        Assert.Equal(Text, DecodeClean([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)]));
    }

    [Fact]
    public void UTF_16_is_read_by_its_byte_order_mark()
    {
        Assert.Equal(Text, DecodeClean([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)]));
        Assert.Equal(Text, DecodeClean([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)]));
    }

    [Theory]
    [Provokes("DS101")]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData(" \r\n\t\n\u00A0\u200B\n")]
    public void An_empty_dump_is_reported(string text)
    {
        (SourceText? source, IReadOnlyList<Diagnostic> said) = Decode(Encoding.UTF8.GetBytes(text));
        Assert.Null(source);
        Assert.Equal(
            """
            content/dumps/sample.txt: error DS101: the dump is empty
              = save the text of the listing page in this file, or delete the file
            """,
            Assert.Single(said).ToString());
    }

    [Fact]
    [Provokes("DS102")]
    public void A_file_with_a_NUL_is_reported_as_binary()
    {
        (SourceText? source, IReadOnlyList<Diagnostic> said) = Decode("PK\u0003\u0004\0\0"u8);
        Assert.Null(source);
        Assert.Equal(
            """
            content/dumps/sample.txt: error DS102: this is not a text file: a NUL stands at character 5
              = save the listing page as plain text in UTF-8, or delete the file
            """,
            Assert.Single(said).ToString());
    }

    [Fact]
    [Provokes("DS102")]
    public void A_file_of_bytes_that_are_no_text_is_reported_as_binary()
    {
        (SourceText? source, IReadOnlyList<Diagnostic> said) = Decode([0xFF, 0xD8, 0xFF, 0xE0, 0x10, (byte)'J', (byte)'F']);
        Assert.Null(source);
        Assert.Equal("this is not a text file: 5 of 7 characters are none of any text", Assert.Single(said).Message);
    }

    [Fact]
    [Provokes("DS103")]
    public void Invalid_bytes_are_replaced_and_reported_once_a_line()
    {
        byte[] bytes = Encoding.Latin1.GetBytes("Nov 3\n\nA naïve and soupçonneux title\n\nIts abstract is long enough, détente.\n");
        (SourceText? source, IReadOnlyList<Diagnostic> said) = Decode(bytes);
        Assert.Equal("Nov 3\n\nA na\uFFFDve and soup\uFFFDonneux title\n\nIts abstract is long enough, d\uFFFDtente.\n", source!.Text);
        Assert.Equal([(3, 5), (5, 31)], said.Select(d => (d.Span.Line, d.Span.Column)));
        Assert.Equal(
            """
            content/dumps/sample.txt(3,5): warning DS103: this is not valid UTF-8; U+FFFD stands in its place
              | A na�ve and soup�onneux title
              |     ^
              = save the file as UTF-8, or type the character anew
            """,
            said[0].ToString());
    }

    [Fact]
    [Provokes("DS103")]
    public void A_cut_or_lone_half_of_a_UTF_16_character_is_replaced_and_reported()
    {
        string text = string.Concat(Enumerable.Repeat("Grokking ", 9));
        (SourceText? source, IReadOnlyList<Diagnostic> said) = Decode([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text), 0x00, 0xD8, 0x0A, 0x00, 0x41]);
        Assert.Equal(text + "\uFFFD\n\uFFFD", source!.Text);
        Assert.Equal([(1, 82), (2, 1)], said.Select(d => (d.Span.Line, d.Span.Column)));
        Assert.StartsWith("this is not valid UTF-16", said[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_replacement_character_that_the_file_has_itself_is_no_fault() =>
        Assert.Equal("so \uFFFD it is", DecodeClean("so \uFFFD it is"u8));

    [Fact]
    public void Any_bytes_give_a_text_or_an_error() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            (SourceText? source, IReadOnlyList<Diagnostic> said) = Decode(bytes);
            Assert.Equal(source is null, said.Any(d => d.Severity == Severity.Error));
            Assert.True(source is null || source.Text == Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF') || bytes[0] >= 0xFE);
        }).QuickCheckThrowOnFailure();

    private static string DecodeClean(ReadOnlySpan<byte> bytes)
    {
        (SourceText? source, IReadOnlyList<Diagnostic> said) = Decode(bytes);
        Assert.Empty(said);
        Assert.Equal(Name, source!.Name);
        return source.Text;
    }

    private static (SourceText? Source, IReadOnlyList<Diagnostic> Said) Decode(ReadOnlySpan<byte> bytes)
    {
        var diagnostics = new DiagnosticBag();
        return (DumpFile.Decode(Name, bytes, diagnostics), diagnostics.InOrder());
    }
}
