namespace DigestSite.Cli.Serve;

/// <summary>What a file is sent as, by its extension.</summary>
internal static class ContentType
{
    public const string Html = "text/html; charset=utf-8";

    public static string Of(OutputFile file) => Path.GetExtension(file.Path.FilePath) switch
    {
        ".html" or ".htm" => Html,
        ".css" => "text/css; charset=utf-8",
        ".js" or ".mjs" => "text/javascript; charset=utf-8",
        ".txt" => "text/plain; charset=utf-8",
        ".md" => "text/markdown; charset=utf-8",
        ".csv" => "text/csv; charset=utf-8",
        ".xml" or ".opml" or ".xsl" => "application/xml; charset=utf-8",
        ".rss" => "application/rss+xml; charset=utf-8",
        ".atom" => "application/atom+xml; charset=utf-8",
        ".json" or ".map" => "application/json; charset=utf-8",
        ".webmanifest" => "application/manifest+json; charset=utf-8",
        ".svg" => "image/svg+xml; charset=utf-8",
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".bib" => "text/plain; charset=utf-8",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        ".avif" => "image/avif",
        ".ico" => "image/x-icon",
        ".woff" => "font/woff",
        ".woff2" => "font/woff2",
        ".ttf" => "font/ttf",
        ".otf" => "font/otf",
        ".mp4" => "video/mp4",
        ".webm" => "video/webm",
        ".pdf" => "application/pdf",
        ".wasm" => "application/wasm",
        _ => "application/octet-stream",
    };
}
