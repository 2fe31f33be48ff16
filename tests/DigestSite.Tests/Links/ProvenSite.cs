using System.Text;
using DigestSite.Diagnostics;
using DigestSite.Links;
using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Links;

/// <summary>The real site with its links read, of which one file after the other can be another.</summary>
public sealed class ProvenSite : IDisposable
{
    private readonly LinkProof _proof;
    private readonly LinkProof.Reader _reader;
    private readonly string[] _sound;

    public ProvenSite()
    {
        // Without the editors' texts: what stands in them is told there.
        BuiltSite real = new RealSite().Site;
        Files = [.. real.Files.Select(f => f with { Texts = () => [] })];
        SiteSettings settings = real.Compiled!.Site.Settings;
        BaseUrl = settings.BaseUrl;
        _proof = new([.. Files.Select(f => f.Path)], BaseUrl, unjudged: settings.UnjudgedLinks);
        _reader = _proof.NewReader();
        for (int i = 0; i < Files.Length; i++)
        {
            _reader.Read(i, Files[i]);
        }

        _sound = Told();
    }

    internal OutputFile[] Files { get; }

    internal BaseUrl BaseUrl { get; }

    public void Dispose() => _reader.Dispose();

    /// <summary>What is told of the site when this file has another text, and is not told of it as it is.</summary>
    public string[] With(int file, string text)
    {
        OutputFile sound = Files[file];
        Files[file] = sound with { Bytes = Encoding.UTF8.GetBytes(text) };
        _reader.Read(file, Files[file]);
        string[] told = [.. Told().Except(_sound, StringComparer.Ordinal)];
        Files[file] = sound;
        _reader.Read(file, sound);
        return told;
    }

    /// <summary>Severity, id, place and message of each thing that is told.</summary>
    public string[] Told()
    {
        var bag = new DiagnosticBag();
        _proof.Report(Files, bag);
        return [.. bag.InOrder().Select(d => $"{d.Severity} {d.Id} {d.Span.FileName}({d.Span.Line},{d.Span.Column}): {d.Message}")];
    }
}
