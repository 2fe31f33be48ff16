using DigestSite.Diagnostics;

namespace DigestSite.Papers.Permanence;

/// <summary>What an editor says of an address that is gone: where it went, or that it is gone for good.</summary>
/// <param name="Old">As it was typed.</param>
/// <param name="New">As it was typed; null for one that is gone for good.</param>
internal sealed record Reroute(string Old, string? New, SourceSpan OldSpan, SourceSpan NewSpan)
{
    public static Reroute Redirect(string old, string @new)
    {
        var typed = new SourceText("--redirect", $"{old} {@new}");
        return new(old, @new, typed.At(1, 1, old.Length), typed.At(1, old.Length + 2, @new.Length));
    }

    public static Reroute Retire(string old)
    {
        SourceSpan span = new SourceText("--retire", old).At(1, 1, old.Length);
        return new(old, null, span, span);
    }
}
