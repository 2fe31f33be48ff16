using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace DigestSite.Tests;

/// <summary>A JSON Schema that is made from the code and committed for those who have only the files.</summary>
internal static class CommittedSchema
{
    // Read by people; never embedded in HTML.
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>The text of the file.</summary>
    public static string Text(string title, JsonObject schema)
    {
        schema.Insert(0, "title", title);
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        return schema.ToJsonString(Readable) + "\n";
    }

    /// <summary>Asserts that the file holds <paramref name="text"/>; writes it there first where the environment asks for it.</summary>
    public static void AssertIs(string text, string file)
    {
        if (Environment.GetEnvironmentVariable("DIGEST_UPDATE_SCHEMAS") == "1")
        {
            File.WriteAllText(file, text);
        }

        Assert.True(File.Exists(file), $"{file} is missing; run the tests with DIGEST_UPDATE_SCHEMAS=1 and commit what they write");
        Assert.Equal(text, File.ReadAllText(file).ReplaceLineEndings("\n"));
    }
}
