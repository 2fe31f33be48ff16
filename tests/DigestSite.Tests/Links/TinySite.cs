using System.Text;
using DigestSite.Diagnostics;
using DigestSite.Links;

namespace DigestSite.Tests.Links;

/// <summary>A site written as address and text, and what the proof says of it: <c>DS510 index.html(1,10) /digest/nowhere/</c>, the text being what the caret marks.</summary>
internal static class TinySite
{
    public const string UnderPath = "https://owner.github.io/digest/";
    public const string AtRoot = "https://digest.owner.org/";

    public static IReadOnlyList<OutputFile> Files(params (string Path, string Text)[] files) =>
        [.. files.Select(f => new OutputFile(new SitePath(f.Path), Encoding.UTF8.GetBytes(f.Text), "templates/" + (f.Path.Length == 0 ? "home" : f.Path.Trim('/').Replace('/', '-')) + ".hbs"))];

    public static string[] Verdicts(string baseUrl, params (string Path, string Text)[] files) =>
        [.. Told(baseUrl, files).Select(Line)];

    /// <summary>One home page with this body, beside a page, a file and a picture to link to.</summary>
    public static string[] Home(string body) => Verdicts(UnderPath, [("", body), .. Neighbours]);

    public static (string Path, string Text)[] Neighbours { get; } =
    [
        ("papers/x/", "<h1 id=\"Title\">X</h1>"), ("about/", "<p id=\"me\">"), ("plain.html", "<p>"), ("assets/a-b.png", ""), ("assets/site.css", ""), ("feed.xml", "<rss/>"),
    ];

    public static IReadOnlyList<Diagnostic> Told(string baseUrl, params (string Path, string Text)[] files)
    {
        var bag = new DiagnosticBag();
        LinkProof.Check(Files(files), Samples.Base(baseUrl), bag);
        return bag.InOrder();
    }

    /// <summary>Asserts that there is one verdict, with this id, at this text.</summary>
    public static void IsTold(string[] verdicts, string id, string marked)
    {
        string only = Assert.Single(verdicts);
        Assert.Equal((id, marked), (only[..5], only[(only.IndexOf(") ", StringComparison.Ordinal) + 2)..]));
    }

    private static string Line(Diagnostic d)
    {
        string line = d.Span.LineText ?? "";
        int start = Math.Clamp(d.Span.Column - 1, 0, line.Length);
        string marked = line.Substring(start, Math.Clamp(d.Span.Length, 0, line.Length - start));
        return $"{d.Id} {d.Span.FileName["site/".Length..]}({d.Span.Line},{d.Span.Column}) {marked}";
    }
}
