namespace DigestSite.Benchmarks;

/// <summary>What invented papers are made of: titles and sentences of the real dumps.</summary>
internal sealed record Seeds(string[] Titles, string[] Sentences)
{
    public static Seeds Read()
    {
        string[] blocks =
        [
            .. Directory.GetFiles(Path.Combine(Corpus.RepositoryRoot(), "content", "dumps"), "*.txt").Order(StringComparer.Ordinal)
                .SelectMany(f => File.ReadAllText(f).Split("\n\n"))
                .Where(b => !b.Contains('\n', StringComparison.Ordinal)),
        ];
        return new(
            [.. blocks.Where(b => b.Length is > 30 and < 200).Distinct(StringComparer.Ordinal)],
            [.. blocks.Where(b => b.Length > 1000).SelectMany(b => b.Split(". ")).Where(s => s.Length is > 60 and < 300).Distinct(StringComparer.Ordinal)]);
    }
}
