using DigestSite.Curation;
using DigestSite.Papers;

namespace DigestSite.Explaining;

/// <summary>Why a paper carries each of its tags.</summary>
internal static class TagReasons
{
    public static void Append(Account account, TagRules rules, CuratedPaper curated)
    {
        account.Plain(curated.Paper.Tags.Count == 0 ? "Tags       none" : "Tags");
        foreach (Tag tag in curated.Paper.Tags)
        {
            account.Line($"  - {tag.Id}: {Of(rules, tag, curated)}");
        }

        foreach (var removed in curated.Edited?.TagsRemove ?? [])
        {
            account.Line($"  - not {removed.Value.Id}: removed in papers.yml  [{Account.Place(removed.Span)}]");
        }
    }

    /// <summary>The phrase, the line of papers.yml, or the other tag that brings it.</summary>
    public static string Of(TagRules rules, Tag tag, CuratedPaper curated)
    {
        TagRule rule = rules.Rules[tag.Order];
        if (curated.Phrases.Tags.Contains(tag) && PhraseIn(rule, curated.Paper) is { } phrase)
        {
            return $"`{phrase}`  [{Account.Place(phrase.Span)}]";
        }

        if (curated.Edited?.TagsAdd.FirstOrDefault(t => t.Value == tag) is { } added)
        {
            return $"added in papers.yml  [{Account.Place(added.Span)}]";
        }

        TagRule? source = curated.Paper.Tags.Select(t => rules.Rules[t.Order]).FirstOrDefault(r => r.Implies.Any(i => i.Value == tag.Id));
        return source is null ? "implied" : $"implied by {source.Tag.Id}  [{Account.Place(source.Implies.First(i => i.Value == tag.Id).Span)}]";
    }

    /// <summary>The first of the tag's phrases that the paper has.</summary>
    public static Phrase? PhraseIn(TagRule rule, Paper paper)
    {
        var index = new PhraseIndex(rule.Match);
        var found = new List<int>();
        index.Find(WordFolding.Fold(paper.Title), found);
        index.Find(WordFolding.Fold(paper.Abstract ?? ""), found);
        return found.Count == 0 ? null : rule.Match[found.Min()];
    }
}
