using DigestSite.Papers;

namespace DigestSite.Enriching;

/// <summary>A paper as arXiv's metadata has it.</summary>
/// <param name="Published">The day of its first version, in UTC.</param>
/// <param name="AuthorCount">Null where its authors are not told one by one.</param>
internal sealed record ArxivRecord(ArxivId Id, string Title, DateOnly? Published, int? AuthorCount);
