using DigestSite.Diagnostics;
using DigestSite.Papers;

namespace DigestSite.Dumps;

/// <summary>What each token of a dump has become, growing from top to bottom: no token is left out or placed twice.</summary>
internal sealed class DumpOutline(SourceText source, DiagnosticBag diagnostics)
{
    private readonly List<DumpPart> _parts = [];

    public IReadOnlyList<DumpPart> Parts => _parts;

    public void AddFurniture(LineRange lines)
    {
        if (_parts is [.., { Kind: DumpPartKind.Furniture } last])
        {
            _parts[^1] = last with { Lines = last.Lines with { Last = lines.Last } };
        }
        else
        {
            _parts.Add(new(DumpPartKind.Furniture, lines));
        }
    }

    public void AddListing(LineRange lines) => _parts.Add(new(DumpPartKind.Listing, lines));

    /// <summary>Sets aside what cannot be placed; <paramref name="descriptor"/>, an error, says why at its first line.</summary>
    public void AddUnplaced(LineRange lines, DiagnosticDescriptor descriptor, string text)
    {
        _parts.Add(new(DumpPartKind.Unplaced, lines));
        Report(lines.First, descriptor, text);
    }

    /// <summary>Reports <paramref name="text"/> where it stands on the line, else the whole line.</summary>
    public void Report(int line, DiagnosticDescriptor descriptor, string text = "")
    {
        ReadOnlySpan<char> whole = source.Line(line);
        ReadOnlySpan<char> shown = text.Length > 0 && whole.Contains(text, StringComparison.Ordinal) ? text : whole.Trim();
        int column = whole.LastIndexOf(shown, StringComparison.Ordinal) + 1;
        diagnostics.Add(descriptor.At(source.At(line, column, shown.Length), text));
    }
}
