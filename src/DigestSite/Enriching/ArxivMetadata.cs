using System.IO.Compression;
using System.Text;
using DigestSite.Diagnostics;
using DigestSite.Dumps;
using DigestSite.Papers;

namespace DigestSite.Enriching;

/// <summary>Finds wanted titles in arXiv's metadata, whichever form it has: the snapshot, plain or as .gz, or an answer of the API.</summary>
internal sealed class ArxivMetadata(WantedTitles wanted, DiagnosticBag diagnostics, Action<string>? progress = null)
{
    private const int HeadLength = 512;

    /// <summary>How many papers were looked at; null when there was nothing to look at, which has then been reported.</summary>
    public int? Read(string path)
    {
        string name = path.Replace('\\', '/');
        try
        {
            if (Directory.Exists(path))
            {
                diagnostics.Add(Catalog.Unreadable.At(SourceSpan.File(name), "it is a folder"));
                return null;
            }

            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
            return file.CanSeek ? Read(file, path, name) : Scan(file, name);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            string reason = failure switch
            {
                UnauthorizedAccessException => "permission is missing",
                FileNotFoundException or DirectoryNotFoundException => "there is no such file",
                _ => failure.Message,
            };
            Diagnostic fault = Catalog.Unreadable.At(SourceSpan.File(name), reason);
            diagnostics.Add(failure is FileNotFoundException or DirectoryNotFoundException ? fault with { WayOut = "check the name, and that it is written as seen from this folder" } : fault);
            return null;
        }
    }

    /// <summary>Reads a snapshot from a stream that is read once, from its beginning.</summary>
    public int? Scan(Stream stream, string name)
    {
        var scan = new SnapshotScan(name, wanted, diagnostics);
        return scan.Read(new ByteLines(stream), progress) ? scan.Records : null;
    }

    private int? Read(FileStream file, string path, string name)
    {
        byte[] head = new byte[HeadLength];
        int length = file.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false);
        file.Position = 0;
        switch (head.AsSpan(0, length))
        {
            case [0x1F, 0x8B, ..]:
                using (var plain = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true))
                {
                    return Scan(plain, name);
                }

            case [(byte)'P', (byte)'K', 3, 4, ..]:
                diagnostics.Add(Catalog.NoArxivMetadata.At(SourceSpan.File(name), "it is a zip archive", $"unpack it on the way: `unzip -p {name} | digest enrich --arxiv -`"));
                return null;

            default:
                return IsAnswer(head.AsSpan(0, length)) ? ReadAnswer(path, name) : Scan(file, name);
        }
    }

    // A snapshot is no dump, and its first line alone may be longer than what a dump is known by.
    private static bool IsAnswer(ReadOnlySpan<byte> head)
    {
        var text = new SourceText("", Encoding.UTF8.GetString(head));
        return text.Text.AsSpan().TrimStart("\uFEFF \t\r\n") is not ['{', ..] && DumpReader.FormatOf(text) is DumpFormat.Arxiv or DumpFormat.DailyPapers;
    }

    private int? ReadAnswer(string path, string name)
    {
        if (InputFile.Read(path, name, diagnostics) is not { } bytes
            || DumpFile.Decode(name, bytes, diagnostics) is not { } source
            || DumpReader.Read(name, source, diagnostics) is not { } answer)
        {
            return null;
        }

        Listing[] listings = [.. answer.Listings.Where(l => l.Arxiv is not null)];
        foreach (Listing listing in listings)
        {
            wanted.Add(new(listing.Arxiv!, listing.Title, listing.Published?.Full, listing.Authors.Count > 0 ? listing.Authors.Count : null));
        }

        return listings.Length;
    }
}
