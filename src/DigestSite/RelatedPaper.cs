using DigestSite.Papers;

namespace DigestSite;

/// <summary>A paper that is like another, and why.</summary>
/// <param name="Paper">The one that is like it.</param>
/// <param name="Score">How like, in ten-thousandths: the cosine of both texts, and what one theme adds to it.</param>
/// <param name="Terms">What both speak of, as papers write it, what counts most first; a few of all.</param>
internal sealed record RelatedPaper(Paper Paper, int Score, EquatableArray<string> Terms);
