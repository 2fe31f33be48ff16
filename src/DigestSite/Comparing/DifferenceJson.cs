using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace DigestSite.Comparing;

/// <summary>A difference for programs: one JSON object in snake case, whole and unabridged.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(SiteDifference))]
internal sealed partial class DifferenceJson : JsonSerializerContext
{
    public static string Of(SiteDifference difference) =>
        JsonSerializer.Serialize(difference, new DifferenceJson(new(Default.Options) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) }).SiteDifference) + "\n";
}
