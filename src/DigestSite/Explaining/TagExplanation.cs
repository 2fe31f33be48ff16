using DigestSite.Curation;

namespace DigestSite.Explaining;

/// <summary>Which papers carry a tag, and why.</summary>
internal static class TagExplanation
{
    /// <summary>Null when no tag has this id.</summary>
    public static string? Of(CompiledContent compiled, string id)
    {
        TagRules rules = compiled.Content.Tags;
        if (rules.Rules.FirstOrDefault(r => r.Tag.Id == id) is not { } rule)
        {
            return null;
        }

        CuratedPaper[] own = [.. compiled.Papers.Where(p => p.Edited?.HiddenBecause is null && p.Paper.Tags.Contains(rule.Tag))];
        var account = new Account();
        account.Line($"{rule.Tag.Title}: {rule.Tag.Description}");
        account.Line($"/{Routes.Tag(id)}  [{Account.Place(rule.Span)}]");
        if (rule.Implies.Count > 0)
        {
            account.Line($"Implies    {string.Join(", ", rule.Implies.Select(i => i.Value))}");
        }

        account.Line($"Papers     {own.Length}");
        foreach (var because in own.GroupBy(p => TagReasons.Of(rules, rule.Tag, p), StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            account.Line($"  {because.Key}");
            foreach (CuratedPaper paper in because.OrderBy(p => p.Paper.Slug))
            {
                account.Line($"    {paper.Paper.Slug}");
            }
        }

        foreach (Phrase phrase in rule.Match.Where(m => !own.Any(p => TagReasons.PhraseIn(rule with { Match = [m] }, p.Paper) is not null)))
        {
            account.Line($"  `{phrase}`: no paper has it  [{Account.Place(phrase.Span)}]");
        }

        foreach (var removed in compiled.Papers.SelectMany(p => p.Edited?.TagsRemove ?? [], (p, t) => (p.Paper.Slug, Tag: t)).Where(t => t.Tag.Value == rule.Tag))
        {
            account.Line($"  removed from {removed.Slug} in papers.yml  [{Account.Place(removed.Tag.Span)}]");
        }

        return account.ToString();
    }
}
