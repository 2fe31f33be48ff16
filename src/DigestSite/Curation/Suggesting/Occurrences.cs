using DigestSite.Papers;

namespace DigestSite.Curation.Suggesting;

/// <summary>Where a phrase stands in a paper.</summary>
internal static class Occurrences
{
    /// <summary>Whether the title has the phrase, and how often the abstract has it.</summary>
    public static (bool InTitle, int InAbstract) Of(string words, Paper paper)
    {
        var index = new PhraseIndex([Phrase.TryParse(words)!]);
        return (Count(index, paper.Title) > 0, Count(index, paper.Abstract ?? ""));
    }

    private static int Count(PhraseIndex index, string text)
    {
        var found = new List<int>();
        using FoldedText folded = WordFolding.Rent(text);
        index.Find(folded.Words, found);
        return found.Count;
    }
}
