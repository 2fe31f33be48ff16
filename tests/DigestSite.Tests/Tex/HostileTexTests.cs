using System.Xml.Linq;
using DigestSite.Tex;
using FsCheck;
using FsCheck.Fluent;

namespace DigestSite.Tests.Tex;

public class HostileTexTests
{
    private static readonly string[] Fragments =
    [
        "a", "x", "R", "12", "0.5", " ", "  ", "\n", "{", "}", "(", ")", "[", "]", "$", "$$", "^", "_", "\\", "~", "`", "``", "''", "'", "\"", "-", "--", "---", "%", "&", "<", ">", "<script>", "</", "&amp;", "\\(", "\\)",
        "\\frac", "\\sqrt", "\\left", "\\right", "\\text", "\\textbf{", "\\href{", "https://x.org/a", "\\cite{", "\\color{", "\\'", "\\\"", "\\c", "\\mathcal", "\\hat", "\\alpha", "\\times", "\\unknown", "times", "sim", "pm", "Phi", "left(",
        "right)", "mathcal{", "pi", "theta", "ell", "bf ", "sqrt[", "O(", "in ", "to", "mu", "bullet", "circ", "magenta{", "é", "π", "∈", "\u0301", "\U0001F600", "\uD835", "\uDC00", "\u0001", "\u0085", "\uFFFE", "漢",
    ];

    private static Arbitrary<string> AnyText { get; } = Gen.Elements(Fragments).ListOf().Select(parts => string.Concat(parts)).ToArbitrary();

    [Fact]
    public void Any_text_becomes_well_formed_html_of_few_elements()
    {
        string[] allowed = ["body", "a", "strong", "em", "code", "sup", "sub", "math", "mrow", "mi", "mn", "mo", "mfrac", "msqrt", "mroot", "msup", "msub", "mspace"];
        Prop.ForAll(AnyText, text =>
        {
            string markup = ReadableText.Of(text).Html.Markup;
            var body = XElement.Parse("<body>" + markup.Replace("&#39;", "'", StringComparison.Ordinal) + "</body>");
            return body.DescendantsAndSelf().All(e => allowed.Contains(e.Name.LocalName)
                && e.Attributes().All(a => a.Name.LocalName is "rel" or "linethickness" or "width" || (a.Name.LocalName == "href" && a.Value.StartsWith("http", StringComparison.Ordinal))));
        }).Check(Cases.Of(2000));
    }

    [Fact]
    public void No_control_character_comes_of_text_that_has_none() =>
        Prop.ForAll(AnyText, text =>
        {
            ReadableText read = ReadableText.Of(text);
            return read.Plain.Where(char.IsControl).All(c => text.Contains(c, StringComparison.Ordinal)) && !read.Html.Markup.Any(c => char.IsControl(c) && c is not ('\n' or '\t'));
        }).Check(Cases.Of(1000));

    [Fact]
    public void Html_and_plain_text_are_changed_together() =>
        Prop.ForAll(AnyText, text => ReadableText.Of(text) is var read && (read.IsChanged || ReferenceEquals(read.Plain, text)))
            .Check(Cases.Of(1000));

    [Theory]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("$")]
    [InlineData("^")]
    [InlineData("_")]
    [InlineData("\\")]
    [InlineData("`")]
    [InlineData("a^")]
    [InlineData("^{")]
    [InlineData("\\frac{")]
    [InlineData("{\\em ")]
    [InlineData("\\\"a")]
    [InlineData("\\href{")]
    [InlineData("$\\text{")]
    [InlineData("left(")]
    [InlineData("sqrt[")]
    [InlineData("mathcal{")]
    [InlineData("https://a{")]
    [InlineData("\\(")]
    [InlineData("sim 10 ")]
    [InlineData("5.30 pm 6 ")]
    [InlineData("Phi ")]
    [InlineData("x~y")]
    [InlineData("$1^a ")]
    [InlineData("''a ")]
    [InlineData("\"a ")]
    public void A_long_run_of_anything_is_read_to_its_end(string run)
    {
        // What took more than linear time would not end within the hour at this length.
        ReadableText read = ReadableText.Of(string.Concat(Enumerable.Repeat(run, 1_000_000 / run.Length)));
        Assert.NotEmpty(read.Html.Markup + "x");
    }
}
