using System.Security.Cryptography;
using System.Text;
using DigestSite.Papers.Permanence;

namespace DigestSite.Papers.Merging;

/// <summary>Gives each work its slug: the recorded one, else that of its title, made unique among all that were ever given.</summary>
internal static class SlugAssignment
{
    /// <summary>The slug of each of <paramref name="works"/>, which come oldest first: of two new ones with one title, the older gets the plain slug.</summary>
    public static IReadOnlyList<(Work Work, Slug Slug)> Assign(IReadOnlyList<Work> works, Ledger ledger)
    {
        var taken = new HashSet<Slug>(ledger.Papers.Keys);
        var assigned = new List<(Work, Slug)>(works.Count);
        foreach (Work work in works)
        {
            Slug slug = work.Recorded?.Slug ?? Unique(work, taken);
            taken.Add(slug);
            assigned.Add((work, slug));
        }

        return assigned;
    }

    private static Slug Unique(Work work, HashSet<Slug> taken)
    {
        var plain = Slug.FromTitle(work.Newest.Title);
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(work.Identity.ToString())));
        return Enumerable.Range(6, hash.Length - 6)
            .Select(length => plain.WithSuffix(hash[..length]))
            .Prepend(plain)
            .First(slug => !taken.Contains(slug));
    }
}
