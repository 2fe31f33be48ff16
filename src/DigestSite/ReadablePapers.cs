using System.Collections.Concurrent;
using DigestSite.Papers;
using DigestSite.Tex;

namespace DigestSite;

/// <summary>
/// Titles and abstracts as readers should see them. Pages and feeds show a paper in many places and are made in parallel: its text is read once,
/// when the first of them asks.
/// </summary>
internal sealed class ReadablePapers
{
    // By reference: a paper is a record of all that is known of it, and comparing two takes longer than reading one.
    private readonly ConcurrentDictionary<Paper, ReadablePaper> _byPaper = new(ReferenceEqualityComparer.Instance);

    public ReadableText Title(Paper paper) => Of(paper).Title;

    /// <summary>The abstract; null when no source has one.</summary>
    public ReadableText? Abstract(Paper paper) => Of(paper).Abstract;

    private ReadablePaper Of(Paper paper) => _byPaper.GetOrAdd(paper, static p => new ReadablePaper(p));

    // What an abstract proves of its listing holds for the title beside it: "pi-Flow" is π-Flow where other names lost their backslash.
    private sealed class ReadablePaper
    {
        public ReadablePaper(Paper paper)
        {
            Abstract = paper.Abstract is { } text ? ReadableText.Of(text) : null;
            Title = ReadableText.Of(paper.Title, isStripped: Abstract?.IsStripped == true);
        }

        public ReadableText Title { get; }

        public ReadableText? Abstract { get; }
    }
}
