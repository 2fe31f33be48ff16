using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Curation.Yaml;

/// <summary>The shapes that several content files share.</summary>
internal static class Shapes
{
    /// <summary>The form of a slug, but for its greatest length.</summary>
    public const string SlugForm = "[a-z0-9]+(-[a-z0-9]+)*";

    /// <summary>The form of an http or https address, as far as a pattern tells.</summary>
    public const string WebForm = @"[Hh][Tt][Tt][Pp][Ss]?://\S.*";

    /// <summary>Reads a text or refuses it.</summary>
    public delegate bool Parsing<T>(string text, [MaybeNullWhen(false)] out T value);

    /// <summary>A text that is not empty, its white space folded.</summary>
    public static Shape<string> Text { get; } = Parsed("a text", "write some words, without control characters", (string text, [MaybeNullWhen(false)] out string value) =>
    {
        value = text;
        return text.Length > 0 && !text.Any(char.IsControl);
    });

    /// <summary>The id of a theme or tag: it stands in URLs.</summary>
    public static Shape<string> Id { get; } = Parsed("an id", "lower-case letters and digits, in words joined by single hyphens", (string text, [MaybeNullWhen(false)] out string value) =>
    {
        value = text;
        return Slug.TryParse(text, out _);
    }, ScalarSchema.Matching(SlugForm));

    public static Shape<Uri> WebAddress { get; } = Parsed("a web address", "begin it with `https://`", (string text, [MaybeNullWhen(false)] out Uri value) =>
        Uri.TryCreate(text, UriKind.Absolute, out value) && (value.Scheme == Uri.UriSchemeHttp || value.Scheme == Uri.UriSchemeHttps), ScalarSchema.Matching(WebForm));

    public static Shape<bool> Flag { get; } = Parsed("true or false", "write `true` or `false`", (string text, out bool value) =>
    {
        value = text == "true";
        return text is "true" or "false";
    }, ScalarSchema.Flag);

    /// <summary>A day, as <c>2025-11-03</c>.</summary>
    public static Shape<DateOnly> Date { get; } = Parsed("a date", "write it as `2025-11-03`", (string text, out DateOnly value) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value), ScalarSchema.Matching("[0-9]{4}-[0-9]{2}-[0-9]{2}"));

    /// <summary>A text that may go over several lines, which it keeps.</summary>
    public static Shape<string> Markdown { get; } = new TextShape<string>("a text", (string text, SourceSpan span, DiagnosticBag diagnostics, [MaybeNullWhen(false)] out string value) =>
    {
        value = text;
        return MarkdownScreening.Passes(text, span, diagnostics);
    })
    { KeepsLines = true };

    public static Shape<ArxivId> ArxivId { get; } = Parsed<ArxivId>("an arXiv id", "such as `2501.08325`, in quotes so that editors do not take it for a number", Papers.ArxivId.TryParse, ScalarSchema.Matching(Papers.ArxivId.Form));

    /// <summary>Whether it is an absolute http or https address.</summary>
    public static bool IsWebAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    /// <summary>A whole number, both ends included.</summary>
    public static Shape<int> Number(int from, int to)
    {
        string expected = string.Create(CultureInfo.InvariantCulture, $"a whole number from {from} to {to}");
        return Parsed(expected, string.Create(CultureInfo.InvariantCulture, $"write a number such as `{from}`, in digits alone"), (string text, out int value) =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && value >= from && value <= to, ScalarSchema.Number(from, to));
    }

    /// <summary>A text that <paramref name="parsing"/> takes; another is reported with <paramref name="wayOut"/>.</summary>
    public static Shape<T> Parsed<T>(string expected, string wayOut, Parsing<T> parsing, ScalarSchema? schema = null)
        where T : notnull => Parsed(expected, _ => wayOut, parsing, schema);

    /// <summary>The same where the way out depends on what is wrong with the text.</summary>
    public static Shape<T> Parsed<T>(string expected, Func<string, string> wayOut, Parsing<T> parsing, ScalarSchema? schema = null)
        where T : notnull =>
        new TextShape<T>(expected, (string text, SourceSpan span, DiagnosticBag diagnostics, [MaybeNullWhen(false)] out T value) =>
        {
            if (parsing(text, out value))
            {
                return true;
            }

            diagnostics.Add(Catalog.BadValue.At(span, Excerpt(text), expected, wayOut(text)));
            return false;
        }, schema);

    public static Shape<EquatableArray<T>> ListOf<T>(Shape<T> item)
        where T : notnull => new ListShape<T>(item);

    public static Shape<Located<T>> Located<T>(Shape<T> shape)
        where T : notnull => new LocatedShape<T>(shape);

    private static string Excerpt(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
