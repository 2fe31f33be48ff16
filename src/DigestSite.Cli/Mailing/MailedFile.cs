using System.Text;
using DigestSite.Diagnostics;
using DigestSite.Mail;

namespace DigestSite.Cli.Mailing;

/// <summary>content/mailed.tsv, held against other runs. What is written is on the disk before anything is sent.</summary>
internal sealed class MailedFile : IDisposable
{
    private readonly string _path;
    private readonly FileStream? _lock;

    private MailedFile(string path, FileStream? held, MailedLedger ledger) => (_path, _lock, Ledger) = (path, held, ledger);

    public MailedLedger Ledger { get; }

    /// <summary>Null when it is held by another run or cannot be read, which has then been reported.</summary>
    /// <param name="isLookOnly">Whether nothing will be written, so that nobody needs to be kept away.</param>
    public static MailedFile? Open(BuildOptions options, bool isLookOnly, DiagnosticBag diagnostics)
    {
        string path = Path.Combine(options.Content, MailedLedger.Name);
        string name = path.Replace('\\', '/');
        FileStream? held = null;
        try
        {
            held = isLookOnly ? null : new(Path.Combine(options.Content, ".mailed.digest-lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
        }
        catch (UnauthorizedAccessException failure)
        {
            diagnostics.Add(Catalog.NotWritten.At(SourceSpan.File(name), failure.Message));
            return null;
        }
        catch (IOException)
        {
            diagnostics.Add(Catalog.MailBusy.At(SourceSpan.File(name)));
            return null;
        }

        if (Read(path, name, diagnostics) is { } ledger)
        {
            return new(path, held, ledger);
        }

        held?.Dispose();
        return null;
    }

    /// <summary>False when it could not be written and is as it was, which has then been reported.</summary>
    public bool Save(DiagnosticBag diagnostics)
    {
        string beside = _path + ".digest-new";
        try
        {
            using (var file = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                file.Write(Encoding.UTF8.GetBytes(Ledger.Print()));
                file.Flush(flushToDisk: true);
            }

            File.Move(beside, _path, overwrite: true);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(Catalog.NotWritten.At(SourceSpan.File(_path.Replace('\\', '/')), failure.Message));
            return false;
        }
    }

    public void Dispose() => _lock?.Dispose();

    private static MailedLedger? Read(string path, string name, DiagnosticBag diagnostics) =>
        !Path.Exists(path) ? new MailedLedger()
        : InputFile.Read(path, name, diagnostics) is { } bytes
            && Utf8Text.Decode(bytes, name, diagnostics) is { } source
            && LineScreening.IsMerged(source, diagnostics) ? MailedLedger.Read(source, diagnostics)
        : null;
}
