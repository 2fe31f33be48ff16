using System.Net;
using System.Text;
using System.Text.Json;

namespace DigestSite.Cli.Serve;

/// <summary>Pages as the server sends them: those of the site with the live script, and the one shown while there is no site.</summary>
internal static class LivePage
{
    /// <summary>What stands under here is the server's own; no page of a site begins with a dot.</summary>
    public const string Reserved = "/.digest/";
    public const string ScriptPath = Reserved + "live.js";
    public const string EventsPath = Reserved + "events";

    public static ReadOnlyMemory<byte> Script { get; } = ReadScript();

    /// <summary>A page with the script that keeps it up to date, before its end. The site's own bytes are left alone.</summary>
    public static ReadOnlyMemory<byte> WithScript(ReadOnlyMemory<byte> page, PageState state)
    {
        byte[] script = Encoding.UTF8.GetBytes($"<script src=\"{ScriptPath}\" data-state='{Json(state)}'></script>\n");
        int end = page.Span.LastIndexOf("</body>"u8);
        int at = end < 0 ? page.Length : end;
        var whole = new byte[page.Length + script.Length];
        page.Span[..at].CopyTo(whole);
        script.CopyTo(whole.AsSpan(at));
        page.Span[at..].CopyTo(whole.AsSpan(at + script.Length));
        return whole;
    }

    /// <summary>The page shown until a first build succeeds.</summary>
    public static ReadOnlyMemory<byte> WithoutSite(PageState state)
    {
        string errors = WebUtility.HtmlEncode(string.Join("\n\n", state.Errors));
        return WithScript(
            Encoding.UTF8.GetBytes(
                $$"""
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>There is no site yet</title>
                <style>:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif } body { margin: 2rem } pre { overflow: auto }</style>
                </head>
                <body>
                <main>
                <h1>There is no site yet</h1>
                <p>The sources have errors. When they are mended, the site is shown here.</p>
                <pre tabindex="0">{{errors}}</pre>
                </main>
                </body>
                </html>

                """),
            state);
    }

    /// <summary>The state as one line of JSON that is safe in an attribute between single quotes: the encoder escapes <c>'</c>, <c>&amp;</c> and <c>&lt;</c>.</summary>
    public static string Json(PageState state) => JsonSerializer.Serialize(state, JsonSerializerOptions.Web);

    private static byte[] ReadScript()
    {
        using Stream stream = typeof(LivePage).Assembly.GetManifestResourceStream("live.js")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
