using System.Buffers;
using System.Text.Json;

namespace DigestSite.Pages;

/// <summary>What a phone needs to put the site on its home screen (https://www.w3.org/TR/appmanifest/).</summary>
internal static class WebManifest
{
    public static ReadOnlyMemory<byte> Write(SiteSettings settings)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("name", settings.Title);
            json.WriteString("description", settings.Description);
            json.WriteString("lang", settings.Language);
            json.WriteString("start_url", settings.BaseUrl.Href(Routes.Home));
            json.WriteString("scope", settings.BaseUrl.Href(Routes.Home));
            json.WriteString("display", "minimal-ui");
            json.WriteStartArray("icons");
            WriteIcon(json, settings, "assets/icon.svg", "image/svg+xml", "any");
            WriteIcon(json, settings, "assets/icon-180.png", "image/png", "180x180");
            WriteIcon(json, settings, "assets/icon-512.png", "image/png", "512x512");
            json.WriteEndArray();
            json.WriteEndObject();
        }

        bytes.Write("\n"u8);
        return bytes.WrittenMemory;
    }

    private static void WriteIcon(Utf8JsonWriter json, SiteSettings settings, string path, string type, string sizes)
    {
        json.WriteStartObject();
        json.WriteString("src", settings.BaseUrl.Href(new SitePath(path)));
        json.WriteString("type", type);
        json.WriteString("sizes", sizes);
        json.WriteEndObject();
    }
}
