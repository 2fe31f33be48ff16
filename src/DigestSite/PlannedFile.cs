using DigestSite.Diagnostics;

namespace DigestSite;

/// <summary>A file of the site before it is rendered: its address, what it comes from, and how to make it.</summary>
/// <param name="Path">Where it goes.</param>
/// <param name="Source">The template or content file it comes from, for messages.</param>
/// <param name="Render">Makes its bytes; safe to call from any thread; the same bytes each time.</param>
/// <param name="InSitemap">Whether search engines should hear of it.</param>
/// <param name="LastModified">The date of the newest thing on it, for the sitemap.</param>
internal sealed record PlannedFile(SitePath Path, string Source, Func<ReadOnlyMemory<byte>> Render, bool InSitemap = false, DateOnly? LastModified = null)
{
    /// <inheritdoc cref="RenderTurn"/>
    public RenderTurn Turn { get; init; } = RenderTurn.Usual;

    /// <inheritdoc cref="OutputFile.Texts"/>
    public Func<IEnumerable<SourceText>> Texts { get; init; } = static () => [];
}
