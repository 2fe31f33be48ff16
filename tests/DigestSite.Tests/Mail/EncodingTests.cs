using System.Text;
using System.Text.RegularExpressions;
using DigestSite.Mail;
using FsCheck;
using FsCheck.Fluent;

namespace DigestSite.Tests.Mail;

public class EncodingTests
{
    [Theory]
    [InlineData("a=b", "a=3Db\r\n")]
    [InlineData("é", "=C3=A9\r\n")]
    [InlineData("end \nmore", "end=20\r\nmore\r\n")]
    [InlineData(".\n.x", "=2E\r\n=2Ex\r\n")]
    [InlineData("From here", "=46rom here\r\n")]
    [InlineData("Fromage", "Fromage\r\n")]
    [InlineData("\n\nx\n", "\r\n\r\nx\r\n")]
    public void Quoted_printable_leaves_nothing_that_a_server_would_change(string text, string expected) => Assert.Equal(expected, QuotedPrintable(text));

    [Fact]
    public void A_line_of_seventy_six_needs_no_soft_end() => Assert.Equal(new string('x', 76) + "\r\n", QuotedPrintable(new string('x', 76)));

    [Fact]
    public void Any_text_comes_back_from_short_lines() => Prop.ForAll(ArbMap.Default.ArbFor<UnicodeLines>(), lines =>
    {
        string encoded = QuotedPrintable(lines.Text);
        Assert.All(encoded.Split("\r\n"), l => Assert.InRange(l.Length, 0, 76));
        Assert.All(encoded.Split("\r\n"), l => Assert.DoesNotMatch("[ \\t.]$|^\\.|^From ", l.Length > 0 && l[^1] == '.' ? "" : l));
        Assert.Equal(lines.Text.TrimEnd('\n') + (lines.Text.Length > 0 ? "\n" : ""), Message.Decoded(encoded).TrimEnd('\n') + (lines.Text.Length > 0 ? "\n" : ""));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Plain words: 3 papers", "Plain words: 3 papers")]
    [InlineData("Größe", "=?utf-8?Q?Gr=C3=B6=C3=9Fe?=")]
    [InlineData("=?utf-8?Q?x?=", "=?utf-8?Q?=3D=3Futf-8=3FQ=3Fx=3F=3D?=")]
    [InlineData("two  spaces", "=?utf-8?Q?two__spaces?=")]
    public void A_subject_is_encoded_only_where_it_must_be(string subject, string expected) => Assert.Equal(expected, HeaderField.Unstructured(subject));

    [Theory]
    [InlineData("Plain words", "Plain words")]
    [InlineData("Words, with signs.", "\"Words, with signs.\"")]
    [InlineData("Größe (neu)", "=?utf-8?Q?Gr=C3=B6=C3=9Fe_=28neu=29?=")]
    public void A_name_is_quoted_or_encoded(string name, string expected) => Assert.Equal(expected, HeaderField.Phrase(name));

    [Fact]
    public void Any_subject_is_folded_into_encoded_words_that_come_back() => Prop.ForAll(ArbMap.Default.ArbFor<UnicodeLines>(), lines =>
    {
        string subject = MailWords.Line(lines.Text + " é", 400);
        var field = new StringBuilder();
        HeaderField.Write("Subject", HeaderField.Unstructured(subject), field);
        Assert.All(field.ToString().TrimEnd().Split("\r\n"), l => Assert.InRange(l.Length, 1, 76));
        string joined = Regex.Replace(field.ToString()["Subject: ".Length..].Trim(), @"\?=\s+=\?utf-8\?Q\?", "", RegexOptions.None, TimeSpan.FromSeconds(5));
        Assert.Equal(subject, Message.Decoded(joined["=?utf-8?Q?".Length..^2].Replace('_', ' ')));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_header_takes_a_line_end() =>
        Assert.Throws<ArgumentException>(() => HeaderField.Write("Subject", "x\r\nBcc: y", new StringBuilder()));

    [Fact]
    public void Plain_text_is_wrapped_behind_the_sign_of_a_list_and_addresses_stay_whole()
    {
        string address = "https://host.example/" + new string('x', 80);
        string words = string.Join(' ', Enumerable.Repeat("word", 20));
        Assert.Equal(
            $"""
            {string.Join(' ', Enumerable.Repeat("word", 14))}
            {string.Join(' ', Enumerable.Repeat("word", 6))}

            * {string.Join(' ', Enumerable.Repeat("word", 14))}
              {string.Join(' ', Enumerable.Repeat("word", 6))}
              {address}
            [12] {address}
            12. {address}
            {address}

            """,
            PlainLayout.Of($"\n\n{words}  \n\n\n\n* {words}\n  {address}\n[12] {address}\n12. {address}\n{address}\n\n\n"));
        Assert.Equal("x\n-- \ny\n", PlainLayout.Of("x\n--\ny"));
    }

    private static string QuotedPrintable(string text)
    {
        var target = new StringBuilder();
        DigestSite.Mail.QuotedPrintable.Write(text, target);
        return target.ToString();
    }

    /// <summary>Text of any script in lines, without what no message has.</summary>
    public sealed record UnicodeLines(NonNull<string> Any)
    {
        public string Text => string.Join('\n', Any.Get.Split('\n').Select(MailWords.Clean)) + " .é漢\U0001F600 ";
    }
}
