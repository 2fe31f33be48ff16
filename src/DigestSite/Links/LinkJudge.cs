using System.Runtime.InteropServices;
using DigestSite.Diagnostics;

namespace DigestSite.Links;

/// <summary>Reads files one after the other and decides about each link as far as that file alone allows. One a thread.</summary>
internal sealed class LinkJudge(SiteFiles site) : IDisposable
{
    private readonly FoundLinks _found = new();
    private readonly AnchorNames _names = new();
    private readonly List<Finding> _findings = [];
    private readonly List<FragmentLink> _fragments = [];
    private readonly List<Sighting> _external = [];
    private readonly OutsideLinks _outside = new();
    private readonly OwnOrigin _own = new(site.BaseUrl);
    private readonly UsualLinks _usual = new(site);
    private IReadOnlySet<string>? _anchors;
    private DocumentBase _base;
    private int _file;

    public PageProof Judge(int file, OutputFile output)
    {
        _findings.Clear();
        _fragments.Clear();
        _external.Clear();
        _file = file;
        _found.Read(output);
        _base = new(site.BaseUrl.Href(output.Path));
        if (_found.Fault is { } fault)
        {
            _findings.Add(new(new(Catalog.UnreadableFile, fault.Reason, "correct the template or code that writes it"), new(file, "", "", fault.Range)));
        }

        if (_found.Base is { } given)
        {
            _base = _base.Replaced(given.Url.Span.Trim(UrlText.Space), _own, out Flaw? flaw);
            Report(flaw, in given);
        }

        string path = output.Path.FilePath;
        bool isOwnBase = _found.Base is null && output.Path != Routes.NotFound;
        _usual.Begin(file, outside: _base.Outside is not null, isOwnBase ? path[..(path.LastIndexOf('/') + 1)] : null);

        _anchors = site.IsPage(file) ? _names.Of(file, _found.Anchors, _findings) : null;
        foreach (ref readonly Link link in CollectionsMarshal.AsSpan(_found.Links))
        {
            Judge(in link);
        }

        return new(_found.Links.Count, _anchors, [.. _findings], [.. _fragments], [.. _external]);
    }

    public void Dispose() => _found.Dispose();

    private void Judge(in Link link)
    {
        ReadOnlySpan<char> url = link.Url.Span.Trim(UrlText.Space);
        ReadOnlySpan<char> scheme;
        if (_usual.TryFind(url, link.Rules, out int target, out int length))
        {
            Arrive(in link, target, url[length..]);
        }
        else if (url.IsEmpty)
        {
            Report(new(Catalog.EmptyLink), in link);
        }
        else if ((scheme = UrlText.Scheme(url)).Equals("http", StringComparison.OrdinalIgnoreCase) || scheme.Equals("https", StringComparison.OrdinalIgnoreCase))
        {
            JudgeWeb(in link, url);
        }
        else if (!scheme.IsEmpty)
        {
            Report(OtherSchemes.Check(scheme, url[(scheme.Length + 1)..], link.Element.Span), in link);
        }
        else if (url.StartsWith("//"))
        {
            Report(new(Catalog.ProtocolRelative, Fix: $"write `https:{url}`"), in link);
            JudgeWeb(in link, $"{site.BaseUrl.Origin.AsSpan(0, site.BaseUrl.Origin.IndexOf('/', StringComparison.Ordinal))}{url}");
        }
        else
        {
            JudgeReference(in link, url);
        }
    }

    private void JudgeWeb(in Link link, ReadOnlySpan<char> url)
    {
        if (site.Quoted.Count > 0 && site.Quoted.Contains(url.ToString()))
        {
            _external.Add(new(_file, link.Place, url.ToString(), link.Range));
        }
        else if (UrlText.Shape(url) is { } shape)
        {
            Report(shape, in link);
        }
        else if (_own.PathOf(url) is { } path)
        {
            JudgePath(in link, DocumentBase.Root.Join(path), url, isWhole: true);
        }
        else
        {
            Leave(in link, url);
        }
    }

    private void Leave(in Link link, ReadOnlySpan<char> url)
    {
        Flaw? flaw = _outside.Check(url, out string text);
        string place = link.Place;
        flaw ??= IsLoaded(in link)
            ? new(Catalog.ThirdParty, Fix: "put the file under templates/assets/ and link to it there, or make it a plain link")
            : null;
        flaw = flaw is not null && site.Unjudged.Any(p => p.Matches(text)) ? null : flaw;
        Report(flaw, in link);
        if (flaw is not { Descriptor.Severity: Severity.Error })
        {
            _external.Add(new(_file, place, text, link.Range));
        }

        if (link.Rules.HasFlag(LinkRules.Canonical) && !_found.Redirects)
        {
            Report(NotCanonical(), in link);
        }
    }

    private void JudgeReference(in Link link, ReadOnlySpan<char> url)
    {
        if (UrlText.Shape(url) is { } shape)
        {
            Report(shape, in link);
        }
        else if (link.Rules.HasFlag(LinkRules.Absolute))
        {
            string meant = UrlText.TryRemoveDots(_base.Join(url), out string plain) ? site.BaseUrl.Origin + plain : site.BaseUrl.ToString();
            Report(new(Catalog.RelativeLink, Fix: $"write `{meant}`"), in link);
        }
        else if (_base.Outside is { } outside)
        {
            Leave(in link, new Uri(outside, url.ToString()).AbsoluteUri);
        }
        else if (site.Paths[_file] == Routes.NotFound && url[0] is not ('/' or '#') && _found.Base is null)
        {
            Report(new(Catalog.RelativeOnNotFound, Fix: $"write `{_base.Join(url)}`"), in link);
        }
        else
        {
            JudgePath(in link, _base.Join(url), url, isWhole: false);
        }
    }

    private void JudgePath(in Link link, string path, ReadOnlySpan<char> url, bool isWhole)
    {
        bool isInside = UrlText.TryRemoveDots(path, out string plain);
        bool isUnderBase = plain.StartsWith(site.BaseUrl.BasePath, StringComparison.Ordinal);
        int target = -1;
        if (!isInside || (!isUnderBase && !isWhole && url[0] != '/' && path.Contains("..", StringComparison.Ordinal)))
        {
            Report(new(Catalog.AboveRoot, Fix: $"start it with `{site.BaseUrl.BasePath}`"), in link);
        }
        else if (!isUnderBase)
        {
            // Other paths of the origin may be other sites of the same owner; a page of this one was meant if it is there.
            if (isWhole && !site.TryFind(plain.AsSpan(1), out _) && !(plain + "/").Equals(site.BaseUrl.BasePath, StringComparison.OrdinalIgnoreCase))
            {
                Leave(in link, url);
                return;
            }

            Report(site.Outside(plain), in link);
        }
        else if (UrlText.Decode(plain[site.BaseUrl.BasePath.Length..], out string address) is { } encoding)
        {
            Report(encoding, in link);
        }
        else if (site.TryFind(address, out target))
        {
            Arrive(in link, target, url.IndexOfAny('?', '#') is var end and >= 0 ? url[end..] : default);
        }
        else
        {
            Report(site.Miss(address), in link);
        }
    }

    // The link leads to a file of the site; what is left is its query and fragment.
    private void Arrive(in Link link, int target, ReadOnlySpan<char> rest)
    {
        site.NoteLink(_file, target);
        if (link.Rules.HasFlag(LinkRules.Canonical) && !_found.Redirects && (target != _file || !rest.IsEmpty || IsSpeltOut(link.Url.Span)))
        {
            Report(NotCanonical(), in link);
            return;
        }

        string fragment = Fragments.Of(rest);
        if (fragment.Length == 0 || !site.IsPage(target))
        {
            return;
        }

        if (target != _file)
        {
            _fragments.Add(new(target, fragment, Sighting.Of(_file, in link)));
        }
        else if (!Fragments.IsOn(_anchors!, fragment))
        {
            Report(Fragments.Missing("this page", fragment, _anchors!), in link);
        }
    }

    private bool IsSpeltOut(ReadOnlySpan<char> url) => site.Paths[_file].IsFolder && url.TrimEnd(UrlText.Space).EndsWith("/index.html");

    // Whether browsers ask for it without being told to by a reader.
    private static bool IsLoaded(in Link link) => link.Rules.HasFlag(LinkRules.Loaded) || (link.Element.IsEmpty
        ? link.Attribute is "url()"
        : link.Attribute is "src" or "srcset" or "imagesrcset" or "poster" or "data" or "style" or "url()");

    private Flaw NotCanonical() => new(Catalog.NotCanonical, Fix: $"write `{site.BaseUrl.Absolute(site.Paths[_file])}`");

    private void Report(Flaw? flaw, in Link link)
    {
        if (flaw is { } found)
        {
            _findings.Add(new(found, Sighting.Of(_file, in link)));
        }
    }
}
