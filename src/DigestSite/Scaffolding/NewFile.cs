using System.Text;

namespace DigestSite.Scaffolding;

/// <summary>A file to be written where there is none.</summary>
/// <param name="Path">Below the folder that it is written to, with slashes: <c>content/site.yml</c>.</param>
/// <param name="Bytes">All that it holds.</param>
internal sealed record NewFile(string Path, ReadOnlyMemory<byte> Bytes)
{
    public static NewFile OfText(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
